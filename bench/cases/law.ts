import pg from 'pg'
import { findings, judge } from '../../src/approval-sessions/judgement.ts'
import type { ListedSession } from '../../src/approval-sessions/schema.ts'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { addDays } from '../../src/domain/days.ts'
import { rulesInForce } from '../../src/domain/law.ts'
import type { Holidays } from '../../src/domain/working-days.ts'
import { findGround, type Ground } from '../../src/session-calendar/queries.ts'
import { sessionCalendar } from '../../src/session-calendar/session-calendar.ts'
import type { Bench, Case, Result, Run } from '../case.ts'
import { machineCpu, ownCpu } from '../proc.ts'
import { median } from '../statistics.ts'

const SESSIONS = 10_000
const YEAR = 2026

/** Every council's calendar of a year, beside only reading the law for it; and 10,000 sessions held against the law. */
export const law: Case = {
  name: 'law',
  run: async (bench) => {
    const pool = openPool(bench.url, { poolSize: 2, statementTimeoutMs: 10_000, onError: () => {} })
    const db = openDatabase(pool)
    try {
      const codes = await collectivities(bench.url)
      const read = async (code: string) => (await findGround(db, { kind: 'id', id: code }, YEAR))!.ground
      const calendars = await compared(
        bench,
        { name: `law, calendars of ${codes.length} councils`, against: 'the same reads without the law' },
        async () => {
          for (const code of codes) JSON.stringify(calendarOf(await read(code)))
        },
        async () => {
          for (const code of codes) JSON.stringify(await read(code))
        },
      )
      const ground = await read(codes[0]!)
      const texts = Array.from({ length: SESSIONS }, (_, index) => JSON.stringify(session(ground, index)))
      const told = texts.map((text) => JSON.stringify(checked(ground, text)))
      const checks = await compared(
        bench,
        { name: `law, checks of ${SESSIONS} sessions`, against: 'reading and telling the same JSON' },
        async () => {
          for (const text of texts) JSON.stringify(checked(ground, text))
        },
        async () => {
          for (const text of told) JSON.stringify(JSON.parse(text))
        },
      )
      return [calendars, checks]
    } finally {
      await db.destroy()
    }
  },
}

async function collectivities(url: string): Promise<string[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>('select id from collectivity order by hcp_code')
    return rows.map(({ id }) => id)
  } finally {
    await client.end()
  }
}

const holidaysOf = ({ holidays }: Ground): Holidays => new Map(holidays.map((one) => [one.day, one]))
const calendarOf = (ground: Ground) =>
  sessionCalendar(YEAR, (day) => rulesInForce(ground.rules, day), holidaysOf(ground))

/** As one comes from the database, then held against the law, whose rules and holidays are read once for all. */
function checked(ground: Ground, text: string) {
  const listed = JSON.parse(text) as ListedSession
  const judged = judge(listed, [], (day) => rulesInForce(ground.rules, day), holidaysOf(ground))
  return { ...listed, ...findings(judged, '2026-12-31') }
}

/** One with two calls, a vote and all that follows it, each a little different. */
function session({ collectivity }: Ground, index: number): ListedSession {
  const opens = addDays('2026-01-05', index % 300)
  const day = (after: number) => addDays(opens, after)
  const id = '01900000-0000-7000-8000-000000000000'
  const sitting = { quorum: null, present_at_opening: 0 }
  return {
    id,
    plan_id: id,
    collectivity: collectivity as ListedSession['collectivity'],
    kind: 'ordinary',
    status: 'closed',
    status_reason: null,
    announced_as: null,
    opens_on: { value: opens, precision: 'day' },
    members_in_office: 31,
    members_in_office_on: opens,
    requested: null,
    item_on_agenda: true,
    notice_sent_on: day(-(index % 12)),
    agenda_sent_on: day(-(index % 25)),
    content_hash: 'sha256:',
    redeliberates: null,
    sittings: [
      { ...sitting, number: 1, call: 1, held_on: opens, present_at_opening: index % 16 },
      { ...sitting, number: 2, call: 2, held_on: day(4), present_at_opening: 16 + (index % 15) },
    ],
    vote: {
      sitting: 2,
      motion: 'adoption',
      subject: 'ordinary',
      ballot: 'public',
      for: index % 14,
      against: index % 13,
      abstentions: index % 3,
      president_side: 'for',
      amended_hash: null,
      voters: null,
      majority: null as never,
      outcome: null,
    },
    earlier_votes: [],
    outcome: null,
    decided_on: null,
    declared_outcome: null,
    votes_published: null,
    after_the_vote: {
      closed_on: day(5),
      posted_on: day(10),
      minutes_sent_on: day(20),
      transmitted_on: day(12),
      received_on: day(13),
      opposed_on: null,
      opposition_reason: null,
      financial_effect: true,
      visa: null,
    },
    sources: [],
    revision: 1,
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:00.000Z',
  }
}

/** Milliseconds of the whole, in turns. */
async function compared(
  { rounds, say }: Bench,
  of: { name: string; against: string },
  ours: () => Promise<void>,
  theirs: () => Promise<void>,
): Promise<Result> {
  await ours()
  await theirs()
  const runs: Run[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const before = { at: performance.now() * 1_000, others: machineCpu() - ownCpu() }
    const [value, control] = [await time(ours), await time(theirs)]
    const others = (machineCpu() - ownCpu() - before.others) / (performance.now() * 1_000 - before.at)
    runs.push({ value, control, ratio: value / control, others })
    say(`  round ${round} of ${rounds}: ${Math.round(value)} ms beside ${Math.round(control)} ms`)
  }
  const middle = (key: 'value' | 'ratio') => median(runs.map((run) => run[key]))
  return { ...of, value: middle('value'), unit: 'ms', ratio: middle('ratio'), runs }
}

async function time(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
