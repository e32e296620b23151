import { Type } from 'typebox'
import { Day, extensible, Id, nullable, open, ref } from '../http/schema.ts'
import { LegalBasis } from '../legal-rules/schema.ts'
import { CollectivityRef } from '../register/schema.ts'
import { STEPS } from './session-calendar.ts'

export const SkippedDay = open(
  {
    day: Day,
    because: extensible(['weekend', 'holiday'], 'Why it does not count'),
    holiday: nullable(
      open({
        id: Id,
        name: open({ ar: Type.String(), fr: Type.String(), en: nullable(Type.String()) }),
      }),
    ),
  },
  { $id: 'SkippedDay', description: 'A day that a term does not count' },
)

const skipped = Type.Array(ref(SkippedDay), { description: 'Days that did not count' })

export const SessionStep = open(
  {
    step: extensible(
      STEPS,
      '`agenda_to_governor` and `notice_to_members`: by `until`. `second_call`: within. `third_meeting`: on `from` if the second call was for the first day that is allowed, on `until` if for the last. `closing`: of a session that is not extended. `copies_to_governor`, `posting` and `minutes_to_members`: by `from` if the session closes as it opens, by `until` if as late as it may',
    ),
    from: nullable(Day),
    until: nullable(Day),
    basis: ref(LegalBasis),
    skipped,
  },
  { $id: 'SessionStep', description: 'What has to be done, and when; both days inclusive' },
)

export const SessionCalendar = open(
  {
    collectivity: ref(CollectivityRef),
    year: Type.Integer(),
    sessions: Type.Array(
      open({
        month: Type.Integer({ minimum: 1, maximum: 12 }),
        opening: open({
          from: Day,
          until: Day,
          basis: Type.Array(ref(LegalBasis)),
          skipped,
        }),
        opens_on: Type.Unsafe<string>({
          ...Day,
          description:
            'The opening day that the steps are counted from: the first that is allowed, or the one asked for',
        }),
        steps: Type.Array(ref(SessionStep)),
      }),
      { description: 'The ordinary sessions; none before the law' },
    ),
  },
  { $id: 'SessionCalendar', description: 'The ordinary sessions of a council in a year, by the law' },
)
