import { type Static, Type } from 'typebox'
import { extensible, Id, Instant, nullable, open, strict, words } from '../http/schema.ts'
import { FORMATS, MATCHES, MODES, ON_ERRORS, OUTCOMES, REVERTS, STATUSES } from './words.ts'

/** Parameters of an import: what is wanted of the rows. */
export const options = {
  mode: Type.Optional(
    words(
      MODES,
      '`upsert` unless said otherwise; `create` refuses members that are there, `update` those that are not',
    ),
  ),
  match_on: Type.Optional(
    words(
      MATCHES,
      'How a row finds its member: by the collectivity, whatever column says it (default); by `id`; or by a number in `identifiers` or `identifier.<scheme>`. A row with an `id` is always that member’s.',
    ),
  ),
  on_error: Type.Optional(
    words(
      ON_ERRORS,
      '`abort`: one row that cannot be applied holds back all (default); `continue`: the others are applied',
    ),
  ),
  dry_run: Type.Optional(
    Type.Boolean({ description: 'Does everything and takes it back: only the report is kept' }),
  ),
  reason: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1_000,
      format: 'text',
      description: 'For the journal, which is public',
    }),
  ),
}

const counts = open(
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, Type.Integer({ minimum: 0 })])) as Record<
    (typeof OUTCOMES)[number],
    ReturnType<typeof Type.Integer>
  >,
  { description: 'Rows by what became of them; all zero until that is known' },
)

export const MemberImport = open(
  {
    id: Id,
    status: extensible(
      STATUSES,
      '`failed`: nothing was applied, for rows that cannot be or for a fault of ours; a dry run ends as the same in earnest would',
    ),
    mode: extensible(MODES, 'As asked for'),
    match_on: extensible(MATCHES, 'As asked for'),
    on_error: extensible(ON_ERRORS, 'As asked for'),
    dry_run: Type.Boolean(),
    reason: nullable(Type.String()),
    format: extensible(FORMATS, 'Of what was sent'),
    detected: open(
      {
        encoding: Type.String(),
        delimiter: nullable(extensible(['comma', 'semicolon', 'tab'], 'Of a CSV')),
      },
      { description: 'How the upload was read: as asked for, else as it looked' },
    ),
    columns: Type.Array(Type.String(), { description: 'In the order in which they came' }),
    bytes: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ description: 'Of what was sent, base64url' }),
    progress: open({
      rows_total: Type.Integer({ minimum: 0 }),
      rows_done: Type.Integer({ minimum: 0 }),
    }),
    outcomes: counts,
    position: nullable(
      Type.String({ description: 'Of the change in `/v1/changes`; null when nothing changed' }),
    ),
    created_at: Instant,
    started_at: nullable(Instant),
    finished_at: nullable(Instant),
    revert: nullable(
      open({
        at: Instant,
        undone: Type.Integer({ minimum: 0 }),
        conflict: Type.Integer({ minimum: 0, description: 'Left as they are: something newer touched them' }),
        position: nullable(Type.String()),
      }),
    ),
  },
  { $id: 'MemberImport', description: 'A table of members that was sent, and what became of it' },
)
export type MemberImport = Static<typeof MemberImport>

const RowFault = open({
  column: Type.Optional(nullable(Type.String({ description: 'Of the table that was sent' }))),
  pointer: Type.Optional(Type.String({ description: 'Into the member (RFC 6901)' })),
  code: Type.String({ description: 'Stable; for programs' }),
  detail: Type.String({ description: 'For people, in the language of Content-Language' }),
  allowed: Type.Optional(Type.Array(Type.String())),
  nearest: Type.Optional(Type.String()),
})

export const MemberImportRow = open(
  {
    number: Type.Integer({
      minimum: 1,
      description:
        'As a spreadsheet numbers it (the header is 1), the line of NDJSON, or the place in the array from 1',
    }),
    outcome: nullable(extensible(OUTCOMES, 'What became of it, or would have; null until that is known')),
    member_id: nullable(
      Type.String({ format: 'uuid', description: 'Whom it is about; of a dry run, new ids hold nowhere' }),
    ),
    changes: Type.Array(
      open({
        pointer: Type.String({ description: 'Into the member (RFC 6901)' }),
        from: Type.Unknown(),
        to: Type.Unknown(),
      }),
      { description: 'Of a member that was there' },
    ),
    errors: Type.Array(RowFault),
    notes: Type.Array(RowFault, { description: 'What hinders nothing and is good to know' }),
    probable_duplicates: Type.Array(Id, {
      description:
        'Of a new member: an episode of the same collectivity, or a number that differs only in how it is written',
    }),
    revert: nullable(extensible(REVERTS, 'What became of it when the import was reverted')),
    cells: Type.Unsafe<Record<string, string | null>>({
      type: 'object',
      additionalProperties: { type: ['string', 'null'] },
      description: 'What was sent, by column; null where the row does not have the column',
    }),
  },
  { $id: 'MemberImportRow', description: 'A row that was sent, and what became of it' },
)
export type MemberImportRow = Static<typeof MemberImportRow>

const cell = Type.Union([
  Type.String(),
  Type.Number(),
  Type.Null(),
  Type.Array(Type.Unknown()),
  Type.Object({}, { additionalProperties: true }),
])

/** For the contract only: rows are read by themselves, one by one. */
export const MemberRows = Type.Unsafe<unknown>({
  $id: 'MemberRows',
  description:
    'Rows, or `{"rows": […]}`. The columns are those of `GET /v1/members?format=csv`, nested or with dots, and `hcp_code`, `identifier.<scheme>`, `source.<field>`.',
  anyOf: [
    Type.Array(Type.Record(Type.String(), cell)),
    strict({ rows: Type.Array(Type.Record(Type.String(), cell)) }),
  ],
})

export const memberImportSchemas = [MemberImport, MemberImportRow, MemberRows]
