import { type Kysely, sql } from 'kysely'

/** Tables that the association sends, what is read of their rows, and what became of each row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What was sent. It is whole, with its rows, before anything is done with it.
    create table import_upload (
      id              uuid primary key,
      format          text not null check (format in ('json', 'ndjson', 'csv')),
      encoding        text not null,
      delimiter       text,
      columns         text[] not null,
      row_count       integer not null,
      byte_count      integer not null,
      sha256          text not null,
      staged_at       timestamptz(3) not null
    )`.execute(db)
  await sql`create index import_upload_by_age on import_upload (staged_at)`.execute(db)
  await sql`
    -- A row as it came, and as it was read. No keys to other tables: it is written faster than it could be checked.
    create table import_row (
      import_id           uuid not null,
      number              integer not null,
      -- In the order of the upload's columns; null where the row does not have the column.
      cells               text[] not null,
      errors              json,
      notes               json,
      -- Whose row it is.
      member_id           uuid,
      collectivity_id     uuid,
      code_scheme         text collate "C",
      code                text collate "C",
      other_code          text collate "C",
      expected_revision   integer,
      -- What it wants: only what is in "given" counts.
      given               text[] not null,
      wave                integer,
      applied_on          date,
      applied_precision   text,
      joined_on           date,
      joined_precision    text,
      evidence_kind       text,
      evidence_held_on    json,
      -- Each "scheme:value"; of these schemes only, or of all when that is null.
      identifiers         text[],
      identifier_schemes  text[],
      consultative_bodies json,
      follow_up_committee json,
      sources             json,
      primary key (import_id, number)
    )`.execute(db)
  await sql`
    create table member_import (
      id             uuid primary key references import_upload,
      status         text not null check (status in ('queued', 'running', 'finished', 'failed', 'reverted')),
      mode           text not null check (mode in ('upsert', 'create', 'update')),
      match_on       text not null check (match_on in ('hcp_code', 'id', 'identifier')),
      on_error       text not null check (on_error in ('abort', 'continue')),
      dry_run        boolean not null,
      reason         text,
      language       text not null,
      actor          text not null,
      request_id     text,
      rows_done      integer not null default 0,
      created        integer not null default 0,
      updated        integer not null default 0,
      unchanged      integer not null default 0,
      conflict       integer not null default 0,
      invalid        integer not null default 0,
      would_restore  integer not null default 0,
      -- Of the journal; null when nothing was changed.
      transaction_id bigint,
      created_at     timestamptz(3) not null,
      started_at     timestamptz(3),
      finished_at    timestamptz(3),
      reverted_at    timestamptz(3),
      revert_transaction_id bigint
    )`.execute(db)
  await sql`create index member_import_by_created_at on member_import (created_at, id)`.execute(db)
  await sql`
    -- What became of a row.
    create table import_result (
      import_id           uuid not null,
      number              integer not null,
      outcome             text not null check (
        outcome in ('created', 'updated', 'unchanged', 'conflict', 'invalid', 'would_restore')),
      member_id           uuid,
      collectivity_id     uuid,
      -- Of the member when this was decided; it is decided anew when another got in between.
      revision            integer,
      changes             json,
      errors              json,
      probable_duplicates uuid[],
      revert              text check (revert in ('undone', 'conflict')),
      primary key (import_id, number)
    )`.execute(db)
  await sql`
    -- UUIDv7 (RFC 9562) of an instant; those of one instant sort by their ordinal.
    create function uuid_v7(at timestamptz, ordinal integer) returns uuid
    language sql volatile strict parallel safe
    return (
      lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint + ordinal / 4096), 12, '0')
      || '7' || lpad(to_hex(ordinal % 4096), 3, '0')
      || substr(replace(gen_random_uuid()::text, '-', ''), 17))::uuid`.execute(db)
}
