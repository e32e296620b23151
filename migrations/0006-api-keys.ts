import { type Kysely, sql } from 'kysely'

/** Keys for programs. Revoked and expired ones stay: the journal names them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table api_key (
      id             uuid primary key,
      name           text not null,
      -- HMAC-SHA256 of the key, under a secret that is not in the database.
      digest         text not null unique,
      -- Its last characters, by which people tell keys apart.
      ends_with      text not null,
      roles          text[] not null check (roles <@ '{member_editor,association,ministry,admin}' and roles <> '{}'),
      collectivities uuid[] not null,
      scopes         text[] not null check (scopes <@ '{read,write}' and scopes <> '{}'),
      expires_at     timestamptz(3) not null,
      -- To the minute; moves neither the revision nor the journal.
      last_used_at   timestamptz(3),
      revoked_at     timestamptz(3),
      revoked_for    text,
      revision       integer not null default 1,
      created_at     timestamptz(3) not null,
      updated_at     timestamptz(3) not null,
      constraint api_key_revocation check ((revoked_at is null) = (revoked_for is null))
    )`.execute(db)
  await sql`create index api_key_by_created_at on api_key (created_at, id)`.execute(db)
}
