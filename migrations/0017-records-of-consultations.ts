import { type Kysely, sql } from 'kysely'

/** Whose a consultation is, for the calendar and for documents. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view record_collectivity (type, id, collectivity_id) as
    select c.type, c.id, c.id from collectivity c
    union all select 'member', m.id, m.collectivity_id from member m
    union all select 'action_plan', p.plan_id, p.collectivity_id from action_plan_collectivity p
    union all select 'network', n.id, null::uuid from network n
    union all select 'workshop', w.id, s.collectivity_id
      from workshop w left join workshop_collectivity s on s.workshop_id = w.id
    union all select 'approval_session', a.id, a.collectivity_id from approval_session a
    union all select 'consultation', k.id, l.collectivity_id
      from consultation k join action_plan_collectivity l on l.plan_id = k.plan_id`.execute(db)
}
