import { type Kysely, sql } from 'kysely'

/** Who is told of changes, how far each has been told, and what became of each attempt. See docs/adr/0019. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table webhook_endpoint (
      id                uuid primary key,
      -- The caller who made it, as in the journal.
      owner             text not null,
      name              text not null,
      url               text not null,
      -- Null: all there are.
      types             text[],
      territory_id      uuid references collectivity,
      payload           text not null check (payload in ('thin', 'full')),
      exclude_origins   text[] not null,
      exclude_own       boolean not null,
      status            text not null default 'active' check (status in ('active', 'paused', 'disabled')),
      notice            text check (notice in ('failing', 'gone', 'secret_unreadable', 'disabled_by_admin')),
      status_at         timestamptz(3) not null,
      -- Sealed under a key that is not in the database: an HMAC needs the secret itself.
      secret            text not null,
      secret_at         timestamptz(3) not null,
      previous_secret   text,
      previous_until    timestamptz(3),
      -- What was last asked for, as it is on the wire.
      replayed_after    text,
      -- How far it has been told, and the next attempt: these move neither the revision nor the journal.
      position          bigint not null,
      ordinal           integer,
      failures          integer not null default 0,
      failing_since     timestamptz(3),
      next_attempt_at   timestamptz(3),
      delivered_at      timestamptz(3),
      -- Id of a ping that has yet to be sent.
      ping              text,
      -- Held by the one process that is sending to it.
      lease             uuid,
      leased_until      timestamptz(3),
      settled_at        timestamptz(3),
      revision          integer not null default 1,
      created_at        timestamptz(3) not null,
      updated_at        timestamptz(3) not null,
      constraint webhook_endpoint_previous check ((previous_secret is null) = (previous_until is null)),
      constraint webhook_endpoint_failing check ((failures = 0) = (failing_since is null))
    )`.execute(db)
  await sql`create index webhook_endpoint_by_owner on webhook_endpoint (owner, created_at, id)`.execute(db)
  await sql`create index webhook_endpoint_by_territory on webhook_endpoint (territory_id)`.execute(db)
  await sql`create index webhook_endpoint_by_created_at on webhook_endpoint (created_at, id)`.execute(db)
  await sql`
    create table webhook_delivery (
      id              uuid primary key,
      endpoint_id     uuid not null references webhook_endpoint on delete cascade,
      -- webhook-id: the same for each attempt at one message.
      message_id      text not null,
      type            text not null,
      position        text,
      attempt         integer not null,
      attempted_at    timestamptz(3) not null,
      outcome         text not null check (outcome in ('delivered', 'failed')),
      status          integer,
      latency_ms      integer not null,
      error           text,
      -- The first characters of what the receiver said to a failed attempt.
      response        text,
      next_attempt_at timestamptz(3)
    )`.execute(db)
  await sql`create index webhook_delivery_by_endpoint on webhook_delivery (endpoint_id, attempted_at, id)`.execute(
    db,
  )
  await sql`create index webhook_delivery_by_time on webhook_delivery (attempted_at)`.execute(db)
}
