import t from 'tap'
import { type AfterTheVote, deadlinesOf, enforceableOn } from '../../src/approval-sessions/deadlines.ts'
import { type WarnedFacts, warningsOf } from '../../src/approval-sessions/warnings.ts'
import { holidays, NONE, on } from '../support/law.ts'
import { judged, session, sitting, tally } from '../support/sessions.ts'

const adopted = (facts: Partial<WarnedFacts> = {}) =>
  session({
    sittings: [sitting(1, 1, '2023-09-11', 20)],
    votes: [tally({ for: 15, against: 3 })],
    ...facts,
  })
const after = (facts: Partial<AfterTheVote> = {}): AfterTheVote => ({
  closed_on: null,
  posted_on: null,
  minutes_sent_on: null,
  transmitted_on: null,
  received_on: null,
  opposed_on: null,
  financial_effect: false,
  visa: null,
  ...facts,
})
const deadline = (step: string, facts: WarnedFacts, asOf: string, closed = NONE) =>
  deadlinesOf(facts, judged(facts), on(facts.council), closed, asOf).find((one) => one.step === step)
const enforceable = (facts: WarnedFacts, closed = NONE) =>
  enforceableOn(facts, judged(facts), on(facts.council), closed)

t.test('notice and agenda, on the last day and a day late', (t) => {
  for (const [council, opensOn, lastNotice, lateNotice, lastAgenda, articles] of [
    ['region', '2023-10-02', '2023-09-25', '2023-09-26', '2023-09-12', ['38', '41']],
    ['provincial_council', '2023-09-11', '2023-09-04', '2023-09-05', '2023-08-22', ['36', '39']],
    ['commune', '2023-10-05', '2023-09-25', '2023-09-26', '2023-09-15', ['35', '38']],
  ] as const) {
    const facts = (notice: string, agenda: string) =>
      session({ council, opens_on: opensOn, notice_sent_on: notice, agenda_sent_on: agenda })
    t.match(deadline('notice_to_members', facts(lastNotice, lastAgenda), '2024-01-01'), {
      due_on: lastNotice,
      done_on: lastNotice,
      state: 'done',
      basis: { article: articles[0] },
    })
    t.match(deadline('notice_to_members', facts(lateNotice, lastAgenda), '2024-01-01'), { state: 'late' })
    t.match(deadline('agenda_to_governor', facts(lastNotice, lastAgenda), '2024-01-01'), {
      due_on: lastAgenda,
      state: 'done',
      basis: { article: articles[1] },
    })
  }
  const unsent = session()
  t.match(deadline('notice_to_members', unsent, '2023-09-04'), { state: 'due', done_on: null })
  t.match(deadline('notice_to_members', unsent, '2023-09-05'), { state: 'late', done_on: null })
  t.end()
})

t.test('a session that is owed to whoever asked for it', (t) => {
  for (const [council, kind, members, due, article] of [
    ['region', 'extraordinary_by_members', 16, '2023-10-01', '39'],
    ['provincial_council', 'extraordinary_by_members', 16, '2023-09-16', '37'],
    ['commune', 'extraordinary_by_members', 16, '2023-09-16', '36'],
    ['provincial_council', 'extraordinary_by_members', 15, undefined, ''],
    ['provincial_council', 'extraordinary_by_president', null, undefined, ''],
    ['region', 'extraordinary_of_right', null, '2023-09-11', '40'],
    ['provincial_council', 'extraordinary_of_right', null, '2023-09-11', '38'],
    ['commune', 'extraordinary_of_right', null, '2023-09-11', '37'],
  ] as const) {
    const facts = session({ council, kind, requested: { on: '2023-09-01', members } })
    const found = deadline('extraordinary_session', facts, '2024-01-01')
    t.equal(found?.due_on, due, `${council}, ${kind}, ${members} of 31`)
    if (due !== undefined) t.equal(found!.basis.article, article)
  }
  const ofRight = session({ kind: 'extraordinary_of_right', notice_sent_on: '2023-09-08' })
  t.match(deadline('notice_to_members', ofRight, '2024-01-01'), { due_on: '2023-09-08', state: 'done' })
  t.equal(deadline('agenda_to_governor', ofRight, '2024-01-01'), undefined)
  t.end()
})

