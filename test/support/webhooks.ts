import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import type { Test } from 'tap'
import type { Db } from '../../src/db/database.ts'
import { transact } from '../../src/db/journal.ts'
import { recordedWebhookEndpoint } from '../../src/webhook-endpoints/commands.ts'
import { NOW } from './app.ts'

/** An endpoint of the association's, with an attempt in its log that a receiver refused. */
export const ENDPOINT = '01900000-0000-7000-8000-00000000e001'

export async function plantEndpoint({ db }: { db: Db }): Promise<void> {
  const author = { actor: 'test|association', origin: 'api', requestId: null, at: NOW }
  await transact(db, author, async (writing) => {
    await writing.change(recordedWebhookEndpoint, [ENDPOINT], () =>
      sql`insert into webhook_endpoint (id, owner, name, url, payload, exclude_origins, exclude_own, status_at, secret,
          secret_at, position, ordinal, failures, failing_since, next_attempt_at, created_at, updated_at)
        values (${ENDPOINT}, ${author.actor}, 'Example', 'https://example.org/hook', 'thin', '{}', false, ${NOW}, 'none',
          ${NOW}, 5, 1, 1, ${NOW}, ${new Date(NOW.getTime() + 5_000)}, ${NOW}, ${NOW})`.execute(writing.trx),
    )
  })
  await sql`insert into webhook_delivery (id, endpoint_id, message_id, type, position, attempt, attempted_at, outcome,
      status, latency_ms, error, response, next_attempt_at)
    values ('01900000-0000-7000-8000-00000000e002', ${ENDPOINT}, 'example.5.2', 'infitah.member.created', 'example.5.2',
      1, ${NOW}, 'failed', 503, 41, 'refused', 'Service Unavailable', ${new Date(NOW.getTime() + 5_000)})`.execute(
    db,
  )
}

/** What a receiver does with a message: a status, more of an answer, no answer at all, or the end of the connection. */
export type Reaction =
  | number
  | { status: number; headers?: Record<string, string>; body?: string }
  | 'hang'
  | 'cut'

export interface Received {
  id: string
  headers: Record<string, string>
  body: string
  // biome-ignore lint/suspicious/noExplicitAny: what a test looks for in an event is what it tests
  event: any
}

/** A real server on this machine that keeps all that it is sent. */
export class Receiver {
  readonly received: Received[] = []
  connections = 0
  react: (message: Received) => Reaction = () => 200
  url = ''

  async start(t: Pick<Test, 'teardown'>): Promise<this> {
    const server = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray()).toString()
      const headers = request.headers as Record<string, string>
      const message = { id: headers['webhook-id']!, headers, body, event: JSON.parse(body) }
      this.received.push(message)
      const reaction = this.react(message)
      if (reaction === 'hang') return
      if (reaction === 'cut') return void request.socket.destroy()
      const {
        status,
        headers: more = {},
        body: text = '',
      } = typeof reaction === 'number' ? { status: reaction } : reaction
      response.writeHead(status, more).end(text)
    })
    server.on('connection', () => {
      this.connections += 1
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
    t.teardown(() => {
      server.closeAllConnections()
      server.close()
    })
    return this
  }

  /** The positions of the changes, each at its first sight. */
  firstSights(): string[] {
    return [...new Set(this.received.map(({ event }) => event.position as string))].filter(Boolean)
  }
}
