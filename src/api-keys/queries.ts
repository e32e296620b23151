import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Listing, readOne } from '../db/listing.ts'
import { groupWhere, json, jsonListOf, jsonOf, pick, plain, type ShapeOf } from '../db/shape.ts'
import type { KeyStore } from '../identity/api-keys.ts'
import { reference } from '../register/queries.ts'
import type { ApiKey } from './schema.ts'

export const SORTS = ['created_at', 'name', 'expires_at'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

const SORT_KEYS = { created_at: sql`k.created_at`, name: sql`k.name`, expires_at: sql`k.expires_at` }

const shapeAt = (at: Date) =>
  ({
    id: plain(sql`k.id`),
    name: plain(sql`k.name`),
    ends_with: plain(sql`k.ends_with`),
    roles: json(sql`to_json(k.roles)`),
    collectivities: json(
      jsonListOf(
        reference('c'),
        sql`c.hcp_code`,
        sql`from collectivity c where c.id = any(k.collectivities)`,
      ),
    ),
    scopes: json(sql`to_json(k.scopes)`),
    status: plain(sql`case when k.revoked_at is not null then 'revoked'
      when k.expires_at <= ${at.toISOString()}::timestamptz then 'expired' else 'active' end`),
    expires_at: plain(sql`wire_instant(k.expires_at)`),
    last_used_at: plain(sql`wire_instant(k.last_used_at)`),
    revocation: groupWhere(sql`k.revoked_at is not null`, {
      revoked_at: plain(sql`wire_instant(k.revoked_at)`),
      reason: plain(sql`k.revoked_for`),
    }),
    revision: plain(sql`k.revision`),
    created_at: plain(sql`wire_instant(k.created_at)`),
    updated_at: plain(sql`wire_instant(k.updated_at)`),
  }) satisfies ShapeOf<ApiKey>

/** All keys, those too that no longer hold; the newest first when no sort is asked for. */
export function apiKeys(at: Date, sort: readonly Sort[], fields?: readonly string[]): Listing {
  const keys = (sort.length === 0 ? ['-created_at' as const] : sort).map((name) => ({
    by: SORT_KEYS[name.replace(/^-/, '') as (typeof SORTS)[number]],
    descending: name.startsWith('-'),
  }))
  return {
    dependsOn: ['api_key'],
    shape: pick(shapeAt(at), fields),
    from: sql`api_key k`,
    where: [],
    sort: [...keys, { by: sql`k.id`, descending: keys.at(-1)!.descending }],
    id: sql`k.id`,
  }
}

export async function findApiKey(db: Db, id: string, at: Date) {
  const list = { ...apiKeys(at, []), where: [sql`k.id = ${id}`] }
  return await readOne(db, list, { representation: jsonOf(list.shape), revision: sql`k.revision` })
}

/** The keys as authentication needs them. */
export function apiKeyStore(db: Db): KeyStore {
  return {
    find: async (digest) =>
      await db
        .selectFrom('api_key')
        .select(['id', 'roles', 'collectivities', 'scopes', 'expires_at', 'revoked_at', 'last_used_at'])
        .where('digest', '=', digest)
        .executeTakeFirst(),
    noteUse: async (id, at) => {
      const instant = at.toISOString()
      await sql`update api_key set last_used_at = ${instant}
        where id = ${id} and (last_used_at is null or last_used_at < ${instant})`.execute(db)
    },
  }
}