t.test('copies, posting and minutes run from the closing', (t) => {
  for (const [council, copies, posting, articles] of [
    ['region', '2023-09-25', '2023-09-21', ['113', '247']],
    ['provincial_council', '2023-09-25', '2023-09-21', ['107', '217']],
    ['commune', '2023-10-02', '2023-09-19', ['116', '273']],
  ] as const) {
    const facts = adopted({ council, after: after({ transmitted_on: copies, posted_on: posting }) })
    t.match(deadline('copies_to_governor', facts, '2024-01-01'), {
      due_on: copies,
      state: 'done',
      basis: { article: articles[0] },
    })
    t.match(deadline('posting', facts, '2024-01-01'), { due_on: posting, basis: { article: articles[1] } })
    const given = (on: string | null) => adopted({ council, after: after({ minutes_sent_on: on }) })
    const minutes = { due_on: '2023-09-26', basis: { rule: 'minutes_to_members', article: articles[1] } }
    for (const [on, asOf, state] of [
      ['2023-09-26', '2024-01-01', 'done'],
      ['2023-09-27', '2024-01-01', 'late'],
      [null, '2023-09-26', 'due'],
      [null, '2023-09-27', 'late'],
    ] as const)
      t.match(deadline('minutes_to_members', given(on), asOf), { ...minutes, state })
  }
  t.match(deadline('copies_to_governor', adopted(), '2023-09-26'), { state: 'late' })
  t.match(
    deadline('copies_to_governor', adopted({ after: after({ closed_on: '2023-09-12' }) }), '2023-09-26'),
    {
      due_on: '2023-09-26',
      state: 'due',
    },
  )
  t.match(deadline('copies_to_governor', adopted(), '2023-09-20', holidays('2023-09-20')), {
    due_on: '2023-09-26',
    skipped: [{}, {}, { day: '2023-09-20', because: 'holiday' }, {}, {}],
  })
  t.equal(deadline('posting', session(), '2024-01-01'), undefined, 'nothing is decided yet')
  t.end()
})

t.test('opposition, visa, and the day from which it may be carried out', (t) => {
  // A Thursday: Friday, Monday and Tuesday are the three working days.
  const received_on = '2023-09-21'
  const facts = (more: Partial<AfterTheVote>, council: WarnedFacts['council'] = 'provincial_council') =>
    adopted({ council, after: after({ received_on, ...more }) })
  for (const [council, articles] of [
    ['region', ['114', '115']],
    ['provincial_council', ['108', '109']],
    ['commune', ['117', '118']],
  ] as const) {
    const taxed = facts({ financial_effect: true }, council)
    t.match(deadline('opposition', taxed, '2023-09-26'), {
      due_on: '2023-09-26',
      state: 'due',
      basis: { article: articles[0] },
    })
    t.match(deadline('opposition', taxed, '2023-09-27'), { done_on: '2023-09-26', state: 'done' })
    t.match(deadline('visa', taxed, '2023-10-11'), {
      due_on: '2023-10-11',
      state: 'due',
      basis: { article: articles[1] },
    })
    t.match(
      deadline('visa', taxed, '2023-10-12'),
      { done_on: '2023-10-11', state: 'done' },
      'silence approves',
    )
    t.equal(enforceable(taxed), '2023-10-12')
  }
  t.equal(enforceable(facts({})), '2023-09-27', 'when the three days have ended')
  t.equal(enforceable(facts({}), holidays('2023-09-25')), '2023-09-28', 'a holiday among them')
  t.equal(deadline('visa', facts({}), '2024-01-01'), undefined)
  t.equal(enforceable(facts({ opposed_on: '2023-09-25' })), null, 'opposed')
  t.equal(enforceable(facts({ financial_effect: null })), null, 'it is not known whether it takes a visa')
  const visa = (decision: 'granted' | 'refused', decided_on: string) =>
    enforceable(facts({ financial_effect: true, visa: { decision, decided_on } }))
  t.equal(visa('granted', '2023-10-02'), '2023-10-02')
  t.equal(visa('granted', '2023-09-22'), '2023-09-27', 'not before the three days have ended')
  t.equal(visa('refused', '2023-10-02'), null)
  t.equal(
    enforceable(adopted({ after: after({ received_on: '2023-12-28' }) }), holidays('2024-01-01')),
    '2024-01-04',
  )
  t.equal(enforceable(adopted({ after: after() })), null, 'not received')
  t.equal(
    enforceable(adopted({ votes: [tally({ against: 9 })], after: after({ received_on }) })),
    null,
    'rejected',
  )
  const listed = adopted({
    council: 'commune',
    votes: [tally({ for: 20, subject: 'public_services' })],
    after: after({ received_on }),
  })
  t.equal(enforceable(listed), '2023-10-12', 'a commune’s public services take a visa (113-14, art. 118)')
  t.end()
})

const warnings = (facts: WarnedFacts, closed = NONE) =>
  warningsOf(facts, judged(facts), on(facts.council), closed)
