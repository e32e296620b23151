import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TProperties, type TSchema, Type } from 'typebox'
import { copyRows } from '../db/copy.ts'
import { packCursor, unpackCursor, unreadableCursor } from '../db/cursor.ts'
import { isWrongValue } from '../db/errors.ts'
import { type Listing, type Page, readPage } from '../db/listing.ts'
import { DomainError } from '../domain/errors.ts'
import { readPosition } from '../domain/position.ts'
import { type Answer, isForEverybody, sendPrivate, sendStream, sendText } from './answer.ts'
import { MEDIA_TYPES, negotiateFormat } from './negotiate.ts'
import type { Reading, Source } from './reading.ts'
import { asArray, startingWith } from './rows.ts'
import { commaList, nullable, open, ref, strict, words } from './schema.ts'
import { positionHeader, readFrom } from './sources.ts'

export const LIST_FORMATS = ['json', 'csv', 'ndjson', 'geojson'] as const
const DEFAULT_LIMIT = 50
const MAX_LIMIT = 500

/** Query parameters that every list takes. */
export function listParameters(of: {
  sorts: readonly string[]
  fields: readonly string[]
  includes: readonly string[]
}) {
  const sorts = of.sorts.flatMap((sort) => [sort, `-${sort}`])
  return {
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: MAX_LIMIT,
        description: 'Rows of a page; JSON has 50 when not said',
      }),
    ),
    cursor: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 1_000,
        pattern: '^[A-Za-z0-9_-]+$',
        description: 'Opaque: `next_cursor` of the page before, with the same filters and sort',
      }),
    ),
    count: Type.Optional(words(['exact'], '`exact` fills `page.total`')),
    sort: commaList(
      words(sorts, 'Field; `-` before it for descending'),
      'Fields to sort by; ends with the id',
    ),
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'Search in names, variants included: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents; typing mistakes forgiven when nothing matches as typed',
      }),
    ),
    modified_since: Type.Optional(
      Type.String({
        format: 'date-time',
        description: 'Records changed at or after this instant (a filter, not a way to sync)',
      }),
    ),
    ...viewParameters(of),
    format: Type.Optional(
      words(LIST_FORMATS, 'Instead of `Accept`; all but `json` stream every row unless `limit` is given'),
    ),
    bom: Type.Optional(Type.Boolean({ description: 'CSV: start with a byte order mark' })),
    excel_safe: Type.Optional(
      Type.Boolean({
        description: 'CSV: an apostrophe before a cell that a spreadsheet would run as a formula',
      }),
    ),
  }
}

/** Query parameter that says how little of a record is shown. */
export function fieldsParameter(fields: readonly string[]) {
  return commaList(
    words(fields, 'Dotted name of a field, or of a group of them'),
    'Only these fields: the answer is then a part of the schema',
  )
}

/** Query parameters that say how much of a record is shown. */
export function viewParameters({
  fields,
  includes,
}: {
  fields: readonly string[]
  includes: readonly string[]
}) {
  return {
    fields: fieldsParameter(fields),
    include: commaList(words(includes, 'What to add'), 'Adds what is left out by default'),
  }
}

/** Query parameter that searches texts of the record itself, where names of collectivities are not looked at. */
export const wordsParameter = (of: string) =>
  Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: `Words of the ${of}, in any language: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents`,
    }),
  )

export const asOfParameter = Type.Optional(
  Type.String({
    format: 'date',
    description: 'The situation at the end of this civil day (Africa/Casablanca); today when not said',
  }),
)

/**
 * The envelope of a list.
 *
 * @param dated whether the list tells the situation of a day: always, never, or when it was asked for
 */
export function pageOf<T extends TSchema>(item: T, id: string, dated: boolean | 'on request' = true) {
  const asOf = Type.String({ format: 'date', description: 'The day of which the list tells' })
  return open(
    {
      data: Type.Array(ref(item)),
      links: open({ self: Type.String(), next: nullable(Type.String()) }),
      page: open({
        limit: Type.Integer(),
        next_cursor: nullable(Type.String()),
        total: nullable(Type.Integer({ description: 'With `count=exact`' })),
      }),
      meta: open({
        position: Type.String({
          description: 'Of the newest change that the answer depends on; opaque, this installation’s own',
        }),
        ...(dated === false ? {} : { as_of: dated === true ? asOf : Type.Optional(asOf) }),
        match: Type.Optional(
          words(
            ['exact', 'approximate', 'none'],
            'Of a search: `approximate` when no name holds what was typed and these are like it',
          ),
        ),
      }),
    },
    { $id: id, description: 'A page of a list' },
  )
}

