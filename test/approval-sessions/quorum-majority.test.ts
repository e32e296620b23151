import t from 'tap'
import { majorityOf, outcomeOf } from '../../src/approval-sessions/majority.ts'
import { nextCall, quorumOf } from '../../src/approval-sessions/quorum.ts'
import type { CollectivityType } from '../../src/domain/register-types.ts'
import { SUBJECTS, type Subject, type Tally } from '../../src/domain/session-types.ts'
import { holidays, NONE, rulesOf } from '../support/law.ts'
import { tally } from '../support/sessions.ts'

const COUNCILS = [
  { council: 'region', law: '111-14', quorum: '45', ofRight: '40', majority: '46' },
  { council: 'provincial_council', law: '112-14', quorum: '43', ofRight: '38', majority: '44' },
  { council: 'commune', law: '113-14', quorum: '42', ofRight: '37', majority: '43' },
] as const

for (const { council, law, quorum: article, ofRight } of COUNCILS) {
  const rules = rulesOf(council)

  t.test(`quorum, ${council}: more than half of the members in office`, (t) => {
    for (const [call, inOffice, present, required, met] of [
      [1, 30, 15, 16, false],
      [1, 30, 16, 16, true],
      [1, 31, 15, 16, false],
      [1, 31, 16, 16, true],
      [1, 1, 0, 1, false],
      [1, 1, 1, 1, true],
      [2, 30, 15, 16, false],
      [2, 30, 16, 16, true],
      [3, 30, 1, 1, true],
      [3, 30, 15, 1, true],
      [3, 30, 0, 1, false],
    ] as const)
      t.match(
        quorumOf('ordinary', call, inOffice, present, rules),
        { required, present, met, basis: { law, article } },
        `call ${call}: ${present} of ${inOffice}`,
      )
    t.equal(quorumOf('ordinary', 2, 30, 15, rules).basis.rule, 'second_call')
    t.equal(quorumOf('ordinary', 3, 30, 15, rules).basis.rule, 'third_meeting')
    t.end()
  })

  t.test(`quorum, ${council}: a session of right has two calls`, (t) => {
    const basis = { law, article: ofRight }
    t.match(quorumOf('extraordinary_of_right', 1, 30, 15, rules), { met: false, required: 16, basis })
    t.match(quorumOf('extraordinary_of_right', 1, 30, 16, rules), { met: true, basis })
    t.match(quorumOf('extraordinary_of_right', 2, 30, 2, rules), { met: true, required: 1, basis })
    t.match(
      nextCall('extraordinary_of_right', 1, '2023-09-15', rules, NONE),
      { call: 2, from: '2023-09-18', until: '2023-09-18', basis },
      'from a Friday to the Monday',
    )
    t.match(nextCall('extraordinary_of_right', 1, '2023-12-29', rules, holidays('2024-01-01')), {
      from: '2024-01-02',
      skipped: [{ because: 'weekend' }, { because: 'weekend' }, { day: '2024-01-01', because: 'holiday' }],
    })
    t.equal(nextCall('extraordinary_of_right', 2, '2023-09-18', rules, NONE), null)
    t.end()
  })

  t.test(`${council}: what a failed call leads to`, (t) => {
    const basis = { law, article }
    t.match(nextCall('ordinary', 1, '2023-09-11', rules, NONE), {
      call: 2,
      from: '2023-09-14',
      until: '2023-09-16',
      basis,
    })
    t.match(nextCall('ordinary', 1, '2026-12-29', rules, NONE), { from: '2027-01-01', until: '2027-01-03' })
    t.match(nextCall('ordinary', 2, '2023-09-14', rules, NONE), {
      call: 3,
      from: '2023-09-20',
      until: '2023-09-20',
      basis,
    })
    t.match(
      nextCall('ordinary', 2, '2023-04-19', rules, holidays('2023-04-21', '2023-04-22', '2023-04-24')),
      { from: '2023-04-27' },
      'the end of Ramadan',
    )
    t.equal(nextCall('ordinary', 3, '2023-09-20', rules, NONE), null)
    t.end()
  })
}

