import { sql } from 'kysely'
import { v7 } from 'uuid'
import { requireSense } from '../changes/follow.ts'
import { readFeed } from '../changes/queries.ts'
import type { Recorded, Writing } from '../db/journal.ts'
import { type Expected, requireRevision } from '../db/revision.ts'
import { jsonOf } from '../db/shape.ts'
import { type Actor, hasRole } from '../domain/actor.ts'
import { readReference } from '../domain/codes.ts'
import { DomainError } from '../domain/errors.ts'
import { type Position, readPosition } from '../domain/position.ts'
import { seal } from '../identity/sealed.ts'
import { type Door, reachable, readAddress } from '../outbound/address.ts'
import { resolved } from '../register/queries.ts'
import { type EndpointNotice, type EndpointStatus, standingAfter } from './lifecycle.ts'
import { endpointDocument, endpointFacts } from './queries.ts'
import type { NewWebhookEndpoint, NewWebhookTransition, WebhookEndpointDocument } from './schema.ts'
import { makeSecret } from './signature.ts'

/** Endpoints of one owner. */
export const MOST_ENDPOINTS = 20
const HOUR_MS = 3_600_000
const PREVIOUS_HOURS = 24

/** How far back the feed is told, and where to start again from instead. */
export interface Horizon {
  readonly horizon: Date | undefined
  readonly snapshot: string
}

/** What the journal keeps of an endpoint: for the audit only, and never a secret. */
export const recordedWebhookEndpoint: Recorded = {
  table: 'webhook_endpoint',
  visibility: 'private',
  states: (ids) => sql`
    select e.id, 'webhook_endpoint' as type, e.revision, ${jsonOf(endpointFacts)} as state,
      '{}'::uuid[] as territories
    from webhook_endpoint e where e.id = ${ids}`,
}

/**
 * That we may send to a URL, as far as can be told today; it is looked at again before each message. A name that is not
 * known yet is let through.
 *
 * @throws {DomainError} `invalid_request`
 */
export async function requireAllowed(text: string, door: Door): Promise<void> {
  const url = readAddress(text, door)
  const found = url && (await reachable(url, door).catch(() => []))
  if (found === undefined || found === 'not_allowed')
    throw new DomainError('invalid_request', {
      faults: [{ at: { pointer: '/url' }, code: 'url_not_allowed' }],
    })
}

/**
 * Makes an endpoint, which is told of what comes after `after`, or from now on.
 *
 * @returns its signing secret, which nobody is told again
 * @throws {DomainError} `invalid_request`, `gone`, `too_many_endpoints`
 */
export async function makeWebhookEndpoint(
  writing: Writing,
  owner: string,
  { after, ...wanted }: NewWebhookEndpoint,
  keySecret: string,
  horizon: Horizon,
): Promise<{ id: string; secret: string }> {
  const { trx, author } = writing
  await sql`select pg_advisory_xact_lock(hashtextextended(${owner}, 20260102))`.execute(trx)
  const { rows } = await sql<{ count: number }>`
    select count(*) from webhook_endpoint where owner = ${owner}`.execute(trx)
  if (rows[0]!.count >= MOST_ENDPOINTS)
    throw new DomainError('too_many_endpoints', { values: { limit: MOST_ENDPOINTS } })
  const start = await startOf(writing, wanted.territory, after, horizon)
  const id = v7({ msecs: author.at.getTime() })
  const secret = makeSecret()
  await writing.change(recordedWebhookEndpoint, [id], () =>
    trx
      .insertInto('webhook_endpoint')
      .values({
        id,
        owner,
        ...columnsOf(wanted),
        status_at: author.at.toISOString(),
        secret: seal(keySecret, id, secret),
        secret_at: author.at.toISOString(),
        position: start.number,
        ordinal: start.ordinal,
        created_at: author.at.toISOString(),
        updated_at: author.at.toISOString(),
      })
      .execute(),
  )
  return { id, secret }
}

/** Where to begin: at a position of ours that the feed still tells, or at the newest there is. */
async function startOf(
  { trx }: Writing,
  territory: string | null | undefined,
  after: string | undefined,
  { horizon, snapshot }: Horizon,
): Promise<Pick<Position, 'number' | 'ordinal'>> {
  const question = {
    after: after === undefined ? undefined : readPosition(after)!,
    territory:
      typeof territory === 'string'
        ? { parameter: 'territory', text: territory, reference: readReference(territory)! }
        : undefined,
    limit: 1,
    horizon: after === undefined ? undefined : horizon,
  }
  const feed = await readFeed(trx, question)
  requireSense(feed, question, snapshot, (name) => ({ pointer: `/${name}` }))
  return question.after ?? { number: feed.last, ordinal: null }
}

/** What its owner says, as columns; the territory exists, or the key of the table says that it does not. */
const columnsOf = (wanted: WebhookEndpointDocument) => ({
  name: wanted.name,
  url: wanted.url,
  types: wanted.types ?? null,
  territory_id: wanted.territory ? resolved(readReference(wanted.territory)!) : null,
  payload: wanted.payload ?? ('thin' as const),
  exclude_origins: wanted.exclude_origins ?? [],
  exclude_own: wanted.exclude_own ?? false,
})

interface Locked {
  readonly id: string
  readonly owner: string
  readonly revision: number
  readonly status: EndpointStatus
  readonly notice: EndpointNotice | null
  readonly document: WebhookEndpointDocument
}

/** @throws {DomainError} `not_found` to whoever is neither its owner nor an administrator */
async function lockEndpoint({ trx }: Writing, actor: Actor, id: string): Promise<Locked> {
  const { rows } = await sql<Locked>`
    select e.id, e.owner, e.revision, e.status, e.notice, ${jsonOf(endpointDocument)} as document
    from webhook_endpoint e where e.id = ${id} for update`.execute(trx)
  const row = rows[0]
  if (row === undefined || (row.owner !== actor.id && !hasRole(actor, 'admin')))
    throw new DomainError('not_found')
  return row
}

