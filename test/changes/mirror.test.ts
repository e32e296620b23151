import fc from 'fast-check'
import { sql } from 'kysely'
import t from 'tap'
import { v7 } from 'uuid'
import { recordedSession } from '../../src/approval-sessions/lock/commands.ts'
import { openDatabase, openPool } from '../../src/db/database.ts'
import type { Recorded, Writing } from '../../src/db/journal.ts'
import { recordedHoliday } from '../../src/holidays/commands.ts'
import { recordedLegalRule } from '../../src/legal-rules/commands.ts'
import { recordedMember } from '../../src/members/commands.ts'
import { recordedNetwork } from '../../src/network/commands.ts'
import { recordedDraft, recordedPlan } from '../../src/plans/lock/commands.ts'
import { recordedCollectivity } from '../../src/register/commands.ts'
import { recordedWorkshop } from '../../src/workshops/commands.ts'
import { startApp } from '../support/app.ts'
import { collectivityId, createMember, removeMember, setWave, write } from '../support/journal.ts'
import { Mirror } from '../support/mirror.ts'

const { app, db, url } = await startApp(t)
const writers = openDatabase(openPool(url, { poolSize: 8, statementTimeoutMs: 10_000, onError: () => {} }))
t.teardown(() => writers.destroy())
const service = { json: async (address: string) => (await app.inject(address)).json() }

/** In two provinces of one region, and in another region. */
const codes = ['01.151.01.01', '01.151.03.03', '01.051.01.01', '09.541.01.13']
const places = await Promise.all(codes.map((code) => collectivityId(db, code)))
const WRITERS = 8

interface StateRow {
  type: string
  id: string
  revision: number
  state: object
  territories: string[]
}

/** What the tables hold, as the journal tells it: the truth that a mirror must come to. */
async function truth(territory?: string): Promise<Map<string, unknown>> {
  const rows = new Map<string, unknown>()
  const kinds: Recorded[] = [
    recordedMember,
    recordedCollectivity,
    recordedNetwork,
    recordedLegalRule,
    recordedHoliday,
    recordedPlan,
    recordedDraft,
    recordedWorkshop,
    recordedSession,
  ]
  for (const recorded of kinds) {
    const all = sql`any(select id from ${sql.table(recorded.table)})`
    const states = await sql<StateRow>`${recorded.states(all)}`.execute(db)
    for (const { type, id, revision, state, territories } of states.rows)
      if (territory === undefined || territories.includes(territory))
        rows.set(`${type} ${id}`, { revision, data: state })
  }
  return rows
}

const place = fc.nat(places.length - 1)
const which = fc.nat(1_000)
const step = fc.oneof(
  fc.record({ do: fc.constant('create'), place }),
  fc.record({ do: fc.constant('edit'), which, wave: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('move'), which, place }),
  fc.record({ do: fc.constant('remove'), which }),
  fc.record({ do: fc.constant('restore'), which, place }),
)
interface Step {
  do: string
  place?: number
  which?: number
  wave?: number
}
const transaction = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
  pauseMs: fc.nat(8),
  fails: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
})
const plans = fc.array(fc.array(transaction, { minLength: 2, maxLength: 5 }), {
  minLength: WRITERS,
  maxLength: WRITERS,
})

/** Of all episodes that ever were, deleted ones too. */
const known: string[] = []
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

async function take(writing: Writing, { do: what, place = 0, which = 0, wave = 1 }: Step): Promise<void> {
  const at = places[place]!
  const id = known[which % Math.max(known.length, 1)]
  if (what === 'create' || id === undefined) {
    const made = v7()
    await createMember(writing, at, made)
    known.push(made)
  } else if (what === 'edit') await setWave(writing, id, wave)
  else if (what === 'remove') await removeMember(writing, id, 'at random')
  else if (what === 'move')
    await writing.change(recordedMember, [id], () =>
      sql`update member set collectivity_id = ${at} where id = ${id}`.execute(writing.trx),
    )
  else if ((await sql`select from member where id = ${id}`.execute(writing.trx)).rows.length === 0)
    await createMember(writing, at, id)
}

/** Deadlocks and collisions of writers are rolled back like any other failure. */
async function perform({ steps, pauseMs, fails }: { steps: Step[]; pauseMs: number; fails: boolean }) {
  const done = write(writers, async (writing) => {
    for (const each of steps) {
      await take(writing, each)
      await pause(pauseMs)
    }
    if (fails) throw new Error('on purpose')
  })
  await done.catch(() => {})
}

t.test('whatever eight writers do at once, a mirror of the feed ends equal, row by row', async (t) => {
  const scopes = [undefined, places[0]!, await collectivityId(db, '01.151'), await collectivityId(db, '01')]
  const mirrors = scopes.map((territory) => ({
    territory,
    mirror: new Mirror(service, territory === undefined ? '' : `&territory=${territory}`),
  }))
  let pages = 0
  await fc.assert(
    fc.asyncProperty(
      plans,
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 19 })),
      async (all, limits, chance) => {
        let writing = true
        const readers = mirrors.map(async (reader) => {
          for (let turn = 0; writing; turn += 1) {
            // Somebody who lost the copy begins anew, in the middle of it all.
            if (chance.next().value === 0) {
              reader.mirror = new Mirror(
                service,
                reader.territory === undefined ? '' : `&territory=${reader.territory}`,
              )
              await reader.mirror.catchUp()
            }
            await reader.mirror.follow(limits[turn % limits.length]!)
            pages += 1
          }
        })
        await Promise.all(
          all.map(async (transactions) => {
            for (const each of transactions) await perform(each)
          }),
        )
        writing = false
        await Promise.all(readers)
        for (const { mirror, territory } of mirrors) {
          await mirror.catchUp(7)
          const expected = await truth(territory)
          const differences = differing(mirror.rows, expected)
          if (differences.length > 0)
            throw new Error(`in ${territory ?? 'all'}: ${JSON.stringify(differences.slice(0, 5))}`)
        }
      },
    ),
    { numRuns: 40, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
  )
  t.comment(`${known.length} episodes, ${pages} pages while they were written`)
  t.ok(known.length > 10)
  const { rows } = await sql<{ positions: number; last: number; revisions: number }>`
    select count(*) as positions, max(position) as last from journal_transaction`.execute(db)
  t.equal(rows[0]!.positions, rows[0]!.last, 'no position is missing')
})

function differing(rows: ReadonlyMap<string, unknown>, expected: ReadonlyMap<string, unknown>) {
  const keys = [...new Set([...rows.keys(), ...expected.keys()])]
  return keys
    .map((key) => ({ key, copy: rows.get(key), row: expected.get(key) }))
    .filter(({ copy, row }) => JSON.stringify(copy) !== JSON.stringify(row))
}
