import jsonld from 'jsonld'
import t from 'tap'
import { RECORD_TYPES } from '../../src/domain/record-types.ts'
import { appOn, startApp } from '../support/app.ts'
import { plantVintage } from '../support/snapshots.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document of somebody else's form, walked as it is
type Loose = any

const service = await startApp(t)
const { request, json, url, files } = service
const BASE = 'https://data.example.org'
const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'

/** The nodes of the graph by their addresses, as any reader of JSON-LD finds them; no other host is asked. */
async function graphOf(document: object): Promise<Map<string, Loose>> {
  const documentLoader = async (address: string) => Promise.reject(new Error(`asks ${address}`))
  const options: Loose = { base: `${BASE}/v1/catalog`, documentLoader }
  const flat: Loose = await jsonld.flatten(document as Loose, undefined, options)
  return new Map(flat.map((node: Loose) => [node['@id'], node]))
}

const of = (graph: Map<string, Loose>, type: string) =>
  [...graph.values()].filter((node) => node['@type']?.includes(DCAT + type))
const languages = (node: Loose, term: string) =>
  (node[DCT + term] ?? []).map((value: Loose) => value['@language']).sort()
const one = (node: Loose, term: string) => node[term]?.[0]['@id'] ?? node[term]?.[0]['@value']

t.test('before the first snapshot it tells of the lists', async (t) => {
  const graph = await graphOf(await json('/v1/catalog'))
  t.equal(of(graph, 'Catalog').length, 1)
  t.equal(of(graph, 'DatasetSeries').length, 0)
  const distributions = of(graph, 'Distribution')
  t.ok(distributions.length > 30)
  t.notOk(distributions.some((node) => node[`${DCAT}downloadURL`]))
})

t.test('what DCAT wants of each node is there', async (t) => {
  await plantVintage(service)
  const graph = await graphOf(await json('/v1/catalog'))
  const network = (await json('/v1/network')).name

  const [catalog] = of(graph, 'Catalog')
  t.equal(catalog['@id'], `${BASE}/v1/catalog`)
  t.same(languages(catalog, 'title'), ['ar', 'en', 'fr'])
  t.same(languages(catalog, 'description'), ['ar', 'en', 'fr'])
  const publisher = graph.get(one(catalog, `${DCT}publisher`))
  t.same(publisher['@type'], ['http://xmlns.com/foaf/0.1/Organization'])
  const names = publisher['http://xmlns.com/foaf/0.1/name']
  t.same(Object.fromEntries(names.map((name: Loose) => [name['@language'], name['@value']])), network)
  t.equal(one(catalog, `${DCT}spatial`), 'http://publications.europa.eu/resource/authority/country/MAR')
  t.same(
    catalog[`${DCT}language`].map((node: Loose) => node['@id'].slice(-2)),
    ['ar', 'fr', 'en'],
  )
  t.ok(Date.parse(one(catalog, `${DCT}modified`)))
  t.notOk(catalog[`${DCAT}contactPoint`], 'nobody has said whom to ask')

  const datasets = of(graph, 'Dataset').filter((node) => node[`${DCT}identifier`])
  t.same(datasets.map((node) => one(node, `${DCT}identifier`)).sort(), [...RECORD_TYPES].sort())
  const listed = catalog[`${DCAT}dataset`].map((node: Loose) => node['@id'])
  for (const dataset of datasets) {
    const name = dataset['@id']
    t.ok(listed.includes(name), name)
    t.same(languages(dataset, 'title'), ['ar', 'en', 'fr'], name)
    t.ok(one(dataset, `${DCT}description`), name)
    t.equal(one(dataset, `${DCT}publisher`), publisher['@id'])
    t.match(one(dataset, `${DCT}license`), /^https:/)
    t.match(one(dataset, `${DCT}accrualPeriodicity`), /authority\/frequency\/(IRREG|UPDATE_CONT)$/)
    t.ok(dataset[`${DCAT}distribution`].length >= 2, `${name} is to be had`)
  }

  const [series] = of(graph, 'DatasetSeries')
  t.equal(series['@id'], `${BASE}/v1/exports`)
  t.match(one(series, `${DCT}accrualPeriodicity`), /DAILY$/)
  const last = graph.get(one(series, `${DCAT}last`))
  t.equal(one(last, `${DCAT}inSeries`), series['@id'])
  t.equal(one(last, `${DCT}issued`), '2026-02-02')

  const services = of(graph, 'DataService')
  t.same(
    services.map((node) => one(node, `${DCAT}endpointURL`)),
    [`${BASE}/v1`, `${BASE}/v1/changes`],
  )
  for (const node of services) {
    t.equal(one(node, `${DCAT}endpointDescription`), `${BASE}/openapi.json`)
    t.equal(node[`${DCAT}servesDataset`].length, RECORD_TYPES.length)
    t.same(languages(node, 'title'), ['ar', 'en', 'fr'])
  }
})