/** @throws {DomainError} `owner_only` to an administrator, who sees it */
async function lockOwn(writing: Writing, actor: Actor, id: string): Promise<Locked> {
  const locked = await lockEndpoint(writing, actor, id)
  if (locked.owner !== actor.id) throw new DomainError('owner_only')
  return locked
}

const revised = async (writing: Writing, locked: Locked, expected: Expected) =>
  await requireRevision(writing, { ...locked, type: 'webhook_endpoint' }, expected)

/**
 * @param edit makes the new document from the present one, or throws what is wrong with it
 * @throws {DomainError} `invalid_request`, and those of requireRevision
 */
export async function editWebhookEndpoint(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  edit: (present: WebhookEndpointDocument) => WebhookEndpointDocument,
): Promise<void> {
  const locked = await lockOwn(writing, actor, id)
  await revised(writing, locked, expected)
  const wanted = edit(locked.document)
  await startOf(writing, wanted.territory, undefined, { horizon: undefined, snapshot: '' })
  await writing.change(recordedWebhookEndpoint, [id], () =>
    writing.trx
      .updateTable('webhook_endpoint')
      // Where it is sent to from now on has not failed yet.
      .set({ ...columnsOf(wanted), ...(wanted.url === locked.document.url ? {} : { next_attempt_at: null }) })
      .where('id', '=', id)
      .execute(),
  )
}

/** Takes its deliveries away too. */
export async function removeWebhookEndpoint(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
): Promise<void> {
  await revised(writing, await lockEndpoint(writing, actor, id), expected)
  await writing.change(recordedWebhookEndpoint, [id], () =>
    writing.trx.deleteFrom('webhook_endpoint').where('id', '=', id).execute(),
  )
}

/** Pauses, resumes or disables; one that is resumed goes on from where it stood, at once. */
export async function stepWebhookEndpoint(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  { action, reason = null }: NewWebhookTransition,
): Promise<void> {
  const locked = await lockEndpoint(writing, actor, id)
  await revised(writing, locked, expected)
  const { status, notice } = standingAfter(locked, action, hasRole(actor, 'admin'))
  await setStanding(writing, id, status, notice, reason)
}

/** What the service itself says of an endpoint that is active; of another it says nothing. */
export async function stopWebhookEndpoint(
  writing: Writing,
  id: string,
  status: EndpointStatus,
  notice: EndpointNotice,
): Promise<void> {
  const { rows } = await sql`
    select from webhook_endpoint where id = ${id} and status = 'active' for update`.execute(writing.trx)
  if (rows.length > 0) await setStanding(writing, id, status, notice, null)
}

async function setStanding(
  writing: Writing,
  id: string,
  status: EndpointStatus,
  notice: EndpointNotice | null,
  reason: string | null,
): Promise<void> {
  await writing.change(
    recordedWebhookEndpoint,
    [id],
    () =>
      sql`update webhook_endpoint set status = ${status}, notice = ${notice}, status_at = ${writing.author.at},
        failures = 0, failing_since = null, next_attempt_at = null where id = ${id}`.execute(writing.trx),
    reason,
  )
}

/**
 * Sends all again that comes after a position, or leaves out what comes before it. What is being sent at this moment
 * may arrive once more.
 *
 * @throws {DomainError} `invalid_request`, `gone`
 */
export async function replayWebhookEndpoint(
  writing: Writing,
  actor: Actor,
  id: string,
  after: string,
  horizon: Horizon,
): Promise<void> {
  await lockOwn(writing, actor, id)
  const { number, ordinal } = await startOf(writing, null, after, horizon)
  await writing.change(recordedWebhookEndpoint, [id], () =>
    // Whoever is sending has lost its lease, and cannot say how far it came.
    sql`update webhook_endpoint set replayed_after = ${after}, position = ${number}, ordinal = ${ordinal},
      failures = 0, failing_since = null, next_attempt_at = null, lease = null, leased_until = null
      where id = ${id}`.execute(writing.trx),
  )
}

/** @returns the new secret, which nobody is told again */
export async function rotateSecret(
  writing: Writing,
  actor: Actor,
  id: string,
  keySecret: string,
  previousHours = PREVIOUS_HOURS,
): Promise<string> {
  await lockOwn(writing, actor, id)
  const { trx, author } = writing
  const secret = makeSecret()
  const until = previousHours === 0 ? null : new Date(author.at.getTime() + previousHours * HOUR_MS)
  await writing.change(recordedWebhookEndpoint, [id], () =>
    sql`update webhook_endpoint set secret = ${seal(keySecret, id, secret)}, secret_at = ${author.at},
      previous_secret = case when ${until}::timestamptz is not null then secret end, previous_until = ${until}
      where id = ${id}`.execute(trx),
  )
  return secret
}

/**
 * Has a ping sent, to one that is paused too.
 *
 * @returns its `webhook-id`: of the one that waits already, if there is one
 * @throws {DomainError} `wrong_state` when it is disabled
 */
export async function requestPing(writing: Writing, actor: Actor, id: string): Promise<string> {
  const { status } = await lockOwn(writing, actor, id)
  if (status === 'disabled')
    throw new DomainError('wrong_state', {
      values: { action: 'ping', state: status, allowed: 'active, paused' },
    })
  const { rows } = await sql<{ ping: string }>`
    update webhook_endpoint set ping = coalesce(ping, ${`ping_${v7()}`}) where id = ${id}
    returning ping`.execute(writing.trx)
  return rows[0]!.ping
}
