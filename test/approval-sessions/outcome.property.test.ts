import fc from 'fast-check'
import t from 'tap'
import { sittingFaults, voteFaults } from '../../src/approval-sessions/lifecycle.ts'
import { standingOf } from '../../src/approval-sessions/standing.ts'
import { addDays } from '../../src/domain/days.ts'
import type { SessionFacts, SessionKind, Sitting, Tally } from '../../src/domain/session-types.ts'
import { SESSION_KINDS, SUBJECTS } from '../../src/domain/session-types.ts'
import { startApp } from '../support/app.ts'
import { council } from '../support/council.ts'
import { on } from '../support/law.ts'
import { as, roleIdentity } from '../support/roles.ts'

const RULES = on('provincial_council')
const TODAY = '2026-02-02'
const opens = { day: '2023-09-11' }

const counts = fc.record({
  for: fc.nat(20),
  against: fc.nat(20),
  abstentions: fc.nat(5),
  president_side: fc.constantFrom('for', 'against', null),
  subject: fc.constantFrom(...SUBJECTS),
  motion: fc.constantFrom('adoption', 'adoption', 'deferral'),
})
type Fact = Partial<Tally> & { call?: Sitting['call']; present?: number; after?: number }
const aSitting = fc.record({
  call: fc.constantFrom(1, 2, 3, null),
  present: fc.nat(31),
  after: fc.nat(12),
})
const aVote = fc
  .record({ sitting: fc.integer({ min: 1, max: 4 }) })
  .chain((at) => counts.map((one) => ({ ...at, ...one })))
const facts = fc.array(fc.oneof(aSitting, aVote) as fc.Arbitrary<Fact>, { maxLength: 12 })

/** A session to which what may be recorded is recorded; what may not yet be is tried again after the rest. */
function recorded(kind: SessionKind, wanted: readonly Fact[]): SessionFacts {
  let session: SessionFacts = {
    council: 'provincial_council',
    kind,
    members_in_office: 31,
    sittings: [],
    votes: [],
  }
  const left = [...wanted]
  for (let index = 0; index < left.length; index += 1) {
    const next = withFact(session, left[index]!)
    if (next === undefined) continue
    session = next
    left.splice(index, 1)
    index = -1
  }
  return session
}

function withFact(session: SessionFacts, fact: Fact): SessionFacts | undefined {
  const standing = standingOf(session, RULES)
  if (standing.outcome !== null) return undefined
  if (fact.sitting === undefined) {
    const sitting = {
      call: fact.call ?? null,
      held_on: addDays(opens.day, fact.after!),
      present_at_opening: fact.present!,
    }
    if (sittingFaults({ ...session, opens }, standing, sitting, TODAY).length > 0) return undefined
    return {
      ...session,
      sittings: [...session.sittings, { ...sitting, number: session.sittings.length + 1 }],
    }
  }
  const vote = { ballot: 'public', ...fact } as Tally
  if (session.votes.some(({ sitting }) => sitting === vote.sitting)) return undefined
  if (voteFaults(session, standing, vote, [], true).length > 0) return undefined
  const votes = [...session.votes, vote].sort((a, b) => a.sitting - b.sitting)
  return { ...session, votes }
}

/** The law in its own words, without the code that is tested. */
function mayBeAdopted({ kind, sittings, votes }: SessionFacts): boolean {
  const last = kind === 'extraordinary_of_right' ? 2 : 3
  const hasQuorum = sittings.some(
    ({ call, present_at_opening: present }) =>
      call !== null && (2 * present! > 31 || (call === last && present! > 0)),
  )
  const carried = votes.some((vote, index) => {
    const isTie = vote.for === vote.against && vote.for > 0
    const byCast = vote.for > vote.against || (isTie && vote.president_side === 'for')
    const isReserved = !['ordinary', 'spatial_plan'].includes(vote.subject)
    const isSecond = votes
      .slice(0, index)
      .some(({ subject }) => !['ordinary', 'spatial_plan'].includes(subject))
    return vote.motion === 'adoption' && (isReserved && !isSecond ? 2 * vote.for > 31 : byCast)
  })
  return hasQuorum && carried
}

t.test('no facts in any order adopt without a quorum and a majority', (t) => {
  let adoptions = 0
  fc.assert(
    fc.property(fc.constantFrom(...SESSION_KINDS), facts, (kind, wanted) => {
      const session = recorded(kind, wanted)
      const { outcome } = standingOf(session, RULES)
      if (outcome !== 'adopted') return
      adoptions += 1
      if (!mayBeAdopted(session)) throw new Error(JSON.stringify(session))
    }),
    { numRuns: 3_000 },
  )
  t.ok(adoptions > 50, `${adoptions} were adopted`)
  t.end()
})

