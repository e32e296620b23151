import { type Kysely, sql } from 'kysely'

/** What the readers of the journal find their pages by, however long it has become. See docs/adr/0003. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Of a deleted record: the one that stands for it now.
    alter table journal_entry add column replaced_by uuid`.execute(db)
  await sql`
    -- The transactions by type of their entries, and by territory before or after. The nil id: any or none of them;
    -- the greatest id: of an entry that is private.
    create table journal_scope (
      territory uuid not null,
      type      text not null collate "C",
      position  bigint not null,
      primary key (territory, type, position)
    )`.execute(db)
  await sql`
    insert into journal_scope (territory, type, position)
    select distinct territory, e.type, t.position
    from journal_entry e join journal_transaction t on t.id = e.transaction_id,
      unnest('00000000-0000-0000-0000-000000000000'::uuid || e.territories_before || e.territories_after) as territory
    where e.visibility = 'public'`.execute(db)
  await sql`
    insert into journal_scope (territory, type, position)
    select distinct 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid, e.type, t.position
    from journal_entry e join journal_transaction t on t.id = e.transaction_id where e.visibility = 'private'`.execute(
    db,
  )
  // An id is of one type only: with the id first, it is found without its type, too.
  await sql`drop index journal_entry_row`.execute(db)
  await sql`create index journal_entry_row on journal_entry (id, transaction_id)`.execute(db)
  await sql`create index journal_transaction_actor on journal_transaction (actor, position)`.execute(db)
  await sql`create index journal_transaction_origin on journal_transaction (origin, position)`.execute(db)
  await sql`create index journal_transaction_request on journal_transaction (request_id)`.execute(db)
  await sql`create index journal_transaction_time on journal_transaction (occurred_at)`.execute(db)
}
