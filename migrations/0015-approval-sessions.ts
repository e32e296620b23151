import { type Kysely, sql } from 'kysely'

/** Approval sessions: the meetings of a council on a plan, how it voted, and what followed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table approval_session (
      id                   uuid primary key,
      plan_id              uuid not null references action_plan,
      collectivity_id      uuid not null references collectivity,
      kind                 text not null check (kind in ('ordinary', 'extraordinary_by_president',
        'extraordinary_by_members', 'extraordinary_of_right')),
      status               text not null check (status in ('announced', 'convened', 'quorum_failed', 'closed',
        'cancelled')),
      status_reason        text,
      -- As a source calls it, in its own language: {"ar", "fr", "en", "zgh"}.
      announced_as         json,
      opens_on             date,
      opens_precision      text,
      -- Unknown sorts before every day, so that one row comparison pages through all.
      sorted_on            date not null generated always as (coalesce(opens_on, date '0001-01-01')) stored,
      members_in_office    integer check (members_in_office > 0),
      members_in_office_on date,
      requested            json,
      item_on_agenda       boolean,
      notice_sent_on       date,
      agenda_sent_on       date,
      declared_outcome     json,
      votes_published      json,
      after_the_vote       json,
      -- The frozen draft that it votes on.
      bound_draft          integer,
      content_hash         text,
      -- The session whose decision was opposed, and which is deliberated on anew.
      redeliberates        uuid references approval_session,
      -- As it was computed when the vote was recorded: it has moved the plan.
      outcome              text check (outcome in ('adopted', 'rejected', 'deferred')),
      decided_on           date,
      sources              json not null,
      revision             integer not null default 1,
      created_at           timestamptz(3) not null,
      updated_at           timestamptz(3) not null,
      constraint approval_session_opens_on check (is_partial_date(opens_on, opens_precision)),
      constraint approval_session_members check ((members_in_office is null) = (members_in_office_on is null)),
      constraint approval_session_bound check ((bound_draft is null) = (content_hash is null)),
      constraint approval_session_decided check (
        (outcome is null) = (decided_on is null) and (outcome is null) = (status <> 'closed')),
      constraint approval_session_cancelled check (status <> 'cancelled' or status_reason is not null)
    )`.execute(db)
  await sql`create unique index approval_session_one_open on approval_session (plan_id, collectivity_id)
    where status in ('announced', 'convened', 'quorum_failed')`.execute(db)
  await sql`create index approval_session_by_day on approval_session (sorted_on, id)`.execute(db)
  await sql`create index approval_session_by_updated_at on approval_session (updated_at, id)`.execute(db)
  await sql`create index approval_session_of_plan on approval_session (plan_id)`.execute(db)
  await sql`create index approval_session_of on approval_session (collectivity_id)`.execute(db)
  await sql`create index approval_session_anew on approval_session (redeliberates)`.execute(db)
  await sql`
    create table approval_sitting (
      session_id         uuid not null references approval_session on delete cascade,
      number             integer not null check (number > 0),
      -- Null of a further sitting of a session that has opened.
      call               integer check (call between 1 and 3),
      held_on            date not null,
      present_at_opening integer check (present_at_opening >= 0),
      -- By the rules in force on the day, with their basis.
      quorum             json,
      primary key (session_id, number)
    )`.execute(db)
  await sql`create unique index approval_sitting_call on approval_sitting (session_id, call)`.execute(db)
  await sql`
    create table approval_vote (
      session_id     uuid not null,
      sitting_number integer not null,
      motion         text not null check (motion in ('adoption', 'deferral')),
      subject        text not null check (subject in ('ordinary', 'development_programme', 'spatial_plan',
        'development_company', 'public_services', 'public_private_partnership', 'shared_or_transferred_powers')),
      ballot         text not null check (ballot in ('public', 'secret')),
      votes_for      integer not null check (votes_for >= 0),
      votes_against  integer not null check (votes_against >= 0),
      abstentions    integer not null check (abstentions >= 0),
      president_side text check (president_side in ('for', 'against')),
      -- The draft with the amendments that were voted, and its hash.
      amended_draft  uuid references draft,
      amended_hash   text,
      majority       json,
      outcome        text check (outcome in ('adopted', 'rejected', 'deferred')),
      primary key (session_id, sitting_number),
      foreign key (session_id, sitting_number) references approval_sitting on delete cascade,
      constraint approval_vote_amended check ((amended_draft is null) = (amended_hash is null))
    )`.execute(db)
  await sql`create index approval_vote_amended_by on approval_vote (amended_draft)`.execute(db)
  await sql`
    -- Who voted how: political opinion (law 09-08), for those who keep the session alone. Never of a secret ballot.
    create table approval_voter (
      session_id     uuid not null,
      sitting_number integer not null,
      ordinal        integer not null,
      person_id      uuid not null references person,
      side           text not null check (side in ('for', 'against', 'abstention')),
      primary key (session_id, sitting_number, ordinal),
      foreign key (session_id, sitting_number) references approval_vote on delete cascade
    )`.execute(db)
  await sql`create index approval_voter_person on approval_voter (person_id)`.execute(db)
  await sql`
    create or replace view record_collectivity (type, id, collectivity_id) as
    select c.type, c.id, c.id from collectivity c
    union all select 'member', m.id, m.collectivity_id from member m
    union all select 'action_plan', p.plan_id, p.collectivity_id from action_plan_collectivity p
    union all select 'network', n.id, null::uuid from network n
    union all select 'workshop', w.id, s.collectivity_id
      from workshop w left join workshop_collectivity s on s.workshop_id = w.id
    union all select 'approval_session', a.id, a.collectivity_id from approval_session a`.execute(db)
}
