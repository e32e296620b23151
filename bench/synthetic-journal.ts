import pg from 'pg'
import { withoutIndexes } from './indexes.ts'

/** Entries of nearly each transaction that is added. */
const EACH = 10

const TABLES = ['journal_transaction', 'journal_entry', 'journal_scope']

/**
 * Lengthens the journal of a loaded database with transactions of ten entries: later revisions of the records that
 * there are, told in short, so that millions of them fit into memory.
 *
 * @param entries how many there are to be in the end, at least as many as there are
 */
export async function lengthenJournal(url: string, entries: number): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('begin')
    await withoutIndexes(client, ['journal_transaction', 'journal_entry'], async () => {
      // Nobody would recover it.
      for (const table of TABLES) await client.query(`alter table ${table} set unlogged`)
      await client.query(MODELS)
      await client.query(TRANSACTIONS, [entries])
      for (const statement of [ENTRIES, SCOPES, TYPES]) await client.query(statement)
    })
    await client.query('commit')
    await client.query(`vacuum analyze ${TABLES.join(', ')}`)
  } finally {
    await client.end()
  }
}

/** The records, in parties of as many as one transaction changes; each party of one type. */
const MODELS = `
  create temporary table model on commit drop as
  select dense_rank() over (order by type, row) - 1 as party, ordinal, type, id, territories,
    json_build_object('id', id, 'type', type, 'name', state -> 'name', 'wave', state -> 'wave') as state
  from (
    select type, id, after as state, territories_after as territories,
      (row_number() over place - 1) / ${EACH} as row, (row_number() over place - 1) % ${EACH} + 1 as ordinal
    from (select distinct on (id) * from journal_entry where visibility = 'public' order by id, transaction_id desc) latest
    where type in ('provincial_council', 'member')
    window place as (partition by type order by id)
  ) placed`

const TRANSACTIONS = `
  create temporary table added on commit drop as
  select nextval(pg_get_serial_sequence('journal_transaction', 'id')) as id,
    (select max(position) from journal_transaction) + n as position, n % (select max(party) + 1 from model) as party, n
  from generate_series(1, ceil(($1::int - (select count(*) from journal_entry))
    * (select (max(party) + 1.0) / count(*) from model))::int) as n`

const ENTRIES = `
  with numbered as (
    insert into journal_transaction (id, position, occurred_at, actor, origin)
    select id, position, now(), 'system', 'synthetic' from added order by id
  )
  insert into journal_entry (transaction_id, ordinal, type, id, revision, change, fields_changed, before, after,
    visibility, territories_before, territories_after)
  select a.id, ordinal, type, m.id, n + 1, 'updated', '{wave}', state, state, 'public', territories, territories
  from added a join model m using (party) order by a.id, ordinal`

const SCOPES = `
  insert into journal_scope (territory, type, position)
  select territory, type, position
  from added a join (
    select distinct party, type, territory
    from model, unnest('00000000-0000-0000-0000-000000000000'::uuid || territories) as territory
  ) reached using (party)
  order by territory, type collate "C", position`

const TYPES = `
  update type_position t set position = latest.position
  from (select type, max(position) as position from added join model using (party) group by type) latest
  where latest.type = t.type`
