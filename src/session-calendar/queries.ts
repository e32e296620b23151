import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { readOne } from '../db/listing.ts'
import { group, json, jsonListOf, jsonOf, plain, settledShape } from '../db/shape.ts'
import type { Reference } from '../domain/codes.ts'
import type { RuleVersion } from '../domain/law.ts'
import type { Holiday } from '../domain/working-days.ts'
import { ruleFacts } from '../legal-rules/queries.ts'
import { reference, resolved } from '../register/queries.ts'

/** What a calendar is computed from. */
export interface Ground {
  readonly collectivity: object
  readonly rules: readonly RuleVersion[]
  readonly holidays: readonly Holiday[]
}

const DEPENDS_ON = ['region', 'provincial_council', 'commune', 'legal_rule', 'holiday'] as const

const { id, rule, value, unit, law, article, effective_from, effective_until } = ruleFacts

/** Over `c`, a collectivity, and `term`, with the first day and the last of what is counted. */
export const ground = settledShape({
  collectivity: group(reference('c')),
  rules: json(
    jsonListOf(
      { id, rule, value, unit, law, article, effective_from, effective_until },
      sql`r.rule, r.effective_from`,
      sql`from legal_rule r where r.council_type = c.type and r.effective_from <= term.last_day
        and coalesce(r.effective_until, 'infinity') >= term.first_day`,
    ),
  ),
  holidays: json(
    jsonListOf(
      {
        id: plain(sql`h.id`),
        day: plain(sql`h.day`),
        name: group({ ar: plain(sql`h.name_ar`), fr: plain(sql`h.name_fr`), en: plain(sql`h.name_en`) }),
      },
      sql`h.day`,
      sql`from holidays_between(term.first_day, term.last_day) h`,
    ),
  ),
})

/** The law and the holidays for a council in a year, and a little beyond its ends. */
export async function findGround(db: Db, of: Reference, year: number) {
  const found = await readOne(
    db,
    {
      dependsOn: DEPENDS_ON,
      from: sql`collectivity c, (select make_date(${year}::int - 1, 12, 1) as first_day,
        make_date(${year}::int + 1, 3, 31) as last_day) term`,
      where: [sql`c.id = ${resolved(of)}`],
    },
    { representation: jsonOf(ground), revision: sql`1` },
  )
  return found && { ...found, ground: JSON.parse(found.json) as Ground }
}
