import { type Static, Type } from 'typebox'
import { CHANGES, RECORD_TYPES } from '../domain/record-types.ts'
import { parameters } from '../http/list.ts'
import { commaList, extensible, Id, Instant, nullable, open, Revision, ref, words } from '../http/schema.ts'

export const State = Type.Unsafe<object>({
  type: 'object',
  description: 'The record’s own facts as this change left them; what it points at by its id',
  additionalProperties: true,
})

/** What every reader of the journal tells of a change. */
export const changeFacts = {
  position: Type.String({ description: 'Of this change; opaque, may be sent as `after`' }),
  change: extensible(CHANGES, 'What happened to the record'),
  type: extensible(RECORD_TYPES, 'Kind of record'),
  id: Id,
  revision: Revision,
  occurred_at: Instant,
  origin: extensible(
    ['api', 'import', 'seed', 'clock'],
    'What the change came through; `clock`: its time had come',
  ),
  fields_changed: Type.Array(Type.String(), { description: 'Fields of `data` that differ from before' }),
  reason: nullable(Type.String({ description: 'Why, where somebody said so' })),
  replaced_by: nullable(
    Type.String({ format: 'uuid', description: 'Of a deleted record: the one that stands for it now' }),
  ),
}

export const Change = open(
  {
    ...changeFacts,
    change: extensible(
      [...CHANGES, 'left_scope'],
      '`left_scope`: the record is no longer in the territory that was asked for; forget it',
    ),
    data: nullable(State),
  },
  {
    $id: 'Change',
    description: 'One change of one record. Whoever keeps `data` by `type` and `id` has a copy of it all',
  },
)
export type Change = Static<typeof Change>

export const ChangePage = open(
  {
    data: Type.Array(ref(Change)),
    links: open({
      self: Type.String(),
      next: Type.String({ description: 'Where to go on, now or later: a feed has no end' }),
    }),
    page: open({
      limit: Type.Integer(),
      next_cursor: Type.String({ description: 'What to send as `after` to go on' }),
    }),
    meta: open({
      position: Type.String({
        description: 'Of the newest change there is; once it is `next_cursor`, all has been told',
      }),
    }),
  },
  { $id: 'ChangePage', description: 'A page of the feed' },
)

export const DEFAULT_LIMIT = 200
export const MAX_LIMIT = 1_000
const MAX_WAIT_SECONDS = 30
export const FORMATS = ['json', 'ndjson'] as const

export const feedQuery = parameters({
  after: Type.Optional(
    Type.String({
      format: 'position',
      maxLength: 50,
      description:
        '`next_cursor` of the page before, `position` of a change, or `meta.position` of a list; from the start when not said',
    }),
  ),
  types: commaList(words(RECORD_TYPES, 'Kind of record'), 'Only changes of these kinds of record'),
  territory: Type.Optional(
    Type.String({
      format: 'collectivity',
      maxLength: 40,
      description: 'Id or code: only records of it and of all within it, before or after the change',
    }),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MAX_LIMIT,
      description: `Changes of a page; JSON has ${DEFAULT_LIMIT} when not said, NDJSON all there are`,
    }),
  ),
  wait: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: MAX_WAIT_SECONDS,
      description: 'When there is nothing yet: seconds to wait for something; JSON only',
    }),
  ),
  format: Type.Optional(words(FORMATS, 'Instead of `Accept`; `ndjson` streams all there are')),
})
