import { type Static, Type } from 'typebox'
import { extensible, nullable, open, strict, words } from '../../http/schema.ts'
import { CATEGORIES, GENDERS } from '../words.ts'

const count = Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 })))

export const NewAttendance = strict(
  {
    cells: Type.Array(
      strict({
        category: words(CATEGORIES, 'Who they are'),
        gender: words(GENDERS, '`unknown` where nobody wrote it down'),
        invited: count,
        registered: count,
        present: count,
      }),
      { maxItems: CATEGORIES.length * GENDERS.length, description: 'Null or left out is unknown, not zero' },
    ),
  },
  {
    $id: 'NewAttendance',
    description: 'All of an attendance, as it is; what is public of it is made from it',
  },
)
export type NewAttendance = Static<typeof NewAttendance>

const PublicNumber = open({
  value: nullable(Type.Integer({ minimum: 0 })),
  status: extensible(
    ['known', 'unknown', 'suppressed', 'at_least'],
    '`suppressed`: 1 to 4; `at_least`: a sum, some of whose parts are unknown or suppressed',
  ),
})
const numbers = { invited: PublicNumber, registered: PublicNumber, present: PublicNumber }

export const Attendance = open(
  {
    cells: Type.Array(
      open({
        category: extensible(CATEGORIES, 'Who they are'),
        gender: extensible(GENDERS, '`unknown` where nobody wrote it down'),
        ...numbers,
      }),
    ),
    by_category: Type.Array(open({ category: extensible(CATEGORIES, 'Who they are'), ...numbers })),
    by_gender: Type.Array(open({ gender: extensible(GENDERS, 'Where it is known'), ...numbers })),
    total: open(numbers),
  },
  {
    $id: 'Attendance',
    description:
      'How many came, as everybody may see it: cells of 1 to 4 are suppressed, and sums are made of the other cells alone (law 09-08)',
  },
)

const exact = nullable(Type.Integer({ minimum: 0 }))
export const ExactAttendance = open(
  {
    cells: Type.Array(
      open({
        category: extensible(CATEGORIES, 'Who they are'),
        gender: extensible(GENDERS, '`unknown` where nobody wrote it down'),
        invited: exact,
        registered: exact,
        present: exact,
      }),
    ),
    total: open({ invited: exact, registered: exact, present: exact }, { description: 'Of what is known' }),
    warnings: Type.Array(
      open({
        code: extensible(['more_present_than_capacity'], 'Stable; for programs'),
        detail: Type.String({ description: 'In the language of Content-Language' }),
      }),
      { description: 'Nothing that is refused; it may still be wrong' },
    ),
    revision: Type.Integer({ minimum: 0, description: '0 before there is one' }),
  },
  {
    $id: 'ExactAttendance',
    description: 'All of an attendance; for the association and the member’s editors',
  },
)
export const attendanceSchemas = [NewAttendance, ExactAttendance]