const codes = (facts: WarnedFacts, closed = NONE) => warnings(facts, closed).map(({ code }) => code)

t.test('the month and the day of an ordinary session', (t) => {
  const opens = (council: WarnedFacts['council'], value: string, precision: 'day' | 'month' | 'year') => {
    const day = `${value}-01-01`.slice(0, 10)
    return session({ council, opens: { day, precision }, opens_on: precision === 'day' ? value : null })
  }
  const october = warnings(opens('provincial_council', '2023-10', 'month'))
  t.match(october, [
    {
      code: 'session_month',
      pointer: '/opens_on',
      values: { month: 10, months: '1, 6, 9' },
      basis: { law: '112-14', article: '34', rule: 'ordinary_session_months' },
    },
  ])
  for (const [council, value, precision, expected] of [
    ['region', '2023-10', 'month', []],
    ['commune', '2023-10', 'month', []],
    ['provincial_council', '2023-09', 'month', []],
    ['provincial_council', '2023', 'year', []],
    ['provincial_council', '2023-09-11', 'day', []],
    ['provincial_council', '2023-09-12', 'day', ['session_day']],
    ['provincial_council', '2023-09-04', 'day', ['session_day']],
    ['region', '2023-10-02', 'day', []],
    ['region', '2023-10-09', 'day', ['session_day']],
    ['commune', '2023-10-07', 'day', []],
    ['commune', '2023-10-08', 'day', ['session_day']],
  ] as const)
    t.same(codes(opens(council, value, precision)), expected, `${council} ${value}`)
  t.same(codes(opens('provincial_council', '2023-09-12', 'day'), holidays('2023-09-11')), [], 'moved')
  const called = {
    ...opens('provincial_council', '2023-10', 'month'),
    kind: 'extraordinary_by_president',
  } as const
  t.same(codes(called), [], 'an extraordinary one may be in any month')
  t.end()
})

t.test('what does not fit, and what does', (t) => {
  const failed = [sitting(1, 1, '2023-09-11', 15)]
  for (const [facts, expected] of [
    [adopted(), []],
    [session({ notice_sent_on: '2023-09-04' }), []],
    [session({ notice_sent_on: '2023-09-05' }), ['notice_too_short']],
    [session({ agenda_sent_on: '2023-08-22' }), []],
    [session({ agenda_sent_on: '2023-08-23' }), ['agenda_too_late']],
    [session({ item_on_agenda: false }), ['not_on_agenda']],
    [session({ item_on_agenda: null }), []],
    [session({ sittings: [...failed, sitting(2, 2, '2023-09-13', 20)] }), ['call_outside_window']],
    [session({ sittings: [...failed, sitting(2, 2, '2023-09-14', 20)] }), []],
    [session({ sittings: [...failed, sitting(2, 2, '2023-09-16', 20)] }), []],
    [session({ sittings: [...failed, sitting(2, 2, '2023-09-17', 20)] }), ['call_outside_window']],
    [adopted({ votes: [tally({ for: 15, against: 5 })] }), []],
    [adopted({ votes: [tally({ for: 15, against: 5, abstentions: 1 })] }), ['more_votes_than_present']],
    [adopted({ votes: [tally({ for: 15, ballot: 'secret' })] }), ['secret_vote']],
    [adopted({ votes: [tally({ for: 5, against: 5 })] }), ['tie_unbroken']],
    [adopted({ votes: [tally({ for: 5, against: 5, president_side: 'against' })] }), []],
    [adopted({ rolls: [{ sitting: 1, for: 15, against: 3, abstention: 0 }] }), []],
    [adopted({ rolls: [{ sitting: 1, for: 14, against: 3, abstention: 1 }] }), ['roll_against_tally']],
    [adopted({ declared_outcome: 'adopted' }), []],
    [adopted({ declared_outcome: 'rejected' }), ['declared_outcome_differs']],
    [session({ declared_outcome: 'adopted' }), []],
    [adopted({ recorded_outcome: 'rejected' }), ['outcome_against_rule']],
    [
      session({ kind: 'extraordinary_of_right', requested: { on: '2023-08-31', members: null } }),
      ['held_too_late'],
    ],
    [session({ kind: 'extraordinary_of_right', requested: { on: '2023-09-01', members: null } }), []],
  ] as const)
    t.same(codes(facts), expected)
  for (const warning of warnings(
    adopted({ item_on_agenda: false, declared_outcome: 'rejected', notice_sent_on: '2023-09-09' }),
  ))
    t.equal(warning.basis?.law, '112-14', warning.code)
  t.end()
})
