import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Recorded, Writing } from '../db/journal.ts'
import { json, jsonOf, plain } from '../db/shape.ts'
import { readReference } from '../domain/codes.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import { digestOf, makeKey } from '../identity/api-keys.ts'
import { resolved } from '../register/queries.ts'
import type { NewApiKey } from './schema.ts'

const YEAR_MS = 31_536_000_000

/** What the journal keeps of a key: neither the key nor its digest, and for the audit only. */
const recordedApiKey: Recorded = {
  table: 'api_key',
  visibility: 'private',
  states: (ids) => sql`
    select k.id, 'api_key' as type, k.revision, ${jsonOf({
      id: plain(sql`k.id`),
      name: plain(sql`k.name`),
      ends_with: plain(sql`k.ends_with`),
      roles: json(sql`to_json(k.roles)`),
      collectivities: json(sql`to_json(k.collectivities)`),
      scopes: json(sql`to_json(k.scopes)`),
      expires_at: plain(sql`wire_instant(k.expires_at)`),
      revoked_at: plain(sql`wire_instant(k.revoked_at)`),
    })} as state, '{}'::uuid[] as territories
    from api_key k where k.id = ${ids}`,
}

/**
 * Makes a key.
 *
 * @param keySecret under which its digest is kept
 * @returns the key itself, which nobody can have again
 * @throws {DomainError} `invalid_request`
 */
export async function makeApiKey(
  writing: Writing,
  wanted: NewApiKey,
  keySecret: string,
): Promise<{ id: string; secret: string }> {
  const { trx, author } = writing
  const { at } = author
  const collectivities = await resolveAll(writing, wanted)
  const expires = expiryOf(wanted.expires_at, at)
  const id = v7({ msecs: at.getTime() })
  const secret = makeKey()
  await writing.change(recordedApiKey, [id], () =>
    trx
      .insertInto('api_key')
      .values({
        id,
        name: wanted.name,
        digest: digestOf(keySecret, secret),
        ends_with: secret.slice(-4),
        roles: wanted.roles,
        collectivities,
        scopes: wanted.scopes ?? ['read', 'write'],
        expires_at: expires.toISOString(),
        created_at: at.toISOString(),
        updated_at: at.toISOString(),
      })
      .execute(),
  )
  return { id, secret }
}

async function resolveAll(writing: Writing, { roles, collectivities = [] }: NewApiKey): Promise<string[]> {
  if (roles.includes('member_editor') && collectivities.length === 0)
    throw invalid([{ at: { pointer: '/collectivities' }, code: 'required' }])
  const found: string[] = []
  const faults: Fault[] = []
  for (const [index, text] of collectivities.entries()) {
    const reference = readReference(text)
    const { rows } = await sql<{ id: string | null }>`
      select ${reference === undefined ? null : resolved(reference)} as id`.execute(writing.trx)
    const id = rows[0]?.id
    if (id) found.push(id)
    else
      faults.push({
        at: { pointer: `/collectivities/${index}` },
        code: 'no_such_collectivity',
        values: { value: text },
      })
  }
  if (faults.length > 0) throw invalid(faults)
  return [...new Set(found)]
}

function expiryOf(text: string | undefined, at: Date): Date {
  const pointer = '/expires_at'
  if (text === undefined) return new Date(at.getTime() + YEAR_MS)
  const expires = new Date(text)
  const latest = new Date(at.getTime() + 2 * YEAR_MS)
  if (Number.isNaN(expires.getTime()))
    throw invalid([
      { at: { pointer }, code: 'wrong_format', values: { expected: 'YYYY-MM-DDTHH:MM:SS.sssZ' } },
    ])
  if (expires <= at)
    throw invalid([{ at: { pointer }, code: 'too_small', values: { limit: at.toISOString() } }])
  if (expires > latest)
    throw invalid([{ at: { pointer }, code: 'too_large', values: { limit: latest.toISOString() } }])
  return expires
}

const invalid = (faults: readonly Fault[]) => new DomainError('invalid_request', { faults })

/**
 * Ends a key for good. One that was revoked before stays as it is, its first reason too.
 *
 * @throws {DomainError} `not_found`
 */
export async function revokeApiKey(writing: Writing, id: string, reason: string): Promise<void> {
  const { trx, author } = writing
  const at = author.at.toISOString()
  const { updated, unchanged } = await writing.change(
    recordedApiKey,
    [id],
    () =>
      sql`update api_key set revoked_at = ${at}, revoked_for = ${reason}
        where id = ${id} and revoked_at is null`.execute(trx),
    reason,
  )
  if (updated + unchanged === 0) throw new DomainError('not_found')
}
