import { type Kysely, sql } from 'kysely'

/** The register of collectivities: codes and names are dated or varied, so neither is a key. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table collectivity (
      id                   uuid primary key,
      type                 text not null check (type in ('region', 'provincial_council', 'commune')),
      kind                 text check (kind in ('province', 'prefecture')),
      hcp_code             text not null collate "C",
      iso_code             text collate "C",
      name_ar              text not null,
      name_fr              text not null,
      name_en              text,
      name_zgh             text,
      name_variants        json not null default '[]',
      name_ar_folded       text not null collate "C" generated always as (fold_text(name_ar)) stored,
      name_fr_folded       text not null collate "C" generated always as (fold_text(name_fr)) stored,
      region_id            uuid references collectivity,
      province_id          uuid references collectivity,
      seat_id              uuid references collectivity,
      has_arrondissements  boolean,
      population           integer check (population >= 0),
      population_on        date,
      population_precision text,
      -- Unknown sorts below every number, so that one row comparison pages through all.
      population_sort      integer not null generated always as (coalesce(population, -1)) stored,
      vintage              text not null,
      sources              json not null,
      revision             integer not null default 1,
      created_at           timestamptz(3) not null,
      updated_at           timestamptz(3) not null,
      constraint collectivity_hcp_code_key unique (hcp_code) deferrable initially immediate,
      constraint collectivity_iso_code_key unique (iso_code) deferrable initially immediate,
      constraint collectivity_kind check ((kind is not null) = (type = 'provincial_council')),
      constraint collectivity_parents check (
        (region_id is not null) = (type <> 'region') and (province_id is not null) = (type = 'commune')),
      constraint collectivity_population_on check (is_partial_date(population_on, population_precision))
    )`.execute(db)
  for (const key of ['hcp_code', 'name_ar_folded', 'name_fr_folded', 'population_sort', 'updated_at']) {
    await sql`create index ${sql.ref(`collectivity_by_${key}`)} on collectivity (type, ${sql.ref(key)}, id)`.execute(
      db,
    )
  }
  await sql`create index collectivity_of_region on collectivity (region_id, type, hcp_code, id)`.execute(db)
  await sql`create index collectivity_of_province on collectivity (province_id, type, hcp_code, id)`.execute(
    db,
  )

  await sql`
    -- A code, or anybody's own number, with the time in which it holds; an old one still resolves.
    create table collectivity_identifier (
      collectivity_id       uuid not null references collectivity on delete cascade,
      scheme                text not null collate "C",
      value                 text not null collate "C",
      valid_from            date,
      valid_from_precision  text,
      valid_until           date,
      valid_until_precision text,
      primary key (scheme, value, collectivity_id),
      constraint identifier_valid_from check (is_partial_date(valid_from, valid_from_precision)),
      constraint identifier_valid_until check (is_partial_date(valid_until, valid_until_precision))
    )`.execute(db)
  await sql`create unique index collectivity_identifier_in_force on collectivity_identifier (scheme, value)
    where valid_until is null`.execute(db)
  await sql`create index collectivity_identifier_of on collectivity_identifier (collectivity_id)`.execute(db)

  await sql`
    -- Every name by which a collectivity is found, kept by the trigger below.
    create table collectivity_search (
      collectivity_id uuid not null references collectivity on delete cascade,
      type            text not null,
      -- Here too, so that hits are put in order, and the best of them taken, before any row is looked up.
      hcp_code        text not null collate "C",
      folded          text not null collate "C",
      official        boolean not null,
      primary key (collectivity_id, folded)
    )`.execute(db)
  await sql`create index collectivity_search_trigrams on collectivity_search using gin (folded gin_trgm_ops)`.execute(
    db,
  )
  await sql`
    create function collectivity_keep_search() returns trigger language plpgsql as $$ begin
      if tg_op = 'UPDATE' then
        delete from collectivity_search where collectivity_id = new.id;
      end if;
      insert into collectivity_search (collectivity_id, type, hcp_code, folded, official)
      select new.id, new.type, new.hcp_code, fold_text(name), bool_or(official)
      from (
        values (new.name_ar, true), (new.name_fr, true), (new.name_en, true), (new.name_zgh, true)
        union all
        select variant ->> 'value', false from json_array_elements(new.name_variants) variant
      ) as known (name, official)
      where fold_text(name) <> ''
      group by fold_text(name);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger collectivity_keep_search
    after insert or update of type, hcp_code, name_ar, name_fr, name_en, name_zgh, name_variants on collectivity
    for each row execute function collectivity_keep_search()`.execute(db)

  await sql`
    create table collectivity_outline (
      collectivity_id uuid primary key references collectivity on delete cascade,
      geometry        json not null,
      bounds          box not null,
      longitude       double precision not null,
      latitude        double precision not null,
      sha256          text not null
    )`.execute(db)
  await sql`create index collectivity_outline_bounds on collectivity_outline using gist (bounds)`.execute(db)
  await sql`create index collectivity_outline_centre on collectivity_outline
    using gist (point(longitude, latitude))`.execute(db)
  await sql`
    -- The rings of an outline: a point is inside when an odd number of them contains it.
    create table collectivity_ring (
      collectivity_id uuid not null references collectivity on delete cascade,
      ordinal         integer not null,
      ring            polygon not null,
      primary key (collectivity_id, ordinal)
    )`.execute(db)
  await sql`create index collectivity_ring_area on collectivity_ring using gist (ring)`.execute(db)
}
