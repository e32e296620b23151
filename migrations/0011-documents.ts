import { type Kysely, sql } from 'kysely'

/** Files of any record, and whose record it is. The bytes are in a store outside the database. See docs/adr/0012. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Whose a record is, of every type that documents or events can be of; no collectivity for the network's own.
    create view record_collectivity (type, id, collectivity_id) as
    select c.type, c.id, c.id from collectivity c
    union all select 'member', m.id, m.collectivity_id from member m
    union all select 'action_plan', p.plan_id, p.collectivity_id from action_plan_collectivity p
    union all select 'network', n.id, null::uuid from network n`.execute(db)
  await sql`
    create table document (
      id           uuid primary key,
      owner_type   text not null,
      owner_id     uuid not null,
      kind         text not null,
      title_ar     text,
      title_fr     text,
      title_en     text,
      title_zgh    text,
      title_folded text not null collate "C" generated always as (fold_text(
        coalesce(title_ar, '') || ' ' || coalesce(title_fr, '') || ' ' || coalesce(title_en, '') || ' '
        || coalesce(title_zgh, ''))) stored,
      language     text,
      published    boolean not null,
      legal_basis  text,
      file_name    text,
      media_type   text not null,
      size         integer not null,
      sha256       text not null,
      sources      json not null,
      revision     integer not null default 1,
      created_at   timestamptz(3) not null,
      updated_at   timestamptz(3) not null,
      constraint document_title check (num_nonnulls(title_ar, title_fr, title_en, title_zgh) > 0),
      constraint document_size check (size > 0),
      constraint document_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
      constraint document_language check (language in ('ar', 'fr', 'en', 'zgh', 'mul')),
      constraint document_kind check (kind in ('minutes', 'attendance_sheet', 'presentation', 'photograph', 'agenda',
        'report', 'decision', 'deliberation', 'letter', 'invitation', 'poster', 'other')),
      -- Names of those present are never public (law 09-08): counts are.
      constraint document_attendance_sheet check (kind <> 'attendance_sheet' or not published),
      -- An image is personal data (law 09-08).
      constraint document_photograph check (kind <> 'photograph' or not published or legal_basis is not null)
    )`.execute(db)
  await sql`create index document_of on document (owner_id, owner_type)`.execute(db)
  await sql`create index document_by_created_at on document (created_at, id)`.execute(db)
  await sql`create index document_by_updated_at on document (updated_at, id)`.execute(db)
  await sql`create index document_by_title on document using gin (title_folded gin_trgm_ops)`.execute(db)
  await sql`
    -- Every file that may be in the store: noted before it is put there, and until it is gone from there.
    create table stored_file (
      key      uuid primary key,
      noted_at timestamptz(3) not null
    )`.execute(db)
  await sql`create index stored_file_by_age on stored_file (noted_at)`.execute(db)
}
