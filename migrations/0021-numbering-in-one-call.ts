import { type Kysely, sql } from 'kysely'

/** Gives a transaction its position in one call: whoever waits for it waits for no round trip. See docs/adr/0003. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function journal_number(
      transaction_id bigint, at timestamptz, actor text, origin text, request_id text,
      territories uuid[], types_there text[], public_types text[]
    ) returns bigint language plpgsql as $$
    declare
      number bigint;
    begin
      -- Any constant: all who number must agree on it. What comes after sees what committed while it was waited for.
      perform pg_advisory_xact_lock(7110531);
      insert into journal_transaction as t (id, position, occurred_at, actor, origin, request_id)
        select $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5 from journal_transaction
        returning t.position into number;
      insert into journal_scope (territory, type, position)
        select territory, type, number from unnest(territories, types_there) as scope (territory, type);
      if cardinality(public_types) > 0 then
        insert into type_position (type, position) select type, number from unnest(public_types) as type
          on conflict (type) do update set position = excluded.position;
        perform pg_notify('journal', number || ' ' || array_to_string(public_types, ','));
      end if;
      return number;
    end $$`.execute(db)
}
