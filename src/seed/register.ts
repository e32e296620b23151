import { v5 } from 'uuid'
import type { CollectivityType } from '../domain/register-types.ts'
import type { CollectivityFacts, DatedCode, Outline } from '../register/commands.ts'
import { orNull, type Row, readCsv, readSources } from './files.ts'
import { readOutlines } from './outlines.ts'

/** Edition of the register that the files hold, and the one before it. */
const VINTAGE = '2024'
const VINTAGE_BEFORE = '2014'
export const REGISTER_FILES = [
  'regions.csv',
  'provinces.csv',
  'communes.csv',
  'name_variants.csv',
  'sources.csv',
]

/** Any constant: with it, a row has the same id in every installation. */
const NAMESPACE = 'b9d3c7a4-5b0e-4f0e-9a55-0c8a8f2b6d11'

/** The id of whatever the loader makes: UUIDv5 of a name that will not change. */
export const seedId = (name: string) => v5(name, NAMESPACE)

type KnownCodes = ReadonlyMap<string, string>

/**
 * The register as the files have it. A collectivity that is known by one of its codes keeps its id, so that a newer
 * edition may be loaded over an older one; a new one gets an id made from its code.
 *
 * @param known ids by `type:code`, HCP and ISO codes, former ones too
 */
export function readRegister(known: KnownCodes): CollectivityFacts[] {
  const sources = readSources()
  const variants = variantsByCode()
  const ids = new Map<string, string>()
  const idOf = (type: CollectivityType, codes: readonly (string | null)[]) => {
    const code = codes[0]!
    const found = codes.map((one) => one && known.get(`${type}:${one}`)).find((id) => id)
    const id = found ?? seedId(`${type}:${code}`)
    ids.set(code, id)
    return id
  }
  const common = (row: Row) => ({
    hcp_code: row.hcp_code!,
    name_ar: row.name_ar!,
    name_fr: row.name_fr!,
    name_en: orNull(row.name_en),
    name_zgh: orNull(row.name_zgh),
    name_variants: variants.get(row.hcp_code!) ?? [],
    vintage: VINTAGE,
  })
  const counted = (row: Row) => ({
    population: Number(row[`population_${VINTAGE}`]),
    population_on: `${VINTAGE}-01-01`,
    population_precision: 'year' as const,
  })
  const mapped = (row: Row, outlines: Map<string, Outline>) => ({
    iso_code: row.iso_code!,
    codes: [isoCode(row.iso_code!), ...hcpCodes(row.hcp_code!, row.hcp_code!)],
    outline: outlines.get(row.iso_code!) ?? null,
    sources: sources('rgph-2024 iso-3166-2 morocco-map'),
    has_arrondissements: null,
  })

  const regionOutlines = readOutlines('regions')
  const provinceOutlines = readOutlines('provinces')
  const regionRows = readCsv('regions.csv')
  const provinceRows = readCsv('provinces.csv')
  for (const row of regionRows) idOf('region', [row.hcp_code!, row.iso_code!])
  for (const row of provinceRows) idOf('provincial_council', [row.hcp_code!, row.iso_code!])

  const regions = regionRows.map(
    (row): CollectivityFacts => ({
      ...common(row),
      ...counted(row),
      ...mapped(row, regionOutlines),
      id: ids.get(row.hcp_code!)!,
      type: 'region',
      kind: null,
      region_id: null,
      province_id: null,
      seat_id: ids.get(row.seat_province_hcp_code!)!,
    }),
  )
  const provinces = provinceRows.map(
    (row): CollectivityFacts => ({
      ...common(row),
      ...counted(row),
      ...mapped(row, provinceOutlines),
      id: ids.get(row.hcp_code!)!,
      type: 'provincial_council',
      kind: row.kind as 'province' | 'prefecture',
      region_id: ids.get(row.region_hcp_code!)!,
      province_id: null,
      seat_id: null,
    }),
  )
  const communes = readCsv('communes.csv').map((row): CollectivityFacts => {
    const before = orNull(row[`hcp_code_${VINTAGE_BEFORE}`])
    return {
      ...common(row),
      id: idOf('commune', [row.hcp_code!, before]),
      type: 'commune',
      kind: null,
      iso_code: null,
      region_id: ids.get(row.province_hcp_code!.slice(0, 2))!,
      province_id: ids.get(row.province_hcp_code!)!,
      seat_id: null,
      has_arrondissements: row.has_arrondissements === '1',
      population: null,
      population_on: null,
      population_precision: null,
      codes: hcpCodes(row.hcp_code!, before),
      outline: null,
      sources: sources(before === null ? 'rgph-2024' : 'rgph-2024 rgph-2014'),
    }
  })
  return [...regions, ...provinces, ...communes]
}

function variantsByCode(): Map<string, CollectivityFacts['name_variants']> {
  const variants = new Map<string, CollectivityFacts['name_variants']>()
  for (const { hcp_code, lang, variant, note } of readCsv('name_variants.csv')) {
    const list = variants.get(hcp_code!) ?? []
    variants.set(hcp_code!, [...list, { lang: lang!, value: variant!, note: orNull(note) }])
  }
  return variants
}

const year = (value: string) => [`${value}-01-01`, 'year'] as const

function code(scheme: string, value: string, from: string | null, until: string | null): DatedCode {
  const [valid_from, valid_from_precision] = from === null ? [null, null] : year(from)
  const [valid_until, valid_until_precision] = until === null ? [null, null] : year(until)
  return { scheme, value, valid_from, valid_from_precision, valid_until, valid_until_precision }
}

const isoCode = (value: string) => code('iso-3166-2', value, null, null)

/** The codes of the two censuses: one that both have holds since the first. */
function hcpCodes(now: string, before: string | null): DatedCode[] {
  if (before === null) return [code('hcp', now, VINTAGE, null)]
  if (before === now) return [code('hcp', now, VINTAGE_BEFORE, null)]
  return [code('hcp', before, VINTAGE_BEFORE, VINTAGE), code('hcp', now, VINTAGE, null)]
}
