import { sql } from 'kysely'

/** Where a collectivity is, by the alias of its row. */
export const placesOf = (row: string) => ({
  type: sql.ref(`${row}.type`),
  region: sql`coalesce(${sql.ref(`${row}.region_id`)}, ${sql.ref(`${row}.id`)})`,
  province: sql`case ${sql.ref(`${row}.type`)} when 'commune' then ${sql.ref(`${row}.province_id`)}
    when 'provincial_council' then ${sql.ref(`${row}.id`)} end`,
  collectivity: sql.ref(`${row}.id`),
})

/** The civil day in Morocco of an instant. */
export const civilDayOf = (column: string) => sql`(${sql.ref(column)} at time zone 'Africa/Casablanca')::date`

/** Of a plan that `plan` is the id of. */
export const collectivitiesOfPlan = (plan: string) => sql`from action_plan_collectivity l
  join collectivity c on c.id = l.collectivity_id where l.plan_id = ${sql.ref(plan)}`
