import { type Kysely, sql } from 'kysely'

/** What people say in a consultation, and what they are answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contribution (
      id                uuid primary key,
      consultation_id   uuid not null references consultation,
      -- Public from the third on.
      status            text not null default 'pending' check (status in (
        'pending', 'withheld', 'published', 'accepted', 'merged', 'rejected')),
      channel           text not null check (channel in ('in_person', 'online_form', 'email', 'post', 'phone',
        'social_media', 'other')),
      language          text not null check (language in ('ar', 'fr', 'zgh', 'en')),
      problem           text not null,
      proposed_solution text,
      expected_impact   text,
      folded            text not null collate "C" generated always as (' ' || fold_text(
        problem || ' ' || coalesce(proposed_solution, '') || ' ' || coalesce(expected_impact, ''))) stored,
      axis_key          text collate "C",
      -- Whoever left a name or an address; what they are is in person alone.
      person_id         uuid references person,
      name_published    boolean not null default false,
      received_at       timestamptz(3) not null,
      withheld_reason   text,
      answer            text,
      answered_at       timestamptz(3),
      commitment_id     uuid references commitment_identity,
      merged_into       uuid references contribution,
      revision          integer not null default 1,
      created_at        timestamptz(3) not null,
      updated_at        timestamptz(3) not null,
      constraint contribution_withheld check ((status = 'withheld') = (withheld_reason is not null)),
      constraint contribution_answered check (
        (status in ('accepted', 'merged', 'rejected')) = (answer is not null)
        and (answer is null) = (answered_at is null)),
      constraint contribution_accepted check ((status = 'accepted') = (commitment_id is not null)),
      constraint contribution_merged check (
        (status = 'merged') = (merged_into is not null) and merged_into <> id),
      constraint contribution_named check (person_id is not null or not name_published)
    )`.execute(db)
  await sql`create index contribution_of on contribution (consultation_id, received_at, id)`.execute(db)
  await sql`create index contribution_by_received_at on contribution (received_at, id)`.execute(db)
  await sql`create index contribution_by_updated_at on contribution (updated_at, id)`.execute(db)
  await sql`create index contribution_person on contribution (person_id)`.execute(db)
  await sql`create index contribution_became on contribution (commitment_id)`.execute(db)
  await sql`create index contribution_merged_into on contribution (merged_into)`.execute(db)
  await sql`create index contribution_texts on contribution using gin (folded gin_trgm_ops)`.execute(db)
}