t.test('each distribution is there, as what it is declared', async (t) => {
  const graph = await graphOf(await json('/v1/catalog'))
  const distributions = of(graph, 'Distribution')
  const seen = new Set<string>()
  for (const node of distributions) {
    const address = one(node, `${DCAT}accessURL`)
    const iana = one(node, `${DCAT}mediaType`)?.replace('https://www.iana.org/assignments/media-types/', '')
    const format = node[`${DCT}format`]?.[0]['@id']
    const label = 'http://www.w3.org/2000/01/rdf-schema#label'
    const mediaType = iana ?? one(graph.get(format), label)
    const answer = await request(address.replace(BASE, ''))
    t.equal(answer.statusCode, 200, address)
    t.equal(String(answer.headers['content-type']).split(';')[0], mediaType, address)
    t.match(one(node, `${DCT}license`), mediaType === 'application/geo+json' ? /odbl/ : /licences$/)
    seen.add(mediaType)
    if (node[`${DCAT}downloadURL`] === undefined) continue
    t.equal(Number(one(node, `${DCAT}byteSize`)), answer.rawPayload.length, address)
    const checksum = graph.get(one(node, 'http://spdx.org/rdf/terms#checksum'))
    t.equal(`"${one(checksum, 'http://spdx.org/rdf/terms#checksumValue')}"`, answer.headers.etag, address)
  }
  t.same([...seen].sort(), [
    'application/geo+json',
    'application/json',
    'application/vnd.datapackage+json',
    'application/x-ndjson',
    'text/csv',
  ])
})

t.test('found, asked for in either form, in part, and kept', async (t) => {
  const { linkset } = (await request('/.well-known/api-catalog')).json()
  const [{ href, type }] = linkset[0]['service-meta']
  const found = await request({ url: href, headers: { accept: type } })
  t.match(found.headers['content-type'], /^application\/ld\+json/)
  const plain = await request({ url: href, headers: { accept: 'application/json' } })
  t.match(plain.headers['content-type'], /^application\/json/)
  t.equal(plain.body, found.body)
  t.not(plain.headers.etag, found.headers.etag)
  const known = { 'if-none-match': String(found.headers.etag) }
  t.equal((await request({ url: href, headers: known })).statusCode, 304)
  const part = await graphOf(await json('/v1/catalog?type=region,member'))
  t.equal(of(part, 'Dataset').filter((node) => node[`${DCT}identifier`]).length, 2)

  await service.db.deleteFrom('export_vintage').execute()
  t.equal((await request({ url: href, headers: known })).statusCode, 200, 'an export less')
})

t.test('with an address of its own, and somebody to ask', async (t) => {
  for (const [contact, term] of [
    ['mailto:data@example.org', 'hasEmail'],
    ['https://example.org/contact', 'hasURL'],
  ] as const) {
    const there = await appOn(t, url, { files, publicUrl: BASE, dataContact: contact })
    const document = await there.json('/v1/catalog')
    t.equal(document['@id'], `${BASE}/v1/catalog`)
    const graph = await graphOf(document)
    const [catalog] = of(graph, 'Catalog')
    const point = graph.get(one(catalog, `${DCAT}contactPoint`))
    t.equal(one(point, `http://www.w3.org/2006/vcard/ns#${term}`), contact)
    for (const node of of(graph, 'Distribution'))
      t.ok(one(node, `${DCAT}accessURL`).startsWith(`${BASE}/v1/`))
  }
})