const Feature = (item: TSchema) =>
  open({
    type: words(['Feature'], 'RFC 7946'),
    id: Type.String({ format: 'uuid' }),
    geometry: nullable(Type.Unsafe<object>({ type: 'object' })),
    properties: ref(item),
  })

/** A list as GeoJSON. */
export function featuresOf<T extends TSchema>(item: T, id: string) {
  return open(
    {
      type: words(['FeatureCollection'], 'RFC 7946'),
      attribution: Type.String(),
      features: Type.Array(Feature(item)),
    },
    { $id: id, description: 'GeoJSON (RFC 7946)' },
  )
}

export function featureOne<T extends TSchema>(item: T, id: string) {
  return open({ ...Feature(item).properties }, { $id: id, description: 'GeoJSON (RFC 7946)' })
}

const TABLE = { type: 'string', description: 'One row a record; nested names joined by a dot' }
const LINES = { type: 'string', description: 'One JSON record a line' }

/** The 200 entry of a list in each of its formats. */
export function listResponse(page: TSchema, features: TSchema) {
  return {
    description: 'The rows that the filters keep',
    headers: answerHeaders,
    content: {
      [MEDIA_TYPES.json]: { schema: ref(page) },
      [MEDIA_TYPES.csv]: { schema: TABLE },
      [MEDIA_TYPES.ndjson]: { schema: LINES },
      [MEDIA_TYPES.geojson]: { schema: ref(features) },
    },
  }
}

export const TABLE_FORMATS = ['json', 'csv', 'ndjson'] as const

/** The 200 entry of a list without a place. */
export const tableResponse = (page: TSchema, description: string) => ({
  description,
  headers: answerHeaders,
  content: {
    [MEDIA_TYPES.json]: { schema: ref(page) },
    [MEDIA_TYPES.csv]: {
      schema: { type: 'string', description: 'One row a record; nested names joined by a dot' },
    },
    [MEDIA_TYPES.ndjson]: { schema: { type: 'string', description: 'One JSON record a line' } },
  },
})

/** `format` of a list without a place. */
export const tableFormat = {
  format: Type.Optional(
    words(TABLE_FORMATS, 'Instead of `Accept`; all but `json` stream every row unless `limit` is given'),
  ),
}

export const answerHeaders = {
  ETag: { type: 'string', description: 'Strong; send it back in If-None-Match' },
  Link: { type: 'string', description: 'RFC 8288: `next`, `license`' },
  'Surrogate-Key': {
    type: 'string',
    description:
      'For shared caches: the types of records that the answer is made of, as `/v1/changes` names them',
  },
  Position: positionHeader,
}

export const notModified = { description: 'The client has this very answer', type: 'null' } as const

export const OSM_ATTRIBUTION =
  'Haut-Commissariat au Plan (codes, names, census); boundaries © OpenStreetMap contributors, ODbL 1.0'

export interface ListQuery {
  limit?: number
  cursor?: string
  count?: 'exact'
  format?: (typeof LIST_FORMATS)[number]
  bom?: boolean
  excel_safe?: boolean
  q?: string
}

