import { Type } from 'typebox'
import { open } from '../../http/schema.ts'

const anything = (description: string) => Type.Unsafe<object>({ type: 'object', description })
const titles = Type.Record(Type.String(), Type.String(), { description: 'By language: ar, fr, en' })
const address = (description: string) => Type.String({ description })

export const Catalog = open(
  {
    '@context': anything(
      'What the names below stand for (JSON-LD 1.1): whole, nothing else has to be fetched',
    ),
    '@id': address('Address of the catalogue'),
    '@type': address('dcat:Catalog'),
    title: titles,
    description: titles,
    publisher: anything('The network, as `/v1/network` names it'),
    contactPoint: Type.Optional(anything('Where to write to, when the installation says so')),
    language: Type.Array(Type.String()),
    spatial: address('Morocco'),
    homepage: address('The page for people'),
    license: address('Terms of reuse'),
    modified: Type.Optional(
      Type.String({ format: 'date-time', description: 'When the files that are told of were made' }),
    ),
    dataset: Type.Array(
      anything(
        '`dcat:Dataset` for each kind of record, whose `distribution` are its list in each format and its files in the newest snapshot; then the `dcat:DatasetSeries` of dated exports and its newest',
      ),
    ),
    service: Type.Array(anything('`dcat:DataService`: this API, and the feed of changes')),
  },
  { $id: 'Catalog', description: 'What there is to be had (DCAT 3), as JSON-LD' },
)
