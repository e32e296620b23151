import { sql } from 'kysely'
import type { Db } from '../../src/db/database.ts'

/**
 * Multiplies the register and the members: names made of two real ones, codes beyond the real ones. All set-wise:
 * what the trigger keeps row by row is written at once.
 *
 * @param times how many times the real number of councils, communes and members there are in the end
 */
export async function multiply(db: Db, times: number): Promise<void> {
  await sql`alter table collectivity disable trigger user`.execute(db)
  for (const type of ['provincial_council', 'commune'] as const) {
    await sql`
      insert into collectivity (id, type, kind, hcp_code, name_ar, name_fr, region_id, province_id, vintage, sources,
        has_arrondissements, created_at, updated_at)
      select gen_random_uuid(), one.type, one.kind, 'x' || copy || '.' || one.hcp_code,
        one.name_ar || ' ' || other.name_ar, one.name_fr || ' ' || other.name_fr, one.region_id,
        case when one.province_id is null then null else coalesce(twin.id, one.province_id) end,
        one.vintage, '[]', one.has_arrondissements, one.created_at,
        one.updated_at + make_interval(secs => copy)
      from generate_series(1, ${times - 1}::int) copy
        cross join (select *, row_number() over (order by hcp_code) as place from collectivity where type = ${type}) one
        join (
          select name_ar, name_fr, row_number() over (order by md5(hcp_code)) as place
          from collectivity where type = ${type}
        ) other on other.place = 1 + (one.place * 7 + copy * 13) % (select count(*) from collectivity where type = ${type})
        left join collectivity province on province.id = one.province_id
        left join collectivity twin on twin.hcp_code = 'x' || copy || '.' || province.hcp_code
      where one.hcp_code not like 'x%'`.execute(db)
  }
  await sql`
    insert into collectivity_search (collectivity_id, type, hcp_code, folded, official)
    select distinct on (id, folded) id, type, hcp_code, folded, true
    from collectivity, unnest(array[name_ar_folded, name_fr_folded]) as folded
    where hcp_code like 'x%'`.execute(db)
  await sql`alter table collectivity enable trigger user`.execute(db)
  await sql`
    insert into collectivity_identifier (collectivity_id, scheme, value)
    select id, 'hcp', hcp_code from collectivity where hcp_code like 'x%'`.execute(db)
  await sql`
    with made as (
      insert into member (id, collectivity_id, wave, joined_on, joined_precision, sources, created_at, updated_at)
      select gen_random_uuid(), c.id, 1, date '2022-10-21' + (row_number() over ())::int % 900, 'day', '[]', c.created_at, c.updated_at
      from collectivity c where c.hcp_code like 'x%' and c.type = 'commune'
      order by md5(c.hcp_code) limit ${32 * (times - 1)}
      returning *
    )
    insert into member_transition (member_id, ordinal, action, from_status, to_status, effective_on, effective_precision, sources)
    select id, 1, 'admit', 'candidate', 'active', joined_on, 'day', '[]' from made`.execute(db)
  await sql`analyze`.execute(db)
}
