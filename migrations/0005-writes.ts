import { type Kysely, sql } from 'kysely'

/** What makes writes safe to retry. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The answer that a retry with the same Idempotency-Key gets; it commits with the effect.
    create table idempotent_answer (
      client      text not null,
      key         text not null,
      fingerprint text not null,
      status      integer not null,
      location    text,
      etag        text,
      body        text,
      answered_at timestamptz(3) not null,
      replays     integer not null default 0,
      primary key (client, key)
    )`.execute(db)
  await sql`create index idempotent_answer_by_age on idempotent_answer (answered_at)`.execute(db)
}
