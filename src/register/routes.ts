import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { civilDay } from '../domain/clock.ts'
import { type Reference, readIdentifier, readReference } from '../domain/codes.ts'
import { DomainError } from '../domain/errors.ts'
import { readBox, readCircle, readPoint } from '../domain/places.ts'
import type { CollectivityType } from '../domain/register-types.ts'
import { sendRecord } from '../http/answer.ts'
import {
  answerHeaders,
  asOfParameter,
  featureOne,
  featuresOf,
  listParameters,
  listResponse,
  notModified,
  pageOf,
  parameters,
  sendList,
  viewParameters,
} from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, fieldPaths, ref, strict, words } from '../http/schema.ts'
import { readFrom } from '../http/sources.ts'
import { type Asked, collectivities, findCollectivity, SORTS, type Sort, typeOf } from './queries.ts'
import { Collectivity, GEOMETRIES, INCLUDES, registerObjects } from './schema.ts'

const Page = pageOf(Collectivity, 'CollectivityPage')
const Features = featuresOf(Collectivity, 'CollectivityFeatures')
const One = featureOne(Collectivity, 'CollectivityFeature')

const fields = fieldPaths(Collectivity, registerObjects).filter(
  (path) => ![...INCLUDES, 'geometry'].includes(path.split('.')[0]!),
)

const codes = (of: string) =>
  commaList(Type.String({ format: 'collectivity', maxLength: 40 }), `${of}: ids or codes, any of them`)

const common = {
  ...listParameters({ sorts: SORTS, fields, includes: INCLUDES }),
  as_of: asOfParameter,
  member: Type.Optional(
    Type.Boolean({ description: 'Whether it is for sure a member of the network on `as_of`' }),
  ),
  identifier: Type.Optional(
    Type.String({
      format: 'identifier',
      maxLength: 100,
      description: '`scheme:value`, for instance `hcp:09.541`',
    }),
  ),
}

const geometry = (fallback: string) => ({
  geometry: Type.Optional(
    words(
      GEOMETRIES,
      `Adds \`geometry\`: a point well inside, or the outline (ODbL 1.0); ${fallback} when not said`,
    ),
  ),
})

const places = {
  ...geometry('GeoJSON has the centre, other formats none'),
  near: Type.Optional(
    Type.String({
      format: 'circle',
      description:
        '`longitude,latitude[,kilometres]`: those whose centre lies within (50 km when not said), the nearest first',
    }),
  ),
  bbox: Type.Optional(
    Type.String({
      format: 'box',
      description: '`west,south,east,north`: those whose outline’s bounding box meets it',
    }),
  ),
  at: Type.Optional(
    Type.String({
      format: 'point',
      description: '`longitude,latitude`: the one whose outline contains the point',
    }),
  ),
}

const kind = commaList(words(['province', 'prefecture'], 'What its territory is'), 'Province or prefecture')

const LIST_DESCRIPTION =
  'Members of the network or not; `membership` tells the episode in force at the end of `as_of`. In the order of the HCP code; of a search the best match, of `near` the nearest first.'

interface Resource {
  path: string
  type: CollectivityType
  operation: string
  one: string
  many: string
}

const RESOURCES = {
  regions: { path: '/regions', type: 'region', operation: 'Region', one: 'One region', many: 'The regions' },
  councils: {
    path: '/provincial-councils',
    type: 'provincial_council',
    operation: 'ProvincialCouncil',
    one: 'One provincial or prefectoral council',
    many: 'The provincial and prefectoral councils',
  },
  communes: {
    path: '/communes',
    type: 'commune',
    operation: 'Commune',
    one: 'One commune',
    many: 'The communes',
  },
} as const satisfies Record<string, Resource>

const byType = new Map<CollectivityType, Resource>(Object.values(RESOURCES).map((one) => [one.type, one]))

const asked = (parameter: string, texts: readonly string[] | undefined): readonly Asked[] | undefined =>
  texts?.map((text) => ({ parameter, text, reference: readReference(text)! }))

/** Every parameter that any of the three lists takes. */
interface Query {
  as_of?: string
  q?: string
  member?: boolean
  identifier?: string
  modified_since?: string
  sort?: string[]
  fields?: string[]
  include?: string[]
  format?: 'json' | 'csv' | 'ndjson' | 'geojson'
  region?: string[]
  province?: string[]
  kind?: string[]
  geometry?: (typeof GEOMETRIES)[number]
  near?: string
  bbox?: string
  at?: string
}

const defined = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

