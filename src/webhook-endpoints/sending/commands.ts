import { v7 } from 'uuid'
import { continuation } from '../../changes/follow.ts'
import type { Feed, Question } from '../../changes/queries.ts'
import type { Change } from '../../changes/schema.ts'
import type { Db } from '../../db/database.ts'
import { transact } from '../../db/journal.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Position } from '../../domain/position.ts'
import { unseal } from '../../identity/sealed.ts'
import type { Post, Sent } from '../../outbound/post.ts'
import type { Tracing } from '../../tracing.ts'
import { stopWebhookEndpoint } from '../commands.ts'
import { changeMessage, type Message, pingMessage } from '../event.ts'
import { type Attempt, type Leased, questionOf, type Settled, settle } from '../lease/commands.ts'
import type { EndpointNotice, EndpointStatus } from '../lifecycle.ts'
import { nextAttempt } from '../retry.ts'
import { signed } from '../signature.ts'

/** What sending takes. */
export interface Sending {
  readonly db: Db
  readonly clock: Clock
  readonly post: Post
  readonly readFeed: (question: Question) => Promise<Feed>
  readonly keySecret: string
  readonly publicUrl: string
  /** From 0 to 1. */
  readonly chance: () => number
  /** Told of each attempt. */
  readonly observe: (attempt: Pick<Attempt, 'outcome' | 'latency_ms'>) => void
  readonly stopping: AbortSignal
  readonly tracing?: Tracing | undefined
}

/** Messages of one turn, after which the endpoint is settled: so many may arrive twice when a process dies. */
const MOST_MESSAGES = 50
/** A turn begins nothing more after so long. */
const TURN_MS = 5_000

/** As `takeTurn`, told of where traces are. Receivers are strangers: they are sent no trace of ours. */
export async function sendTurn(sending: Sending, leased: Leased): Promise<void> {
  const { tracing } = sending
  if (tracing === undefined) return await takeTurn(sending, leased)
  const attributes = { 'webhook_endpoint.id': leased.id }
  await tracing.during({ name: 'webhook turn', kind: 'working', attributes }, () => takeTurn(sending, leased))
}

/** One turn at an endpoint: what comes next for it, one by one in order, until one of them fails. */
async function takeTurn(sending: Sending, leased: Leased): Promise<void> {
  const { db, clock, keySecret } = sending
  const secrets = secretsOf(leased, keySecret, clock())
  if (secrets === undefined)
    return await stop(sending, leased, standing(leased), 'paused', 'secret_unreadable')
  const turn = new Turn(sending, leased, secrets)
  if (leased.ping !== null) await turn.ping(leased.ping)
  if (leased.due) await turn.changes()
  if (turn.stopped === undefined) await settle(db, leased, clock(), turn.settled())
  else await stop(sending, leased, turn.settled(), ...turn.stopped)
}

/** The secrets that sign now, the new one first; undefined when they cannot be opened. */
function secretsOf(leased: Leased, keySecret: string, at: Date): string[] | undefined {
  const { id, secret, previous_secret, previous_until } = leased
  const holds = previous_secret !== null && Date.parse(previous_until!) > at.getTime()
  const opened = (holds ? [secret, previous_secret] : [secret]).map((one) => unseal(keySecret, id, one))
  return opened.every((one) => one !== undefined) ? opened : undefined
}

const standing = ({ position, ordinal }: Leased): Settled => ({
  position,
  ordinal,
  failures: 0,
  failing_since: null,
  next_attempt_at: null,
  delivered_at: null,
  attempts: [],
  ping: null,
})

/** Sends to it no more, and says so in the journal. */
async function stop(
  { db, clock }: Sending,
  leased: Leased,
  settled: Settled,
  status: EndpointStatus,
  notice: EndpointNotice,
): Promise<void> {
  const at = clock()
  const author = { actor: 'system', origin: 'webhooks', requestId: null, at }
  await transact(db, author, (writing) => stopWebhookEndpoint(writing, leased.id, status, notice))
  await settle(db, leased, at, settled)
}

interface Tried {
  readonly at: Date
  readonly sent: Sent
  readonly ms: number
}

class Turn {
  readonly #sending: Sending
  readonly #leased: Leased
  readonly #secrets: readonly string[]
  readonly #attempts: Attempt[] = []
  readonly #begun = performance.now()
  #cursor: Pick<Position, 'number' | 'ordinal'>
  #failures: number
  #failingSince: string | null
  #nextAttemptAt: string | null
  #deliveredAt: string | null = null
  #ping: string | null = null
  #stopped: [EndpointStatus, EndpointNotice] | undefined

  constructor(sending: Sending, leased: Leased, secrets: readonly string[]) {
    this.#sending = sending
    this.#leased = leased
    this.#secrets = secrets
    this.#cursor = { number: leased.position, ordinal: leased.ordinal }
    this.#failures = leased.failures
    this.#failingSince = leased.failing_since
    this.#nextAttemptAt = leased.due ? null : leased.next_attempt_at
  }