/** What a cursor is bound to: everything that decides which rows there are and in what order. */
function identity(request: FastifyRequest): string {
  const { limit, cursor, count, fields, include, format, bom, excel_safe, geometry, ...rest } =
    request.query as Record<string, unknown>
  const sorted = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${request.url.split('?', 1)[0]} ${JSON.stringify(sorted)}`
}

/**
 * Answers a list in the format that the client wants: a page of JSON, or all the rows as a stream.
 *
 * @param asOf the civil day whose situation is told; null where no day matters
 */
export async function sendList(
  request: FastifyRequest<{ Querystring: ListQuery }>,
  reply: FastifyReply,
  reading: Reading,
  list: Listing,
  asOf: string | null,
  formats: readonly (typeof LIST_FORMATS)[number][] = LIST_FORMATS,
): Promise<FastifyReply> {
  const { query } = request
  const format = negotiateFormat(request.headers, query.format, formats)
  for (const name of ['bom', 'excel_safe'] as const)
    if (query[name] !== undefined && format !== 'csv')
      throw new DomainError('invalid_request', {
        faults: [{ at: { parameter: name }, code: 'only_with', values: { expected: 'format=csv' } }],
      })
  const bound = identity(request)
  const { keys: after, seen = 0 } =
    query.cursor === undefined ? {} : unpackCursor(bound, query.cursor, list.sort.length)
  const answer = (position: string): Answer => ({
    format,
    version: position,
    variant: asOf === null ? [reading.edition] : [reading.edition, asOf],
    // One that stands elsewhere than at the newest public change moves with what nobody is told of.
    ...(list.position === undefined ? { grounds: [{ position, dependsOn: list.dependsOn }] } : {}),
  })

  if (format !== 'json') {
    reading.places.take(reply)
    const options = { format, excelSafe: query.excel_safe ?? false, limit: query.limit, after }
    const copy = async ({ pool }: Source) => await copyRows(pool, list, options)
    const rows = await readFrom(request, reading, copy, seen).catch(aboutCursor(query.cursor))
    reply.header('position', rows.position)
    const name = request.url.split('?', 1)[0]!.split('/').pop()
    const fileName = `${asOf === null ? name : `${name}-${asOf}`}.${format}`
    return await sendStream(
      request,
      reply,
      { ...answer(rows.position), fileName },
      rows,
      stages(format, query),
    )
  }

  const limit = query.limit ?? DEFAULT_LIMIT
  const read = async ({ db }: Source) =>
    await readPage(db, list, { limit, after, count: query.count === 'exact' })
  const page = await readFrom(request, reading, read, seen).catch(aboutCursor(query.cursor))
  const cursor = page.next === null ? null : packCursor(bound, page.next, seenBy(reading, page, seen))
  const next = cursor === null ? null : link(reading, request, cursor)
  if (next !== null) reply.header('link', `<${next}>; rel="next"`)
  reply.header('position', page.position)
  const rest = JSON.stringify({
    links: { self: reading.publicUrl + request.url, next },
    page: { limit, next_cursor: cursor, total: page.total },
    meta: {
      position: page.position,
      ...(asOf === null ? {} : { as_of: asOf }),
      ...(query.q === undefined ? {} : { match: matchOf(page) }),
    },
  })
  const text = Buffer.concat([DATA, ...page.rows.flatMap(separated), Buffer.from(`],${rest.slice(1)}`)])
  if (!isForEverybody(request)) return await sendPrivate(reply, text)
  return await sendText(request, reply, answer(page.position), text)
}

const DATA = Buffer.from('{"data":[')
const COMMA = Buffer.from(',')
const separated = (row: Buffer, index: number) => (index === 0 ? [row] : [COMMA, row])

/** A cursor that somebody made up with the right fingerprint holds keys that the columns do not take. */
const aboutCursor = (cursor: string | undefined) => (error: unknown) => {
  throw cursor !== undefined && isWrongValue(error) ? unreadableCursor() : error
}

/** What the next page must have seen, where it may be read from another server. */
const seenBy = ({ replicas }: Reading, { position }: Page, seen: number): number | undefined =>
  replicas === undefined ? undefined : Math.max(seen, readPosition(position)!.number)

const matchOf = ({ rows, approximate }: Page) =>
  rows.length === 0 ? 'none' : approximate ? 'approximate' : 'exact'

function stages(format: Exclude<(typeof LIST_FORMATS)[number], 'json'>, query: ListQuery) {
  if (format === 'ndjson') return []
  if (format === 'csv') return query.bom ? [startingWith('\uFEFF')] : []
  return [
    asArray(
      `{"type":"FeatureCollection","attribution":${JSON.stringify(OSM_ATTRIBUTION)},"features":[\n`,
      '\n]}\n',
    ),
  ]
}

/** The address of the next page: this one's, with another cursor. */
function link({ publicUrl }: Reading, request: FastifyRequest, cursor: string): string {
  const [path, query = ''] = request.url.split('?')
  const kept = query.split('&').filter((pair) => pair !== '' && !pair.startsWith('cursor='))
  return `${publicUrl}${path}?${[...kept, `cursor=${cursor}`].join('&')}`
}

/**
 * That the end of a range does not come before its start.
 *
 * @throws {DomainError} `invalid_request` at the parameter of the end
 */
export function requireForwards(query: object, from: string, until: string): void {
  const [start, end] = [from, until].map((name) => (query as Record<string, string | undefined>)[name])
  if (start === undefined || end === undefined || Date.parse(start) <= Date.parse(end)) return
  throw new DomainError('invalid_request', {
    faults: [{ at: { parameter: until }, code: 'range_reversed', values: { limit: start } }],
  })
}

/** Strict query parameters; lists stand with commas. */
export function parameters<T extends TProperties>(properties: T) {
  return { ...strict(properties), style: 'form', explode: false }
}
