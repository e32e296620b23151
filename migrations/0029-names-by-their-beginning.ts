import { type Kysely, sql } from 'kysely'

/** Names that begin with what somebody typed, and all that puts them in order, from one piece of an index. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index collectivity_search_beginning on collectivity_search (type, folded)
    include (hcp_code, collectivity_id, official)`.execute(db)
}