/** Regions, provincial councils and communes: one representation, three lists. */
export const registerRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  for (const schema of [Page, Features, One]) app.addSchema(schema)

  const list = (resource: Resource, querystring: ReturnType<typeof parameters>) =>
    app.get<{ Querystring: Query }>(
      resource.path,
      {
        config: { access: 'public' },
        schema: {
          operationId: `list${resource.operation}s`,
          summary: resource.many,
          description: LIST_DESCRIPTION,
          tags: ['register'],
          querystring,
          response: {
            200: listResponse(Page, Features),
            304: notModified,
            ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
          },
        },
      },
      async (request, reply) => {
        const { query } = request
        const today = civilDay(reading.clock())
        const asOf = query.as_of ?? today
        const format = negotiateFormat(request.headers, query.format, ['json', 'csv', 'ndjson', 'geojson'])
        const mapped = resource.type !== 'commune'
        const view = {
          asOf,
          fields: query.fields,
          include: query.include,
          geometry: query.geometry ?? (mapped && format === 'geojson' ? 'centre' : 'none'),
        }
        const filters = defined({
          region: asked('region', query.region),
          province: asked('province', query.province),
          kind: query.kind,
          member: query.member,
          identifier: query.identifier === undefined ? undefined : readIdentifier(query.identifier)!,
          q: query.q,
          near: query.near === undefined ? undefined : readCircle(query.near)!,
          bbox: query.bbox === undefined ? undefined : readBox(query.bbox)!,
          at: query.at === undefined ? undefined : readPoint(query.at)!,
          modifiedSince: query.modified_since,
        })
        const rows = collectivities(resource.type, filters, view, (query.sort ?? []) as Sort[])
        return await sendList(request, reply, reading, rows, asOf)
      },
    )

  const one = (resource: Resource, querystring: ReturnType<typeof parameters>) =>
    app.get<{ Params: { collectivity: string }; Querystring: Query }>(
      `${resource.path}/:collectivity`,
      {
        config: { access: 'public' },
        schema: {
          operationId: `get${resource.operation}`,
          summary: resource.one,
          description: 'By id, by HCP code (dots and the first zero may be missing) or by ISO 3166-2 code.',
          tags: ['register'],
          params: strict({
            collectivity: Type.String({ format: 'collectivity', maxLength: 40, description: 'Id or code' }),
          }),
          querystring,
          response: {
            200: {
              description: 'The record',
              headers: answerHeaders,
              content: {
                [MEDIA_TYPES.json]: { schema: ref(Collectivity) },
                [MEDIA_TYPES.geojson]: { schema: ref(One) },
              },
            },
            301: { description: 'The code is a former one; Location has the one in force', type: 'null' },
            304: notModified,
            ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
          },
        },
      },
      async (request, reply) => {
        const { query } = request
        const text = request.params.collectivity
        const reference = readReference(text)!
        const asOf = query.as_of ?? civilDay(reading.clock())
        const format = negotiateFormat(request.headers, query.format as 'json' | 'geojson' | undefined, [
          'json',
          'geojson',
        ])
        const mapped = resource.type !== 'commune'
        const view = {
          asOf,
          fields: query.fields,
          include: query.include,
          geometry: query.geometry ?? (mapped && format === 'geojson' ? 'centre' : 'none'),
        }
        const found = await readFrom(
          request,
          reading,
          async ({ db }) => await findCollectivity(db, resource.type, reference, view, format),
        )
        if (found === undefined) throw await notHere(text, reference, resource)
        if (found.former) {
          const search = request.url.split('?')[1]
          const path = `/v1${resource.path}/${found.hcp_code}${search === undefined ? '' : `?${search}`}`
          return await reply.redirect(reading.publicUrl + path, 301)
        }
        return await sendRecord(request, reply, reading, format, found, asOf)
      },
    )

  /** Not found, and where it is when it is a collectivity of another type. */
  async function notHere(text: string, reference: Reference, resource: Resource): Promise<DomainError> {
    const type = await typeOf(reading.db, reference)
    const elsewhere = type === undefined || type === resource.type ? undefined : byType.get(type)
    const fault = {
      at: { parameter: 'collectivity' },
      code: 'no_such_collectivity',
      values: { value: text },
    } as const
    if (elsewhere === undefined) return new DomainError('not_found', { faults: [fault] })
    const there = `${reading.publicUrl}/v1${elsewhere.path}/${encodeURIComponent(text)}`
    return new DomainError('not_found', {
      faults: [{ ...fault, code: 'found_elsewhere', values: { value: text, there } }],
      headers: { link: `<${there}>; rel="related"` },
    })
  }

  const oneFormat = { format: Type.Optional(words(['json', 'geojson'], 'Instead of `Accept`')) }
  const view = { ...viewParameters({ fields, includes: INCLUDES }), ...oneFormat, as_of: asOfParameter }

  list(RESOURCES.regions, parameters({ ...common, ...places }))
  list(RESOURCES.councils, parameters({ ...common, ...places, region: codes('Region'), kind }))
  list(
    RESOURCES.communes,
    parameters({ ...common, region: codes('Region'), province: codes('Province or prefecture') }),
  )
  one(RESOURCES.regions, parameters({ ...view, ...geometry('GeoJSON has the centre, JSON none') }))
  one(RESOURCES.councils, parameters({ ...view, ...geometry('GeoJSON has the centre, JSON none') }))
  one(RESOURCES.communes, parameters(view))
}
