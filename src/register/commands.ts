import { sql } from 'kysely'
import type { Recorded, Writing } from '../db/journal.ts'
import { groupWhere, json, jsonOf, plain } from '../db/shape.ts'
import type { Precision } from '../domain/partial-date.ts'
import type { CollectivityType } from '../domain/register-types.ts'
import { registerFacts } from './queries.ts'

const facts = {
  ...registerFacts,
  region_id: plain(sql`c.region_id`),
  province_id: plain(sql`c.province_id`),
  seat_id: plain(sql`c.seat_id`),
  location: groupWhere(sql`o.longitude is not null`, {
    longitude: plain(sql`o.longitude`),
    latitude: plain(sql`o.latitude`),
    outline_sha256: plain(sql`o.sha256`),
  }),
  sources: json(sql`c.sources`),
}

/** What the journal keeps of a collectivity: its own facts; those it points at by their id. */
export const recordedCollectivity: Recorded = {
  table: 'collectivity',
  facts,
  states: (ids) => sql`
    select c.id, c.type, c.revision, ${jsonOf(facts)} as state,
      array_remove(array[c.id, c.province_id, c.region_id], null) as territories
    from collectivity c left join collectivity_outline o on o.collectivity_id = c.id
    where c.id = ${ids}`,
}

export interface DatedCode {
  scheme: string
  value: string
  valid_from: string | null
  valid_from_precision: Precision | null
  valid_until: string | null
  valid_until_precision: Precision | null
}

export interface CollectivityFacts {
  id: string
  type: CollectivityType
  kind: 'province' | 'prefecture' | null
  hcp_code: string
  iso_code: string | null
  name_ar: string
  name_fr: string
  name_en: string | null
  name_zgh: string | null
  name_variants: { lang: string; value: string; note: string | null }[]
  region_id: string | null
  province_id: string | null
  seat_id: string | null
  has_arrondissements: boolean | null
  population: number | null
  population_on: string | null
  population_precision: Precision | null
  vintage: string
  sources: unknown[]
  codes: DatedCode[]
  outline: Outline | null
}

export interface Outline {
  geometry: object
  longitude: number
  latitude: number
  /** `(x,y),(x,y)`: two opposite corners, as PostgreSQL's box reads them. */
  bounds: string
  /** `((x,y),…)` each, as PostgreSQL's polygon reads them. */
  rings: string[]
  sha256: string
}

/**
 * Creates the collectivities that are not there and brings the others to these facts. A code that is not among
 * `codes` stays, so that former ones still resolve.
 */
export async function putCollectivities(writing: Writing, facts: readonly CollectivityFacts[]) {
  const { trx, author } = writing
  const rows = JSON.stringify(facts)
  return await writing.change(
    recordedCollectivity,
    facts.map((fact) => fact.id),
    async () => {
      // A code may pass from one row to another within one edition, so all are compared at the end.
      await sql`set constraints collectivity_hcp_code_key, collectivity_iso_code_key deferred`.execute(trx)
      await sql`
        insert into collectivity (id, type, kind, hcp_code, iso_code, name_ar, name_fr, name_en, name_zgh, name_variants,
          region_id, province_id, seat_id, has_arrondissements, population, population_on, population_precision,
          vintage, sources, created_at, updated_at)
        select id, type, kind, hcp_code, iso_code, name_ar, name_fr, name_en, name_zgh, name_variants,
          region_id, province_id, seat_id, has_arrondissements, population, population_on, population_precision,
          vintage, sources, ${author.at}, ${author.at}
        from json_populate_recordset(null::collectivity, ${rows}::json)
        on conflict (id) do update set
          (type, kind, hcp_code, iso_code, name_ar, name_fr, name_en, name_zgh, name_variants, region_id, province_id,
            seat_id, has_arrondissements, population, population_on, population_precision, vintage, sources)
          = (excluded.type, excluded.kind, excluded.hcp_code, excluded.iso_code, excluded.name_ar, excluded.name_fr,
            excluded.name_en, excluded.name_zgh, excluded.name_variants, excluded.region_id, excluded.province_id,
            excluded.seat_id, excluded.has_arrondissements, excluded.population, excluded.population_on,
            excluded.population_precision, excluded.vintage, excluded.sources)`.execute(trx)
      await sql`
        insert into collectivity_identifier as i
        select fact.id, code.*
        from json_to_recordset(${rows}::json) as fact (id uuid, codes json),
          json_to_recordset(fact.codes) as code (scheme text, value text, valid_from date, valid_from_precision text,
            valid_until date, valid_until_precision text)
        order by code.valid_until is null
        on conflict (scheme, value, collectivity_id) do update set
          (valid_from, valid_from_precision, valid_until, valid_until_precision)
          = (
            case when i.valid_from < excluded.valid_from then i.valid_from else excluded.valid_from end,
            case when i.valid_from < excluded.valid_from then i.valid_from_precision
              else excluded.valid_from_precision end,
            excluded.valid_until, excluded.valid_until_precision)`.execute(trx)
      await putOutlines(writing, facts)
    },
  )
}

async function putOutlines({ trx }: Writing, facts: readonly CollectivityFacts[]): Promise<void> {
  const outlines = facts.flatMap(({ id, outline }) =>
    outline === null ? [] : [{ collectivity_id: id, ...outline }],
  )
  if (outlines.length === 0) return
  const rows = JSON.stringify(outlines)
  await sql`
    insert into collectivity_outline (collectivity_id, geometry, bounds, longitude, latitude, sha256)
    select collectivity_id, geometry, bounds, longitude, latitude, sha256
    from json_populate_recordset(null::collectivity_outline, ${rows}::json)
    on conflict (collectivity_id) do update set
      (geometry, bounds, longitude, latitude, sha256)
      = (excluded.geometry, excluded.bounds, excluded.longitude, excluded.latitude, excluded.sha256)`.execute(
    trx,
  )
  await sql`delete from collectivity_ring
    where collectivity_id = any(${outlines.map((outline) => outline.collectivity_id)}::uuid[])`.execute(trx)
  await sql`
    insert into collectivity_ring
    select outline.collectivity_id, ring.ordinality, ring.value::polygon
    from json_to_recordset(${rows}::json) as outline (collectivity_id uuid, rings json),
      json_array_elements_text(outline.rings) with ordinality as ring (value, ordinality)`.execute(trx)
}
