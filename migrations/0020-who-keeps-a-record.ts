import { type Kysely, sql } from 'kysely'

/** Of which collectivities a record is, and whether their editors keep it: not those that only take part in a plan. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view record_collectivity (type, id, collectivity_id, is_kept) as
    select c.type, c.id, c.id, true from collectivity c
    union all select 'member', m.id, m.collectivity_id, true from member m
    union all select 'network', n.id, null::uuid, false from network n
    union all select 'action_plan', l.plan_id, l.collectivity_id, l.may_edit from action_plan_collectivity l
    union all select 'workshop', w.id, s.collectivity_id, true
      from workshop w left join workshop_collectivity s on s.workshop_id = w.id
    union all select 'approval_session', a.id, a.collectivity_id, true from approval_session a
    union all select 'consultation', k.id, l.collectivity_id, l.may_edit
      from consultation k join action_plan_collectivity l on l.plan_id = k.plan_id
    union all select 'progress_report', r.id, l.collectivity_id, l.may_edit
      from progress_report r join commitment_identity i on i.id = r.commitment_id
        join action_plan_collectivity l on l.plan_id = i.plan_id
    -- Nobody's own: else its documents were for those to keep whom it is about.
    union all select 'assessment', a.id, null::uuid, false from assessment a`.execute(db)
}
