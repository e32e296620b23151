import pg from 'pg'
import type { Bench, Case, Result, Run } from '../case.ts'
import { type Imports, startImports } from '../imports.ts'
import { cpuOf, findPostmaster, machineCpu, ownCpu, postgresCpu } from '../proc.ts'
import { median, sum } from '../statistics.ts'

const WRITERS = [1, 8, 32]
/** Members to write to; each belongs to one writer alone. */
const MEMBERS = 320
/** More than come round before a member has its next turn, no more than are accepted. */
const MOST_WAVES = 999

const PLAIN = 'bare pg: the same update and one insert a transaction, a connection a writer'

/** With all indexes of the real ones. */
const PLAIN_TABLES = `
  create table bench_member (like member including all);
  insert into bench_member (id, collectivity_id, wave, joined_on, joined_precision, evidence, sources, created_at,
    updated_at)
  select id, collectivity_id, wave, joined_on, joined_precision, evidence, sources, created_at, updated_at from member;
  create table bench_entry (like journal_entry including all)`

/** Members are edited over HTTP, each edit with its entry in the journal, by one writer and by many at a time. */
export const journalWrites: Case = {
  name: 'journal writes',
  run: async (bench) => {
    const imports = await startImports(bench, MEMBERS)
    try {
      await imports.run(
        imports.file(() => 1),
        { created: MEMBERS },
      )
      await imports.postgres.query(PLAIN_TABLES)
      const { rows } = await imports.postgres.query<{ id: string }>('select id from member')
      const postmaster = await findPostmaster(bench.url)
      const found: Result[] = []
      for (const writers of WRITERS) {
        const ids = shares(
          rows.map(({ id }) => id),
          writers,
        )
        found.push(...(await measure(bench, imports, postmaster, ids)))
      }
      return found
    } finally {
      await imports.stop()
    }
  },
}

const shares = (ids: readonly string[], writers: number) =>
  Array.from({ length: writers }, (_, writer) => ids.filter((_, place) => place % writers === writer))

/** Writes its next edit. */
type Writer = () => Promise<void>

interface Figures {
  readonly perSecond: number
  /** Of server and database, microseconds a write. */
  readonly cpu: number
  readonly others: number
}

async function measure(
  bench: Bench,
  imports: Imports,
  postmaster: number,
  ids: readonly (readonly string[])[],
): Promise<Result[]> {
  const clients = await Promise.all(ids.map(() => connected(imports.url)))
  try {
    const ours = await Promise.all(ids.map((own) => editor(imports, own)))
    const theirs = ids.map((own, place) => plainWriter(clients[place]!, own))
    const time = (writers: readonly Writer[]) =>
      timed(writers, bench.seconds, { pid: imports.service.pid, postmaster })
    for (const writers of [ours, theirs]) await time(writers)
    const rounds: { ours: Figures; theirs: Figures }[] = []
    for (let round = 1; round <= bench.rounds; round += 1) {
      const first = await time(round % 2 === 1 ? ours : theirs)
      const second = await time(round % 2 === 1 ? theirs : ours)
      rounds.push(round % 2 === 1 ? { ours: first, theirs: second } : { ours: second, theirs: first })
      const others = Math.round(Math.max(first.others, second.others) * 100)
      bench.say(
        `  ${ids.length} writers, round ${round} of ${bench.rounds}: others used ${others} % of a core`,
      )
    }
    const names = ids.length === 1 ? '1 writer' : `${ids.length} writers`
    return [
      compare(`journal writes, ${names}`, '/s', 'perSecond', rounds),
      compare(`journal writes, ${names}, CPU`, 'µs', 'cpu', rounds),
    ]
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

function compare(
  name: string,
  unit: string,
  figure: 'perSecond' | 'cpu',
  rounds: readonly { ours: Figures; theirs: Figures }[],
): Result {
  const runs: Run[] = rounds.map(({ ours, theirs }) => ({
    value: ours[figure],
    control: theirs[figure],
    ratio: ours[figure] / theirs[figure],
    others: Math.max(ours.others, theirs.others),
  }))
  const middle = (key: 'value' | 'ratio') => median(runs.map((run) => run[key]))
  return { name, value: middle('value'), unit, against: PLAIN, ratio: middle('ratio'), runs }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client(url)
  await client.connect()
  return client
}

/** Patches its members one after the other, each with the ETag that it had of it last. */
async function editor({ ask }: Imports, ids: readonly string[]): Promise<Writer> {
  const etags = new Map<string, string>()
  for (const id of ids) etags.set(id, (await ask(`/v1/members/${id}`)).etag!)
  let turn = 0
  return async () => {
    const id = ids[turn % ids.length]!
    turn += 1
    const { etag } = await ask(`/v1/members/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json', 'if-match': etags.get(id)! },
      body: JSON.stringify({ wave: 1 + (turn % MOST_WAVES) }),
    })
    if (etag === etags.get(id)) throw new Error(`an edit has changed nothing of ${id}`)
    etags.set(id, etag!)
  }
}

/** What a hand writes who only wants a table of old and new rows, with no order among them. */
function plainWriter(client: pg.Client, ids: readonly string[]): Writer {
  let turn = 0
  return async () => {
    const id = ids[turn % ids.length]!
    turn += 1
    await client.query('begin')
    const { rows } = await client.query({
      name: 'update',
      text: `update bench_member set wave = $2, revision = revision + 1, updated_at = now()
        where id = $1 returning revision, row_to_json(bench_member)::text as after`,
      values: [id, 1 + (turn % MOST_WAVES)],
    })
    const { revision, after } = rows[0]
    await client.query({
      name: 'insert',
      text: `insert into bench_entry (transaction_id, ordinal, type, id, revision, change, fields_changed, before, after,
          visibility, territories_before, territories_after)
        values (txid_current(), 1, 'member', $1, $2, 'updated', '{wave}', $3, $3, 'public', '{}', '{}')`,
      values: [id, revision, after],
    })
    await client.query('commit')
  }
}

/** Each writes again as soon as it has written, for so many seconds; the last writes are waited for. */
async function timed(
  writers: readonly Writer[],
  seconds: number,
  of: { pid: number; postmaster: number },
): Promise<Figures> {
  const read = () => {
    const used = cpuOf(of.pid) + postgresCpu(of.postmaster)
    return { at: performance.now(), used, others: machineCpu() - used - ownCpu() }
  }
  const before = read()
  const end = before.at + seconds * 1_000
  const counts = await Promise.all(
    writers.map(async (write) => {
      let count = 0
      for (; performance.now() < end; count += 1) await write()
      return count
    }),
  )
  const after = read()
  const count = sum(counts)
  const milliseconds = after.at - before.at
  return {
    perSecond: (count / milliseconds) * 1_000,
    cpu: (after.used - before.used) / count,
    others: Math.max(0, (after.others - before.others) / (milliseconds * 1_000)),
  }
}
