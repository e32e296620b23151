import pg from 'pg'
import type { Case, Run } from '../case.ts'
import { cpuOf, findPostmaster, machineCpu, ownCpu, postgresCpu } from '../proc.ts'
import { resultOf, runOf } from '../result.ts'
import { lengthenJournal } from '../synthetic-journal.ts'
import { startService, type Target } from '../targets.ts'

const MANY = 1_000_000
/** Instead of MANY, where it has to be quick. */
const QUICK = 100_000
const PAGE = 500
/** What strangers take of the cores is not for the service to refuse requests over. */
const PATIENT = { LAG_LIMIT_MS: '0' }
const PLAIN = 'pg reads the same entries in the same pages, nothing in between'

/** A copy that was long away follows the whole feed, page by page, each read as JSON. */
export const catchUp: Case = {
  name: 'catch-up',
  run: async (bench) => {
    const length = bench.quick ? QUICK : MANY
    const url = await bench.freshDatabase()
    await lengthenJournal(url, length)
    const postgres = new pg.Client(url)
    await postgres.connect()
    let service: Target | undefined
    try {
      service = await startService(url, bench.cores, PATIENT)
      const postmaster = await findPostmaster(url)
      const runs: Run[] = []
      // Each takes long enough by itself.
      const rounds = Math.ceil(bench.rounds / 3)
      for (let round = 1; round <= rounds; round += 1) {
        runs.push(await roundOf(service, postgres, postmaster))
        bench.say(`  round ${round} of ${rounds}: ${Math.round(runs.at(-1)!.value)} changes a second`)
      }
      const name = `catch-up, ${length.toLocaleString('en')} changes`
      return [resultOf({ name, unit: '/s', against: PLAIN }, runs)]
    } finally {
      await service?.stop()
      await postgres.end()
    }
  },
}

async function roundOf(service: Target, postgres: pg.Client, postmaster: number): Promise<Run> {
  const used = () => machineCpu() - cpuOf(service.pid) - postgresCpu(postmaster) - ownCpu()
  const before = { used: used(), at: performance.now() }
  const theirs = await timed(() => read(postgres))
  const ours = await timed(() => follow(service))
  const others = (used() - before.used) / ((performance.now() - before.at) * 1_000)
  if (ours.changes !== theirs.changes)
    throw new Error(`the feed told ${ours.changes} changes of ${theirs.changes}`)
  return runOf(ours.perSecond, theirs.perSecond, others)
}

async function timed(work: () => Promise<number>) {
  const started = performance.now()
  const changes = await work()
  return { changes, perSecond: (changes / (performance.now() - started)) * 1_000 }
}

interface ChangePage {
  readonly data: readonly unknown[]
  readonly links: { readonly next: string }
}

async function follow({ origin }: Target): Promise<number> {
  let changes = 0
  for (let path = `/v1/changes?limit=${PAGE}`; ; ) {
    const answer = await fetch(origin + path)
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    const page = (await answer.json()) as ChangePage
    if (page.data.length === 0) return changes
    changes += page.data.length
    path = page.links.next
  }
}

async function read(postgres: pg.Client): Promise<number> {
  let changes = 0
  for (let [position, ordinal] = ['0', 0]; ; ) {
    const { rows } = await postgres.query({
      name: 'entries',
      text: `select t.position, t.occurred_at, t.origin, e.ordinal, e.type, e.id, e.revision, e.change,
          e.fields_changed, e.reason, e.after
        from journal_transaction t join journal_entry e on e.transaction_id = t.id
        where (t.position, e.ordinal) > ($1, $2) and t.position >= $1 and e.visibility = 'public'
        order by t.position, e.ordinal limit ${PAGE}`,
      values: [position, ordinal],
    })
    if (rows.length === 0) return changes
    changes += rows.length
    ;({ position, ordinal } = rows.at(-1))
  }
}