  /** Whether it is to be sent to no more, and why. */
  get stopped(): [EndpointStatus, EndpointNotice] | undefined {
    return this.#stopped
  }

  settled(): Settled {
    return {
      position: this.#cursor.number,
      ordinal: this.#cursor.ordinal,
      failures: this.#failures,
      failing_since: this.#failingSince,
      next_attempt_at: this.#nextAttemptAt,
      delivered_at: this.#deliveredAt,
      attempts: this.#attempts,
      ping: this.#ping,
    }
  }

  /** Once, whatever comes of it. */
  async ping(id: string): Promise<void> {
    const { clock, publicUrl } = this.#sending
    const message = pingMessage(id, this.#leased.id, clock(), publicUrl)
    this.#note(message, 1, await this.#send(message), null)
    this.#ping = id
  }

  async changes(): Promise<void> {
    const { readFeed, publicUrl } = this.#sending
    const question = questionOf(this.#leased, MOST_MESSAGES)
    const feed = await readFeed(question)
    for (const [index, json] of feed.rows.entries()) {
      if (this.#isOver()) return
      const change = JSON.parse(json) as Change
      const { number, ordinal, actor } = feed.places[index]!
      if (!this.#isLeftOut(change.origin, actor)) {
        const delivered = await this.#deliver(
          changeMessage(change, this.#leased.payload === 'full', publicUrl),
        )
        if (!delivered) return
      }
      this.#cursor = { number, ordinal }
    }
    this.#cursor = continuation(feed, question.after)
  }

  #isOver(): boolean {
    return this.#sending.stopping.aborted || performance.now() - this.#begun > TURN_MS
  }

  #isLeftOut(origin: string, actor: string): boolean {
    const { exclude_origins, exclude_own, owner } = this.#leased
    return exclude_origins.includes(origin) || (exclude_own && actor === owner)
  }

  async #deliver(message: Message): Promise<boolean> {
    const attempt = this.#failures + 1
    const tried = await this.#send(message)
    if (isSuccess(tried.sent)) {
      this.#failures = 0
      this.#failingSince = null
      this.#deliveredAt = tried.at.toISOString()
      this.#note(message, attempt, tried, null)
      return true
    }
    // Cut off by our own end: that is no failure of theirs.
    if (!this.#sending.stopping.aborted) this.#note(message, attempt, tried, this.#fail(tried.sent, tried.at))
    return false
  }

  #fail(sent: Sent, at: Date): string | null {
    this.#failures += 1
    this.#failingSince ??= at.toISOString()
    const next = nextAttempt({
      failures: this.#failures,
      failingSince: new Date(this.#failingSince),
      at,
      retryAfter: 'status' in sent ? sent.retryAfter : null,
      chance: this.#sending.chance(),
    })
    if ('status' in sent && sent.status === 410) this.#stopped = ['disabled', 'gone']
    else if (next === undefined) this.#stopped = ['paused', 'failing']
    this.#nextAttemptAt = this.#stopped === undefined ? next!.toISOString() : null
    return this.#nextAttemptAt
  }

  async #send({ id, body }: Message): Promise<Tried> {
    const { clock, post, tracing } = this.#sending
    const at = clock()
    const started = performance.now()
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'infitah-webhooks/1',
      ...signed(id, at, body, this.#secrets),
    }
    const span = tracing?.begin({ name: 'webhook message', kind: 'asking', attributes: { 'webhook.id': id } })
    const sent = await post.send(this.#leased.url, headers, body)
    const answered = 'status' in sent ? { 'http.response.status_code': sent.status } : {}
    span?.end(answered, errorOf(sent) ?? undefined)
    return { at, sent, ms: Math.round(performance.now() - started) }
  }

  #note(message: Message, attempt: number, { at, sent, ms }: Tried, next: string | null): void {
    const outcome = isSuccess(sent) ? 'delivered' : 'failed'
    this.#attempts.push({
      // Of this instant rather than of the attempt's: each is greater than the one before.
      id: v7(),
      message_id: message.id,
      type: message.type,
      position: message.position,
      attempt,
      attempted_at: at.toISOString(),
      outcome,
      status: 'status' in sent ? sent.status : null,
      latency_ms: ms,
      error: errorOf(sent),
      response: outcome === 'failed' && 'status' in sent ? sent.beginning : null,
      next_attempt_at: next,
    })
    this.#sending.observe({ outcome, latency_ms: ms })
  }
}

const isSuccess = (sent: Sent) => 'status' in sent && sent.status >= 200 && sent.status < 300

function errorOf(sent: Sent): string | null {
  if ('error' in sent) return sent.error
  if (isSuccess(sent)) return null
  return sent.status >= 300 && sent.status < 400 ? 'redirected' : 'refused'
}
