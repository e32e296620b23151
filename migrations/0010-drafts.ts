import { type Kysely, sql } from 'kysely'

const PRINCIPLES = sql`array['transparency', 'accountability', 'access_to_information', 'citizen_participation',
  'digitalisation']`

/** Drafts of action plans: numbered documents of axes and commitments, one of them open, the others frozen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table draft (
      id                  uuid primary key,
      plan_id             uuid not null references action_plan on delete cascade,
      number              integer not null check (number > 0),
      -- The draft that it began as a copy of.
      based_on            integer,
      frozen_at           timestamptz(3),
      frozen_by           text check (frozen_by in ('consultation', 'validation', 'vote')),
      -- sha256: of the canonical JSON (RFC 8785) of {"axes": […]}, once nothing changes any more.
      content_hash        text,
      -- Not there for the public while null.
      published_on        date,
      published_precision text,
      published_by        text check (published_by in ('publish_draft', 'consultation', 'vote')),
      publication_sources json,
      sources             json not null default '[]',
      revision            integer not null default 1,
      created_at          timestamptz(3) not null,
      updated_at          timestamptz(3) not null,
      constraint draft_number_key unique (plan_id, number),
      constraint draft_frozen check (
        (frozen_at is null) = (frozen_by is null) and (frozen_at is null) = (content_hash is null)),
      constraint draft_published check ((published_on is null) = (published_by is null)),
      constraint draft_published_on check (is_partial_date(published_on, published_precision))
    )`.execute(db)
  await sql`create unique index draft_one_open on draft (plan_id) where frozen_at is null`.execute(db)
  await sql`create index draft_by_updated_at on draft (updated_at)`.execute(db)

  await sql`
    create table axis (
      plan_id      uuid not null,
      draft_number integer not null,
      -- The same from draft to draft.
      key          text not null collate "C",
      ordinal      integer not null,
      title        json not null,
      -- "As a mechanism for".
      rationale    json,
      principles   text[] not null,
      primary key (plan_id, draft_number, key),
      foreign key (plan_id, draft_number) references draft (plan_id, number) on delete cascade,
      constraint axis_principles check (principles <@ ${PRINCIPLES})
    )`.execute(db)

  await sql`
    -- A commitment whatever the draft: what contributions become and what progress is told of.
    create table commitment_identity (
      id      uuid primary key,
      plan_id uuid not null references action_plan on delete cascade,
      key     text not null collate "C",
      unique (plan_id, key)
    )`.execute(db)
  await sql`
    create table commitment (
      id                      uuid not null references commitment_identity on delete cascade,
      plan_id                 uuid not null,
      draft_number            integer not null,
      key                     text not null collate "C",
      axis_key                text not null collate "C",
      -- In the whole draft, through all its axes.
      ordinal                 integer not null,
      title                   json not null,
      problem                 json,
      solution                json,
      expected_impact         json,
      lead_institution        json,
      supporting_institutions json not null default '[]',
      principles              text[] not null,
      -- As it was written: a numeric keeps its zeros.
      budget_amount           numeric check (budget_amount >= 0),
      budget_currency         text check (budget_currency ~ '^[A-Z]{3}$'),
      financial_effect        boolean,
      indicators              json not null default '[]',
      milestones              json not null default '[]',
      -- Whether it is of the draft that stands for the plan in public.
      is_current              boolean not null default false,
      -- Cut, since a folded letter may be eighteen, and an index takes so much.
      title_ar_folded         text not null collate "C" generated always as (
        left(fold_text(coalesce(title ->> 'ar', '')), 200)) stored,
      title_fr_folded         text not null collate "C" generated always as (
        left(fold_text(coalesce(title ->> 'fr', '')), 200)) stored,
      -- A space before each word, so that a short one is found by its beginning.
      folded                  text not null collate "C" generated always as (' ' || fold_text(
        coalesce(title ->> 'ar', '') || ' ' || coalesce(title ->> 'fr', '') || ' ' ||
        coalesce(title ->> 'en', '') || ' ' || coalesce(title ->> 'zgh', '') || ' ' ||
        coalesce(problem ->> 'ar', '') || ' ' || coalesce(problem ->> 'fr', '') || ' ' ||
        coalesce(problem ->> 'en', '') || ' ' || coalesce(problem ->> 'zgh', '') || ' ' ||
        coalesce(solution ->> 'ar', '') || ' ' || coalesce(solution ->> 'fr', '') || ' ' ||
        coalesce(solution ->> 'en', '') || ' ' || coalesce(solution ->> 'zgh', ''))) stored,
      primary key (plan_id, draft_number, key),
      foreign key (plan_id, draft_number) references draft (plan_id, number) on delete cascade,
      foreign key (plan_id, draft_number, axis_key) references axis (plan_id, draft_number, key),
      constraint commitment_budget check ((budget_amount is null) = (budget_currency is null)),
      constraint commitment_principles check (cardinality(principles) > 0 and principles <@ ${PRINCIPLES})
    )`.execute(db)
  await sql`create index commitment_of_axis on commitment (plan_id, draft_number, axis_key)`.execute(db)
  await sql`create index commitment_of_identity on commitment (id)`.execute(db)
  await sql`create unique index commitment_current on commitment (id) where is_current`.execute(db)
  await sql`create index commitment_current_of on commitment (plan_id, ordinal, id) where is_current`.execute(
    db,
  )
  for (const language of ['ar', 'fr']) {
    const column = sql.ref(`title_${language}_folded`)
    await sql`create index ${sql.ref(`commitment_current_title_${language}`)} on commitment (${column}, id)
      where is_current`.execute(db)
  }
  await sql`create index commitment_current_principles on commitment using gin (principles)
    where is_current`.execute(db)
  await sql`create index commitment_current_search on commitment using gin (folded gin_trgm_ops)
    where is_current`.execute(db)
}
