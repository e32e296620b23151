import { type Kysely, sql } from 'kysely'

/** Files of all that is public at one position of the journal, and the days whose vintage they are. See docs/adr/0020. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table snapshot (
      id           uuid primary key,
      epoch        text not null,
      position     bigint not null,
      -- Noted before its first file is put into the store, so that none is left there whose maker was killed.
      begun_at     timestamptz(3) not null,
      -- Null while it is being made, and once it is being removed.
      made_at      timestamptz(3),
      files        json not null default '[]',
      data_package json
    )`.execute(db)
  await sql`create unique index snapshot_of_position on snapshot (epoch, position) where made_at is not null`.execute(
    db,
  )
  await sql`
    create table export_vintage (
      day         date primary key,
      snapshot_id uuid not null references snapshot
    )`.execute(db)
  await sql`create index export_vintage_of on export_vintage (snapshot_id)`.execute(db)
}
