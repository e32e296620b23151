import { type Static, Type } from 'typebox'
import { RULES, UNITS } from '../domain/law.ts'
import { COLLECTIVITY_TYPES } from '../domain/register-types.ts'
import {
  Day,
  extensible,
  Id,
  Instant,
  NewSources,
  nullable,
  open,
  Revision,
  Sources,
  strict,
  words,
} from '../http/schema.ts'

const LAW = 'Number of the organic law: `111-14`, `112-14` or `113-14`'
const VALUE = 'The numbers of the rule; what they count is in `unit`'

/** What a computed statement rests on. */
export const LegalBasis = open(
  {
    law: Type.String({ description: LAW }),
    article: Type.String(),
    rule: extensible(RULES, 'The rule of `/v1/legal-rules` that was applied'),
    value: Type.Array(Type.Integer(), { description: VALUE }),
    unit: extensible(UNITS, 'What the numbers count'),
  },
  { $id: 'LegalBasis', description: 'The law and article that a computed statement rests on' },
)

export const LegalRule = open(
  {
    id: Id,
    council_type: extensible(COLLECTIVITY_TYPES, 'Whose councils it binds'),
    rule: extensible(RULES, 'What it rules'),
    value: Type.Array(Type.Integer(), { description: VALUE }),
    unit: extensible(
      UNITS,
      'What the numbers count; `days` are all days, `working_days` those on which work is done',
    ),
    law: Type.String({ description: LAW }),
    article: Type.String(),
    effective_from: Day,
    effective_until: nullable(Day),
    sources: Sources,
    revision: Revision,
    created_at: Instant,
    updated_at: Instant,
  },
  { $id: 'LegalRule', description: 'One version of one rule of law on councils' },
)
export type LegalRule = Static<typeof LegalRule>

export const NewLegalRule = strict(
  {
    council_type: words(COLLECTIVITY_TYPES, 'Whose councils it binds'),
    rule: words(RULES, 'What it rules'),
    value: Type.Array(Type.Integer({ minimum: 0, maximum: 366 }), { maxItems: 12, description: VALUE }),
    unit: words(UNITS, 'What the numbers count'),
    law: Type.String({
      pattern: '^[0-9]{1,3}-[0-9]{2}$',
      description: 'Number of the law, such as `112-14`',
    }),
    article: Type.String({ pattern: '^[0-9]{1,4}$' }),
    effective_from: Day,
    sources: NewSources,
  },
  { $id: 'NewLegalRule', description: 'A new version of a rule: it takes the place of the one in force' },
)
export type NewLegalRule = Static<typeof NewLegalRule>
