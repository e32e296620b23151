import type { Text } from '../../domain/messages.ts'
import type { ExportVintage, Snapshot } from '../schema.ts'
import { CONTEXT } from './context.ts'

/** A kind of record, and how it is had besides in the files of snapshots. */
export interface Offered {
  readonly type: string
  readonly title: Text
  readonly description: string
  readonly frequency: Frequency
  readonly licence: Licence
  readonly lists: readonly { readonly url: string; readonly mediaType: string; readonly licence: Licence }[]
}

export interface Licence {
  readonly terms: string
  readonly attribution: string
  readonly url: string | null
}

/** Of the authority table of the Publications Office of the European Union: irregular, continuously, daily. */
export type Frequency = 'IRREG' | 'UPDATE_CONT' | 'DAILY'

/** What a catalogue is made of, besides the tables that it lists. */
export interface Facts {
  readonly network: { readonly name: Text; readonly acronym: string }
  /** The newest, if one is made. */
  readonly snapshot: Snapshot | null
  readonly vintage: ExportVintage | null
}

const AUTHORITY = 'http://publications.europa.eu/resource/authority'
const LANGUAGES = ['ar', 'fr', 'en'].map((code) => `http://id.loc.gov/vocabulary/iso639-1/${code}`)
const MOROCCO = `${AUTHORITY}/country/MAR`
const GOVERNMENT = `${AUTHORITY}/data-theme/GOVE`
const IANA = 'https://www.iana.org/assignments/media-types/'
const OPENAPI = 'https://spec.openapis.org/oas/v3.1.1.html'
const DATA_PACKAGE = 'application/vnd.datapackage+json'
/** What IANA has not registered has no address to be told by. */
const UNREGISTERED = ['application/x-ndjson']

const TITLE = {
  ar: 'البيانات المفتوحة للشبكة المغربية للجماعات الترابية المنفتحة',
  fr: 'Données ouvertes du Réseau marocain des collectivités territoriales ouvertes',
  en: 'Open data of the Moroccan network of open territorial collectivities',
}
const DESCRIPTION = {
  ar: 'سجل الجهات ومجالس العمالات والأقاليم والجماعات، وأعضاء الشبكة، وبرامج عمل الانفتاح من الورشات إلى التصويت والتتبع، مع مصدر كل معلومة.',
  fr: 'Le registre des régions, des conseils préfectoraux et provinciaux et des communes, les membres du réseau, et leurs programmes d’action d’ouverture, des ateliers au vote et au suivi, chaque fait avec sa source.',
  en: 'The register of regions, provincial and prefectoral councils and communes, the members of the network, and their action plans of openness from workshop to vote and follow-up, each fact with its source.',
}
const API = { ar: 'واجهة برمجية', fr: 'API REST', en: 'REST API' }
const FEED = { ar: 'سجل التغييرات', fr: 'Flux des changements', en: 'Feed of changes' }
const EXPORTS = { ar: 'نسخ مؤرخة يومية', fr: 'Exports quotidiens datés', en: 'Dated daily exports' }
const VINTAGES =
  'All that was public, as files, on each day that is kept; on days on which nothing has changed it is the same.'

/** The catalogue of an installation (DCAT 3), as JSON-LD. */
export function catalogueOf(
  origin: string,
  facts: Facts,
  offered: readonly Offered[],
  contact: string | undefined,
) {
  const { network, snapshot, vintage } = facts
  const api = `${origin}/v1`
  const publisher = { '@id': `${api}/network`, '@type': 'foaf:Organization', ...named(network) }
  const common = {
    publisher: { '@id': publisher['@id'] },
    language: LANGUAGES,
    spatial: MOROCCO,
    ...contactOf(network, contact),
  }
  const datasets = offered.map((one) => datasetOf(origin, one, snapshot, common))
  const served = datasets.map((dataset) => dataset['@id'])
  const service = (at: string, title: Text) => ({
    '@id': at,
    '@type': 'dcat:DataService',
    title,
    endpointURL: at,
    endpointDescription: `${origin}/openapi.json`,
    conformsTo: OPENAPI,
    page: `${origin}/docs/`,
    servesDataset: served,
    publisher: common.publisher,
  })
  return {
    '@context': CONTEXT,
    '@id': `${api}/catalog`,
    '@type': 'dcat:Catalog',
    title: TITLE,
    description: DESCRIPTION,
    ...common,
    publisher,
    homepage: `${origin}/`,
    license: `${api}/licences`,
    ...(snapshot === null ? {} : { modified: snapshot.made_at }),
    dataset: [...datasets, ...seriesOf(api, vintage, common)],
    service: [service(api, API), service(`${api}/changes`, FEED)],
  }
}