const vote = (council: CollectivityType, counted: Partial<Tally>, inOffice = 31, second_sitting = false) => {
  const given = tally(counted)
  const majority = majorityOf(
    given,
    { council, members_in_office: inOffice, second_sitting },
    rulesOf(council),
  )
  return { ...majority, outcome: outcomeOf(given, majority) }
}

for (const { council, law, majority: article } of COUNCILS) {
  const basis = { law, article }

  t.test(`majority of votes cast, ${council}`, (t) => {
    for (const [inFavour, against, abstentions, side, required, outcome] of [
      [10, 9, 0, null, 10, 'adopted'],
      [9, 10, 0, null, 10, 'rejected'],
      [11, 9, 0, null, 11, 'adopted'],
      [10, 10, 0, 'for', 11, 'adopted'],
      [10, 10, 0, 'against', 11, 'rejected'],
      [10, 10, 0, null, 11, 'rejected'],
      [1, 0, 30, null, 1, 'adopted'],
      [2, 1, 28, null, 2, 'adopted'],
      [0, 0, 31, null, 1, 'rejected'],
      [0, 0, 31, 'for', 1, 'rejected'],
      [9, 10, 0, 'for', 10, 'rejected'],
      [10, 9, 0, 'against', 10, 'adopted'],
    ] as const)
      t.match(
        vote(council, { for: inFavour, against, abstentions, president_side: side }),
        { rule: 'votes_cast', required, outcome, basis },
        `${inFavour} for, ${against} against, ${abstentions} abstain, the president ${side}`,
      )
    t.match(vote(council, { for: 10, against: 10, president_side: 'for' }), {
      tie_broken_by: 'for',
      basis: { rule: 'tie_break' },
    })
    t.end()
  })

  t.test(`majority of members in office, ${council}`, (t) => {
    const reserved = { subject: 'development_programme' } as const
    for (const [inOffice, inFavour, against, required, outcome] of [
      [30, 15, 0, 16, null],
      [30, 16, 14, 16, 'adopted'],
      [31, 15, 0, 16, null],
      [31, 16, 0, 16, 'adopted'],
      [31, 0, 31, 16, null],
    ] as const)
      t.match(
        vote(council, { ...reserved, for: inFavour, against, president_side: 'for' }, inOffice),
        { rule: 'members_in_office', required, outcome, tie_broken_by: null, basis },
        `${inFavour} of ${inOffice}`,
      )
    t.match(vote(council, { ...reserved, for: 3, against: 2 }, 31, true), {
      rule: 'votes_cast',
      required: 3,
      outcome: 'adopted',
    })
    t.match(vote(council, { ...reserved, for: 2, against: 2, president_side: 'for' }, 31, true), {
      outcome: 'adopted',
    })
    t.match(vote(council, { ...reserved, for: 2, against: 3 }, 31, true), { outcome: 'rejected' })
    t.end()
  })

  t.test(`which subjects are reserved, ${council}`, (t) => {
    const reserved = (subject: Subject) => vote(council, { subject, for: 1 }).rule === 'members_in_office'
    t.notOk(reserved('ordinary'))
    t.equal(reserved('spatial_plan'), council === 'region', '111-14, art. 46, 2')
    for (const subject of SUBJECTS.slice(1).filter((one) => one !== 'spatial_plan'))
      t.ok(reserved(subject), subject)
    t.end()
  })

  t.test(`a vote on a deferral, ${council}`, (t) => {
    const put = { motion: 'deferral', subject: 'development_programme' } as const
    t.match(vote(council, { ...put, for: 3, against: 2 }), { rule: 'votes_cast', outcome: 'deferred' })
    t.match(vote(council, { ...put, for: 2, against: 3 }), { outcome: null })
    t.match(vote(council, { ...put, for: 2, against: 2, president_side: 'for' }), { outcome: 'deferred' })
    t.match(vote(council, { ...put, for: 2, against: 2 }), { outcome: null })
    t.end()
  })
}
