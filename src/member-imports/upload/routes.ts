import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { v7 } from 'uuid'
import type { Writing } from '../../db/journal.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Language } from '../../domain/messages.ts'
import { faultFinder } from '../../http/document.ts'
import { nearest } from '../../http/faults.ts'
import { parameters } from '../../http/list.ts'
import { MEDIA_TYPES, negotiateLanguage } from '../../http/negotiate.ts'
import { faultItem, problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { NewSources, ref, strict, words } from '../../http/schema.ts'
import { takeTables, uploadIn } from '../../http/upload/body.ts'
import { DELIMITERS, type Delimiter } from '../../http/upload/csv.ts'
import { ENCODINGS } from '../../http/upload/text.ts'
import { buildValidator } from '../../http/validator.ts'
import { answerWrite, idempotencyHeader, type Outcome } from '../../http/write.ts'
import { MemberDocument } from '../../members/schema.ts'
import { findImport } from '../queries.ts'
import { importLater, importNow, type NewImport } from '../queue/commands.ts'
import { firstErrors } from '../rows/queries.ts'
import { MemberImport, MemberRows, options } from '../schema.ts'
import { tableOfObjects, tableOfRecords } from '../table.ts'
import { REFUSED } from '../words.ts'
import { keepingUpload, stageUpload, type Upload } from './commands.ts'

/** Most bytes of one upload. */
const MOST_BYTES = 64 * 1_048_576
/** Most rows that are done while the client waits. */
const MOST_NOW = 500
/** Longest that an upload may take, seconds. */
const UPLOAD_SECONDS = 900

const query = parameters({
  ...options,
  encoding: Type.Optional(words(ENCODINGS, 'Of a CSV; found out when not said')),
  delimiter: Type.Optional(
    words(Object.keys(DELIMITERS) as Delimiter[], 'Of a CSV; found out when not said'),
  ),
})

const TABLE = {
  type: 'string',
  description:
    'A header and rows (RFC 4180), or as spreadsheets have them: with `;` or tabs, in their encodings',
} as const
const LINES = { type: 'string', description: 'One JSON object a line' } as const

const description = `Rows are matched with members, compared, and applied in one transaction: all of them or, with \`on_error=continue\`, all that can be. What a second run finds is unchanged, and changes nothing.

- Up to 500 rows the answer is the finished import; beyond, up to 100,000 rows and 64 MiB, it is 202 and a job: look at \`Location\`. JSON is read whole, up to 8 MiB; NDJSON and CSV as they come.
- The columns are those of \`GET /v1/members?format=csv\`, so that what was exported and edited can be sent back; and \`hcp_code\`, \`identifier.<scheme>\`, \`source.<field>\` (the one source of the row). A column that is not there leaves the field as it is; an empty cell clears it.
- What the service tells and nobody edits (\`collectivity.*\`, \`transitions\`, \`created_at\` …) may stay in the table: a cell that says something else is an error, an empty one says nothing. The status moves by transitions only. A \`revision\` older than the record’s is a \`conflict\`, unless nothing would change.
- Two rows of one member: the second is a \`conflict\`. A row of a collectivity that has withdrawn is \`would_restore\`, and is not applied.
- Columns for names or e-mail addresses of people, and cells with an e-mail address, are refused: focal points have their own door.`

/** Tables of members, as the association keeps them. */
export const uploadRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  takeTables(app)
  // Of a row any field may be missing; whatever is there is as in a member that is written by itself.
  const faultsIn = faultFinder(strict({ ...MemberDocument.properties, sources: Type.Optional(NewSources) }))
  const compile = buildValidator({})
  const imported = {
    headers: { Location: { type: 'string', description: 'The import' } },
    content: { [MEDIA_TYPES.json]: { schema: ref(MemberImport) } },
  }

  app.post(
    '/member-imports',
    {
      config: { access: ['association'], bodySeconds: UPLOAD_SECONDS },
      // Rows are looked at one by one, while they come.
      validatorCompiler: (route) => (route.httpPart === 'body' ? () => true : compile(route as never)),
      schema: {
        operationId: 'importMembers',
        summary: 'Import a table of members',
        description,
        tags: ['imports'],
        querystring: query,
        headers: idempotencyHeader,
        body: {
          content: {
            [MEDIA_TYPES.json]: { schema: ref(MemberRows) },
            [MEDIA_TYPES.ndjson]: { schema: LINES },
            [MEDIA_TYPES.csv]: { schema: TABLE },
          },
        },
        response: {
          200: { description: 'Done; what became of each row is at `/rows`', ...imported },
          202: { description: 'To be done by a job', ...imported },
          ...problems(
            'invalid_request',
            'unauthenticated',
            'forbidden',
            'missing_scope',
            'idempotency_in_progress',
            'duplicate',
            'payload_too_large',
            'unsupported_media_type',
            'import_refused',
            'idempotency_mismatch',
            'rate_limited',
          ),
        },
      },
    },
    async (request, reply) => {
      const { encoding, delimiter, ...asked } = request.query
      reading.places.take(reply)
      const upload = await stage(request, { encoding, delimiter }, { faultsIn })
      const import_: NewImport = {
        id: upload.id,
        mode: asked.mode ?? 'upsert',
        match_on: asked.match_on ?? 'hcp_code',
        on_error: asked.on_error ?? 'abort',
        dry_run: asked.dry_run ?? false,
        reason: asked.reason ?? null,
      }
      const manner = { origin: 'import', body: `${request.headers['content-type']}\n${upload.sha256}` }
      const language = negotiateLanguage(request.headers)
      const work = (writing: Writing) => start(writing, import_, upload, language)
      return await keepingUpload(reading.db, upload.id, () =>
        answerWrite(request, reply, reading, work, undefined, manner),
      )
    },
  )

  async function stage(
    request: FastifyRequest,
    asked: Parameters<typeof uploadIn>[1],
    reader: Parameters<typeof stageUpload>[2],
  ): Promise<Upload> {
    const at = reading.clock()
    const sent = uploadIn(request, asked, MOST_BYTES)
    const table =
      'records' in sent ? tableOfRecords(sent.records, nearest) : tableOfObjects(sent.values, nearest)
    const facts = () => {
      const { format, detected, measured } = sent
      return { format, ...detected, byte_count: measured.bytes, sha256: measured.sha256 }
    }
    return await stageUpload(reading.pool, { id: v7({ msecs: at.getTime() }), table, facts, at }, reader)
  }

  async function start(
    writing: Writing,
    import_: NewImport,
    upload: Upload,
    language: Language,
  ): Promise<Outcome> {
    const location = `/v1/member-imports/${import_.id}`
    const answer = async (status: 200 | 202) => {
      const body = (await findImport(writing.trx, import_.id))!
      return { status, location, body } as const
    }
    if (upload.row_count > MOST_NOW) {
      await importLater(writing, import_)
      return await answer(202)
    }
    const tally = await importNow(writing, import_, upload.columns)
    const count = REFUSED.reduce((sum, outcome) => sum + tally[outcome], 0)
    // For the answer to tell the position.
    await writing.number()
    const outcome = await answer(200)
    if (count === 0 || import_.on_error === 'continue' || import_.dry_run) return outcome
    const place = reading.publicUrl + location
    const problem = new DomainError('import_refused', {
      values: { count, rows: `${place}/rows?outcome=${REFUSED.join(',')}`, errors: `${place}/errors.csv` },
      headers: { location: place },
      members: {
        errors: (await firstErrors(writing.trx, import_.id)).map((fault) => faultItem(fault, language)),
      },
    })
    return { ...outcome, problem }
  }
}
