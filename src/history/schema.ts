import { type Static, Type } from 'typebox'
import { changeFacts } from '../changes/schema.ts'
import { nullable, open } from '../http/schema.ts'

const Part = (description: string) =>
  nullable(Type.Unsafe<object>({ type: 'object', description, additionalProperties: true }))

const { position, change, revision, occurred_at, origin, fields_changed, reason, replaced_by } = changeFacts

export const HistoryEntry = open(
  {
    position,
    change,
    revision,
    occurred_at,
    origin,
    fields_changed,
    reason,
    replaced_by,
    before: Part('The fields that changed, as they were; null of what was created'),
    after: Part('The fields that changed, as they became; null of what was deleted'),
  },
  { $id: 'HistoryEntry', description: 'One change of one record' },
)
export type HistoryEntry = Static<typeof HistoryEntry>