t.test('the same facts come to the same outcome, in whatever order they are recorded', (t) => {
  // What is true of one session: its calls until one has a quorum, and one vote.
  const truth = fc.tuple(
    fc.constantFrom(...SESSION_KINDS),
    fc.array(fc.nat(31), { minLength: 3, maxLength: 3 }),
    counts,
    fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  )
  const seen = new Set<string | null>()
  fc.assert(
    fc.property(truth, ([kind, presences, counted, shuffle]) => {
      const sittings = presences.map((present, index) => ({
        call: (index + 1) as 1 | 2 | 3,
        present,
        after: index * 4,
      }))
      const inOrder = recorded(kind, sittings)
      const all: Fact[] = [...sittings, { ...counted, sitting: inOrder.sittings.length }]
      const shuffled = all
        .map((fact, index) => ({ fact, at: shuffle[index]! }))
        .sort((a, b) => a.at - b.at)
        .map(({ fact }) => fact)
      const [one, other] = [all, shuffled].map((order) => standingOf(recorded(kind, order), RULES))
      seen.add(one!.outcome)
      return JSON.stringify(one) === JSON.stringify(other)
    }),
    { numRuns: 2_000 },
  )
  t.same([...seen].map(String).sort(), ['adopted', 'deferred', 'null', 'rejected'])
  t.end()
})

const service = await startApp(t, { identity: roleIdentity })
const { json } = service
const { scheduled, send, sit, vote } = council(service)

const CARRIED = {
  sitting: 1,
  for: 9,
  against: 3,
  abstentions: 0,
  president_side: null,
  subject: 'ordinary',
  motion: 'adoption',
} as const

/** Whatever a clerk may try over HTTP, in any order. */
const attempts = fc.array(
  fc.oneof(
    aSitting.map((one) => ['sitting', one] as const),
    aVote.map((one) => ['vote', one] as const),
    fc.integer({ min: 1, max: 40 }).map((count) => ['members', count] as const),
    fc.constantFrom(['cancel', null] as const, ['take_back', null] as const, ['withdraw', null] as const),
  ),
  { minLength: 3, maxLength: 10 },
)

t.test('no sequence of calls gives an adopted plan without a met quorum and a majority', async (t) => {
  const ends = new Set<string>()
  await fc.assert(
    fc.asyncProperty(attempts, async (tried) => {
      const { plan, url } = await scheduled('09.541')
      for (const [what, fact] of tried) {
        const { statusCode, body } = await attempt(plan, url, what, fact)
        if (statusCode >= 500) throw new Error(`${what}: ${body}`)
      }
      const session = await json(url)
      const { status, adoptions } = await json(`/v1/action-plans/${plan}`)
      ends.add(status)
      const isAdopted = session.outcome === 'adopted'
      if ((status === 'adopted') !== isAdopted) throw new Error(`the plan is ${status}`)
      if (isAdopted !== (session.status === 'closed' && adoptions[0]?.outcome === 'adopted'))
        throw new Error(`the session is ${session.status}`)
      if (!isAdopted) return
      const quorum = session.sittings.findLast((one: { call: number | null }) => one.call !== null).quorum
      const { majority, ...last } = session.vote
      const isCarried = last.for >= majority.required || majority.tie_broken_by === 'for'
      if (!quorum.met || quorum.present < quorum.required || !isCarried)
        throw new Error(JSON.stringify(session))
    }),
    {
      numRuns: 25,
      examples: [
        [
          [
            ['sitting', { call: 1, present: 20, after: 0 }],
            ['vote', CARRIED],
          ],
        ],
      ],
    },
  )
  t.ok(ends.has('adopted') && ends.size > 1, [...ends].join(', '))
})

async function attempt(plan: string, url: string, what: string, fact: unknown) {
  const one = fact as Fact
  if (what === 'sitting')
    return await sit(url, one.call ?? null, addDays(opens.day, one.after!), one.present!)
  if (what === 'vote') return await vote(url, one)
  if (what === 'members') return await send('PATCH', url, { members_in_office: fact })
  if (what === 'take_back') return await send('DELETE', `${url}/sittings/1`)
  if (what === 'cancel')
    return await send('POST', `${url}/transitions`, { action: 'cancel', reason: 'Exemple' })
  const payload = { action: 'withdraw', reason: 'Exemple', effective_on: { value: '2023-12-01' } }
  return await send('POST', `/v1/action-plans/${plan}/transitions`, payload, as('association'))
}
