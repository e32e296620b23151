import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DomainError } from '../../domain/errors.ts'
import { RECORD_TYPES, type RecordType } from '../../domain/record-types.ts'
import { sendText } from '../../http/answer.ts'
import { LICENCES } from '../../http/licences.ts'
import { answerHeaders, notModified, parameters } from '../../http/list.ts'
import { type Format, MEDIA_TYPES, negotiateFormat } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { commaList, ref, words } from '../../http/schema.ts'
import { describeTable, RESOURCES } from '../dictionary/schema.ts'
import { factsOf } from '../tables/commands.ts'
import { catalogueOf, type Offered } from './dcat.ts'
import { findCatalogued } from './queries.ts'
import { Catalog } from './schema.ts'

export interface CatalogOptions {
  reading: Reading
  /** `mailto:…` or `https://…`, for who has a question about the data. */
  contact: string | undefined
}

/** What there is to be had, for the catalogues of others. To come before the routes that it tells of. */
export const catalogRoutes: FastifyPluginAsyncTypebox<CatalogOptions> = async (app, { reading, contact }) => {
  app.addSchema(Catalog)
  const { publicUrl } = reading
  /** Media types of each address, as its route declares them. */
  const declared = new Map<string, string[]>()
  app.addHook('onRoute', ({ method, url, schema }) => {
    const response = schema?.response as { 200?: { content?: object } } | undefined
    if (method === 'GET') declared.set(url, Object.keys(response?.[200]?.content ?? {}))
  })
  const offer = (type: RecordType): Offered => {
    const { path, title, licence, frequency } = RESOURCES[type]
    const { description } = describeTable(type, factsOf(type))
    const lists = (declared.get(path) ?? []).map((mediaType) => ({
      url: publicUrl + path + asked(mediaType),
      mediaType,
      licence: LICENCES[mediaType === MEDIA_TYPES.geojson ? 'outlines' : licence],
    }))
    return { type, title, description, frequency, licence: LICENCES[licence], lists }
  }
  let offered: readonly Offered[] = []
  app.addHook('onReady', async () => {
    offered = RECORD_TYPES.map(offer)
  })

  app.get(
    '/catalog',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getCatalog',
        summary: 'A catalogue of all there is to be had (DCAT 3)',
        description:
          'For the catalogues of others: each kind of record with its terms, its list in every format and its files in the newest snapshot; the dated exports; this API and its feed. JSON-LD with its context inline; as `application/json` it is the same text.',
        tags: ['about'],
        querystring: parameters({
          type: commaList(words(RECORD_TYPES, 'Kind of record'), 'Only these data sets; all when not said'),
        }),
        response: {
          200: {
            description: 'The catalogue',
            headers: answerHeaders,
            content: {
              [MEDIA_TYPES.jsonld]: { schema: ref(Catalog) },
              [MEDIA_TYPES.json]: { schema: ref(Catalog) },
            },
          },
          304: notModified,
          ...problems('invalid_request', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const format = negotiateFormat(request.headers, undefined, ['jsonld', 'json'])
      const facts = await findCatalogued(reading.db, publicUrl)
      if (facts === undefined) throw new DomainError('not_found')
      const { type: wanted = RECORD_TYPES } = request.query
      const told = offered.filter(({ type }) => (wanted as readonly string[]).includes(type))
      const files = [facts.snapshot?.position, facts.snapshot?.made_at, facts.vintage?.day].join(' ')
      const answer = { format, version: String(facts.revision), variant: [reading.edition, files] }
      return await sendText(
        request,
        reply,
        answer,
        JSON.stringify(catalogueOf(publicUrl, facts, told, contact)),
      )
    },
  )
}

/** How an address is asked for a format; what it answers by default, it need not be. */
function asked(mediaType: string): string {
  const [format] = Object.entries(MEDIA_TYPES).find(([, type]) => type === mediaType) as [Format, string]
  return format === 'json' ? '' : `?format=${format}`
}
