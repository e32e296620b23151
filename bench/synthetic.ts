import pg from 'pg'
import { withoutIndexes } from './indexes.ts'
import { endings, STRIDE, syllables, WORDS } from './synthetic-words.ts'

/** Codes of the real regions end at 12. */
const FIRST_FREE_REGION = 13
/** Codes of councils that begin with a free region, `13.000` to `99.999`. */
const FREE_CODES = (100 - FIRST_FREE_REGION) * 1_000

/**
 * Multiplies a loaded register: the 12 regions stay, each real council and commune gets twins with names and codes of
 * their own, in the form of the real ones (`13.042.01.13`). A twin keeps all but the last word of its model's name, so
 * that a common first word stays as common as it is. Twins of councils have a square for an outline.
 *
 * @param url of a database with the real data, and only that
 * @param times how many times the councils and communes in the end
 * @returns how many councils and communes were added
 */
export async function multiplyRegister(url: string, times: number): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(MODELS)
    const { rows } = await client.query<{ councils: number }>(
      "select count(*)::int as councils from model where type = 'provincial_council'",
    )
    if (rows[0]!.councils * (times - 1) > FREE_CODES)
      throw new RangeError(`no codes for ${times} times the data`)
    const { rowCount } = await client.query(TWINS, [
      ...[times, FIRST_FREE_REGION, STRIDE, WORDS],
      ...[syllables.arabic, syllables.latin, endings.arabic, endings.latin],
    ])
    await withoutIndexes(
      client,
      ['collectivity', 'collectivity_search', 'collectivity_identifier'],
      async () => {
        for (const statement of [COLLECTIVITIES, SEARCH, IDENTIFIERS, OUTLINES, RINGS])
          await client.query(statement)
      },
    )
    await client.query('commit')
    await client.query('vacuum analyze')
    return rowCount!
  } finally {
    await client.end()
  }
}

/** What is multiplied, numbered from 0: councils first. */
const MODELS = `
  create temporary table model on commit drop as
  select c.*, row_number() over (order by type desc, hcp_code) - 1 as place
  from collectivity c where type <> 'region'`

/** In the form of a UUIDv5, and the same each time. */
const idOf = (name: string) => `overlay(overlay(md5(${name}) placing '5' from 13) placing '8' from 17)::uuid`

/** One row a model and copy. A commune's code is its council's, with the end of its model's. */
const TWINS = `
  create temporary table twin on commit drop as
  with numbered as (
    select model.*, copy, (copy * (select count(*) from model) + model.place) * $3::bigint % $4::bigint as word,
      (copy - 1) * (select count(*) from model where type = 'provincial_council')
        + coalesce(council.place, model.place) as council_number
    from generate_series(1, $1::int - 1) copy
      cross join model left join model council on council.id = model.province_id
  ), coded as (
    select *, cardinality($5::text[]) as many, ($2::int + council_number / 1000) || '.'
      || lpad((council_number % 1000)::text, 3, '0') as council_code
    from numbered
  ), spelt as (
    select *, council_code || substr(hcp_code, 7) as code, word % many + 1 as one, word / many % many + 1 as two,
      word / (many * many) % many + 1 as three, word / (many * many * many) + 1 as ending
    from coded
  )
  select ${idOf("type || ' ' || code")} as id, type, kind, code, region_id,
    case when type = 'commune' then ${idOf("'provincial_council ' || council_code")} end as province_id,
    regexp_replace(name_ar, '[^ -]+$', ($5::text[])[one] || ($5::text[])[two] || ($5::text[])[three]
      || ($7::text[])[ending]) as name_ar,
    regexp_replace(name_fr, '[^ -]+$', initcap(($6::text[])[one] || ($6::text[])[two] || ($6::text[])[three]
      || ($8::text[])[ending])) as name_fr,
    has_arrondissements, population, population_on, population_precision, vintage, sources, created_at,
    updated_at + copy * interval '1 second' as updated_at, council_number
  from spelt`

/** Without the trigger, which would write the search row by row. */
const COLLECTIVITIES = `
  alter table collectivity disable trigger collectivity_keep_search;
  insert into collectivity (id, type, kind, hcp_code, name_ar, name_fr, region_id, province_id, has_arrondissements,
    population, population_on, population_precision, vintage, sources, created_at, updated_at)
  select id, type, kind, code, name_ar, name_fr, region_id, province_id, has_arrondissements,
    population, population_on, population_precision, vintage, sources, created_at, updated_at
  from twin order by code;
  alter table collectivity enable trigger collectivity_keep_search`

const SEARCH = `
  insert into collectivity_search (collectivity_id, type, hcp_code, folded, official)
  select id, type, hcp_code, folded, true
  from collectivity, unnest(array[name_ar_folded, name_fr_folded]) as folded
  where id in (select id from twin) order by hcp_code`

const IDENTIFIERS = `
  insert into collectivity_identifier (collectivity_id, scheme, value, valid_from, valid_from_precision)
  select id, 'hcp', code, '2024-01-01', 'year' from twin order by code`

/** A square of a tenth of a degree for each council, side by side over the country and the sea. */
const OUTLINES = `
  insert into collectivity_outline (collectivity_id, geometry, bounds, longitude, latitude, sha256)
  select id, json_build_object('type', 'Polygon', 'coordinates', json_build_array(json_build_array(
      json_build_array(x, y), json_build_array(x + 0.1, y), json_build_array(x + 0.1, y + 0.1),
      json_build_array(x, y + 0.1), json_build_array(x, y)))),
    box(point(x, y), point(x + 0.1, y + 0.1)), x + 0.05, y + 0.05, encode(sha256(code::bytea), 'hex')
  from twin, lateral (select -17.0 + council_number % 160 * 0.1 as x, 21.0 + council_number / 160 * 0.03 as y) corner
  where type = 'provincial_council'`

const RINGS = `
  insert into collectivity_ring (collectivity_id, ordinal, ring)
  select collectivity_id, 0, polygon(bounds) from collectivity_outline
  where collectivity_id in (select id from twin)`