const named = ({ name, acronym }: Facts['network']) => ({ name, nick: acronym })

function contactOf({ name }: Facts['network'], contact: string | undefined) {
  if (contact === undefined) return {}
  const way = contact.startsWith('mailto:') ? { hasEmail: contact } : { hasURL: contact }
  return { contactPoint: { '@type': 'vcard:Organization', fn: name, ...way } }
}

const licenceAt = (origin: string, { url }: Licence) => url ?? `${origin}/v1/licences`
const rightsOf = ({ attribution }: Licence) => ({ '@type': 'dct:RightsStatement', label: attribution })

const formOf = (mediaType: string) =>
  UNREGISTERED.includes(mediaType)
    ? { format: { '@type': 'dct:MediaTypeOrExtent', label: mediaType } }
    : { mediaType: IANA + mediaType }

function datasetOf(origin: string, one: Offered, snapshot: Snapshot | null, common: object) {
  const { type, title, description, frequency, licence, lists } = one
  const api = `${origin}/v1`
  const fields = `${api}/dictionary?type=${type}`
  const of = (mediaType: string, { license = licence }: { license?: Licence } = {}) => ({
    '@type': 'dcat:Distribution',
    title: { en: `${title.en}, ${mediaType}` },
    ...formOf(mediaType),
    license: licenceAt(origin, license),
    rights: rightsOf(license),
    conformsTo: fields,
  })
  const live = lists.map((list) => ({
    ...of(list.mediaType, { license: list.licence }),
    accessURL: list.url,
    accessService: api,
  }))
  const files = (snapshot?.files ?? [])
    .filter((file) => file.type === type)
    .map((file) => ({ ...of(fileType(file.format)), ...fileAt(file), modified: snapshot!.made_at }))
  return {
    '@id': `${api}/catalog?type=${type}`,
    '@type': 'dcat:Dataset',
    identifier: type,
    title,
    description: { en: description },
    ...common,
    theme: GOVERNMENT,
    accrualPeriodicity: `${AUTHORITY}/frequency/${frequency}`,
    license: licenceAt(origin, licence),
    distribution: [...live, ...files],
  }
}

const fileType = (format: string) => (format === 'csv' ? 'text/csv' : 'application/x-ndjson')

/** A file that never changes, and how to see that it came whole. */
const fileAt = ({ url, bytes, sha256 }: { url: string; bytes: number; sha256: string }) => ({
  accessURL: url,
  downloadURL: url,
  byteSize: bytes,
  checksum: {
    '@type': 'spdx:Checksum',
    algorithm: 'spdx:checksumAlgorithm_sha256',
    checksumValue: sha256,
  },
})

/** The vintages of past days, of which the newest is told and the others are at the same address. */
function seriesOf(api: string, vintage: ExportVintage | null, common: object): object[] {
  if (vintage === null) return []
  const series = `${api}/exports`
  const day = `${series}#${vintage.day}`
  const about = { description: { en: VINTAGES }, ...common, theme: GOVERNMENT }
  return [
    {
      '@id': series,
      '@type': 'dcat:DatasetSeries',
      title: EXPORTS,
      ...about,
      accrualPeriodicity: `${AUTHORITY}/frequency/DAILY`,
      last: day,
    },
    {
      '@id': day,
      '@type': 'dcat:Dataset',
      title: Object.fromEntries(
        Object.entries(EXPORTS).map(([language, title]) => [language, `${title}: ${vintage.day}`]),
      ),
      ...about,
      issued: vintage.day,
      inSeries: series,
      distribution: [
        {
          '@type': 'dcat:Distribution',
          ...formOf(DATA_PACKAGE),
          ...fileAt(vintage.data_package),
          license: `${api}/licences`,
        },
      ],
    },
  ]
}
