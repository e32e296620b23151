import fc from 'fast-check'
import t from 'tap'
import { addDays, daysBetween, weekdayOf } from '../../src/domain/days.ts'
import { restOn, workingDaysAfter } from '../../src/domain/working-days.ts'
import { secondCall, sessionCalendar, thirdMeeting } from '../../src/session-calendar/session-calendar.ts'
import { holidays, NONE, on, rulesOf } from '../support/law.ts'

const openings = (type: string, year: number, closed = NONE) =>
  sessionCalendar(year, on(type), closed).map(({ opening }) =>
    opening.from === opening.until ? opening.from : `${opening.from}/${opening.until}`,
  )

t.test('the three laws, and their months', (t) => {
  t.same(openings('region', 2023), ['2023-03-06', '2023-07-03', '2023-10-02'], '111-14, art. 36')
  t.same(openings('provincial_council', 2023), ['2023-01-09', '2023-06-12', '2023-09-11'], '112-14, art. 34')
  t.same(
    openings('commune', 2023),
    ['2023-02-01/2023-02-07', '2023-05-01/2023-05-07', '2023-10-01/2023-10-07'],
    '113-14, art. 33',
  )
  t.same(openings('region', 2014), [], 'no rule before the law')
  t.same(openings('region', 2015), ['2015-10-05'], 'in force from 23 July 2015')
  t.end()
})

t.test('the September session of Taroudannt in 2023', (t) => {
  const session = sessionCalendar(2023, on('provincial_council'), NONE)[2]!
  t.equal(session.opens_on, '2023-09-11')
  t.same(
    session.steps.map(({ step, from, until, basis: { law, article } }) => [step, from, until, law, article]),
    [
      ['agenda_to_governor', null, '2023-08-22', '112-14', '39'],
      ['notice_to_members', null, '2023-09-04', '112-14', '36'],
      ['second_call', '2023-09-14', '2023-09-16', '112-14', '43'],
      // After Friday 15, Monday 18 and Tuesday 19 September, or after Monday 18 to Wednesday 20.
      ['third_meeting', '2023-09-20', '2023-09-21', '112-14', '43'],
      ['closing', '2023-09-11', '2023-09-25', '112-14', '35'],
      ['copies_to_governor', '2023-09-25', '2023-10-09', '112-14', '107'],
      ['posting', '2023-09-21', '2023-10-05', '112-14', '217'],
      ['minutes_to_members', '2023-09-26', '2023-10-10', '112-14', '217'],
    ],
  )
  t.end()
})

t.test('an opening day that is a holiday moves to the next working day', (t) => {
  t.same(openings('provincial_council', 2023, holidays('2023-09-11')), [
    '2023-01-09',
    '2023-06-12',
    '2023-09-12',
  ])
  t.same(
    openings('region', 2026, holidays('2026-07-06', '2026-07-07')),
    ['2026-03-02', '2026-07-08', '2026-10-05'],
    'two days of a feast',
  )
  const [january] = sessionCalendar(2027, on('provincial_council'), holidays('2027-01-11'))
  t.match(january, {
    opens_on: '2027-01-12',
    opening: { skipped: [{ day: '2027-01-11', because: 'holiday' }] },
  })
  t.end()
})

t.test('a commune that has chosen its day', (t) => {
  const [, , october] = sessionCalendar(2023, on('commune'), NONE, '2023-10-05')
  t.equal(october!.opens_on, '2023-10-05')
  t.match(october!.steps[1], { step: 'notice_to_members', until: '2023-09-25', basis: { article: '35' } })
  const [february] = sessionCalendar(2023, on('commune'), NONE, '2023-10-05')
  t.equal(february!.opens_on, '2023-02-01', 'the other sessions are counted from their first day')
  t.end()
})

t.test('the end of Ramadan and of the year', (t) => {
  // Eid al-Fitr on Friday 31 March and Saturday 1 April would take the first of three working days.
  const feast = holidays('2023-03-31', '2023-04-01')
  t.match(thirdMeeting('2023-03-30', '2023-03-30', rulesOf('region'), feast), {
    from: '2023-04-06',
    skipped: [
      { day: '2023-03-31', because: 'holiday' },
      { day: '2023-04-01', because: 'holiday' },
      { day: '2023-04-02', because: 'weekend' },
    ],
  })
  t.match(workingDaysAfter('2026-12-31', 1, holidays('2027-01-01')), { day: '2027-01-04' })
  t.match(secondCall('2026-12-30', rulesOf('commune')), { from: '2027-01-02', until: '2027-01-04' })
  t.end()
})

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days))

t.test('counting working days', (t) => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }),
      (day, count, offs) => {
        const closed = holidays(...offs.map((off) => addDays(day, off)))
        const { day: end, skipped } = workingDaysAfter(day, count, closed)
        const days = Array.from({ length: daysBetween(day, end) }, (_, index) => addDays(day, index + 1))
        const worked = days.filter((one) => restOn(one, closed) === undefined)
        return (
          worked.length === count &&
          worked.at(-1) === end &&
          skipped.length === days.length - count &&
          skipped.every((one) => restOn(one.day, closed)?.because === one.because)
        )
      },
    ),
  )
  t.end()
})

t.test('every opening is a day that the law allows, in any year', (t) => {
  fc.assert(
    fc.property(fc.integer({ min: 2016, max: 2199 }), (year) => {
      const provincial = openings('provincial_council', year)
      return provincial.every((day) => {
        const date = Number(day.slice(8))
        return weekdayOf(day) === 1 && date >= 8 && date <= 14
      })
    }),
  )
  t.end()
})
