import { sql } from 'kysely'
import { type Db, openDatabase, openPool } from '../db/database.ts'
import { type Authorship, transact, type Writing } from '../db/journal.ts'
import { loadHolidays } from '../holidays/commands.ts'
import { loadLegalRules } from '../legal-rules/commands.ts'
import { recordedMember, writeMembers } from '../members/commands.ts'
import { putNetwork } from '../network/commands.ts'
import { putCollectivities } from '../register/commands.ts'
import { filesHash, readMap } from './files.ts'
import { LAW_FILES, readHolidays, readLegalRules } from './law.ts'
import { NETWORK_FILES, readMembers, readNetwork } from './network.ts'
import { REGISTER_FILES, readRegister } from './register.ts'
import { loadTaroudannt, TAROUDANNT_FILES } from './taroudannt.ts'

export interface Loaded {
  dataset: 'register' | 'network' | 'law' | 'taroudannt'
  created: number
  updated: number
  unchanged: number
}

/** Any constant: of several instances that start at once, one loads and the others wait. */
const LOADING_LOCK = 7_110_532

/** Grows when the loader itself changes what it makes of the same files. */
const LOADER_EDITION = '1'

/**
 * Loads the register, the network, the law and the first plan from `data/`, through the same door as every other write. What is there
 * already is compared, not doubled; files that are the same as last time are not even read again.
 *
 * @returns what was loaded now; nothing on a second start
 */
export async function loadAll(url: string, at: Date): Promise<Loaded[]> {
  const db = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 0, onError: () => {} }))
  const author: Authorship = { actor: 'system', origin: 'seed', requestId: null, at }
  try {
    const registerHash = filesHash(REGISTER_FILES, readMap('regions'), readMap('provinces'), LOADER_EDITION)
    const networkHash = filesHash(NETWORK_FILES, LOADER_EDITION)
    return [
      ...(await loadOnce(db, author, 'register', registerHash, loadRegister)),
      ...(await loadOnce(db, author, 'network', networkHash, loadNetwork)),
      ...(await loadOnce(db, author, 'law', filesHash(LAW_FILES, LOADER_EDITION), loadLaw)),
      ...(await loadOnce(
        db,
        author,
        'taroudannt',
        filesHash(TAROUDANNT_FILES, LOADER_EDITION),
        loadTaroudannt,
      )),
    ]
  } finally {
    await db.destroy()
  }
}

async function loadOnce(
  db: Db,
  author: Authorship,
  dataset: Loaded['dataset'],
  sha256: string,
  load: (writing: Writing) => Promise<Omit<Loaded, 'dataset'>>,
): Promise<Loaded[]> {
  return await transact(db, author, async (writing) => {
    // Files are read within it, which a loaded machine takes its time for.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(writing.trx)
    await sql`select pg_advisory_xact_lock(${LOADING_LOCK})`.execute(writing.trx)
    const noted = await writing.trx
      .selectFrom('loaded_dataset')
      .select('sha256')
      .where('name', '=', dataset)
      .executeTakeFirst()
    if (noted?.sha256 === sha256) return []
    const { created, updated, unchanged } = await load(writing)
    await writing.trx
      .insertInto('loaded_dataset')
      .values({ name: dataset, sha256 })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ sha256 }))
      .execute()
    return [{ dataset, created, updated, unchanged }]
  })
}

async function loadRegister(writing: Writing) {
  const known = await writing.trx
    .selectFrom('collectivity_identifier')
    .innerJoin('collectivity', 'collectivity.id', 'collectivity_identifier.collectivity_id')
    .select(['collectivity.id', 'collectivity.type', 'value'])
    .where('scheme', 'in', ['hcp', 'iso-3166-2'])
    .execute()
  const facts = readRegister(new Map(known.map((row) => [`${row.type}:${row.value}`, row.id])))
  // Where a collectivity lies in another province or region now, so do the records of its membership.
  const members = await writing.trx.selectFrom('member').select('id').execute()
  let counts = { created: 0, updated: 0, unchanged: 0 }
  await writing.change(
    recordedMember,
    members.map(({ id }) => id),
    async () => {
      counts = await putCollectivities(writing, facts)
    },
  )
  return counts
}

async function loadLaw(writing: Writing) {
  const rules = await loadLegalRules(writing, readLegalRules())
  const holidays = await loadHolidays(writing, readHolidays())
  return {
    created: rules.created + holidays.created,
    updated: rules.updated + holidays.updated,
    unchanged: rules.unchanged + holidays.unchanged,
  }
}

async function loadNetwork(writing: Writing) {
  const collectivities = await writing.trx
    .selectFrom('collectivity')
    .select(['id', 'type', 'hcp_code'])
    .execute()
  const ids = new Map(collectivities.map((row) => [`${row.type}:${row.hcp_code}`, row.id]))
  const { facts, totals } = readNetwork()
  const network = await putNetwork(writing, facts, totals)
  // An episode that is there stays as it is: people may have edited it since.
  const present = new Set((await writing.trx.selectFrom('member').select('id').execute()).map(({ id }) => id))
  const fresh = readMembers(ids).filter(({ id }) => !present.has(id))
  const members = await writeMembers(writing, fresh)
  return {
    created: network.created + members.created,
    updated: network.updated + members.updated,
    unchanged: network.unchanged + members.unchanged + present.size,
  }
}
