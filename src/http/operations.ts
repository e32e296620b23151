import { timingSafeEqual } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyPluginAsync } from 'fastify'
import { sql } from 'kysely'
import type { Registry } from 'prom-client'
import type { Head } from '../db/head.ts'
import type { Replicas } from '../db/replicas.ts'
import { DomainError, PROBLEMS, type ProblemCode } from '../domain/errors.ts'
import { LANGUAGES, PROBLEM_TEXTS } from '../domain/messages.ts'
import type { FileStore } from '../files/store.ts'
import type { Reading } from './reading.ts'

export interface Health {
  /** Whether the schema and the data are in place. */
  prepared: boolean
  /** Set before the end, so that a balancer sends nobody more. */
  closing: boolean
  /** Whether jobs are done, where this process does them. */
  hasJobs?: () => boolean
}

export interface OperationsOptions {
  reading: Reading
  files: FileStore
  registry: Registry
  /** Figures of all workers; without it, of this process. */
  allMetrics: (() => Promise<string>) | undefined
  head: Head
  /** Undefined where there are none. */
  replicas: Replicas | undefined
  /** How many requests were refused for want of room. */
  refused: () => number
  health: Health
  metricsToken: string | undefined
  production: boolean
  securityContact: string | undefined
}

/** What runs the service and what finds it: health, metrics, RFC 9727, RFC 9116, the meanings of problems. */
export const operationsRoutes: FastifyPluginAsync<OperationsOptions> = async (app, options) => {
  const { reading, registry, head, health } = options
  let refusedBefore = 0
  const route = { config: { access: 'public', unlimited: true }, schema: { hide: true } } as const
  app.addHook('onRequest', async (_, reply) => {
    reply.header('cache-control', 'no-store')
  })

  const redirect = { config: { access: 'public' }, schema: { hide: true } } as const
  app.get(
    '/v1',
    redirect,
    async (_, reply) => await reply.redirect(`${reading.publicUrl}/.well-known/api-catalog`, 302),
  )

  app.get('/healthz', route, async () => ({ status: 'ok' }))

  app.get('/readyz', route, async (_, reply) => {
    const refused = options.refused()
    const load = refused > refusedBefore ? 'refusing' : 'ok'
    refusedBefore = refused
    const [database, files] = await Promise.all([
      within(sql`select 1`.execute(reading.db), 'unreachable'),
      within(options.files.check(), 'unusable'),
    ])
    const checks: Record<string, Word> = {
      database,
      data: health.prepared ? 'ok' : 'being prepared',
      changes: followed(head),
      jobs: health.hasJobs?.() === false ? 'stopped' : 'ok',
      files,
      ...(options.replicas === undefined ? {} : { replicas: usable(options.replicas) }),
      load,
      process: health.closing ? 'closing' : 'ok',
    }
    const wrong = Object.entries(checks).flatMap(([check, word]) =>
      word === 'ok' ? [] : [{ check, word, ...MEANINGS[word] }],
    )
    const ready = wrong.every(({ still_serves }) => still_serves)
    return await reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', checks, wrong })
  })

  const metricsRoute = { ...route, config: { ...route.config, ownCredentials: true } }
  app.get('/metrics', metricsRoute, async (request, reply) => {
    const { metricsToken: token } = options
    if (token === undefined && options.production) throw new DomainError('not_found')
    if (token !== undefined && !isSame(request.headers.authorization ?? '', `Bearer ${token}`))
      throw new DomainError('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } })
    const figures = options.allMetrics?.() ?? registry.metrics()
    return await reply.type(registry.contentType).send(await figures)
  })

  const origin = reading.publicUrl
  app.get('/.well-known/api-catalog', route, async (_, reply) =>
    reply.type('application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"').send(
      JSON.stringify({
        linkset: [
          {
            anchor: `${origin}/v1`,
            'service-desc': [
              { href: `${origin}/openapi.json`, type: 'application/vnd.oai.openapi+json;version=3.1' },
            ],
            'service-doc': [{ href: `${origin}/docs`, type: 'text/html' }],
            'service-meta': [{ href: `${origin}/v1/catalog`, type: 'application/ld+json' }],
            status: [{ href: `${origin}/readyz`, type: 'application/json' }],
            license: [{ href: `${origin}/v1/licences`, type: 'application/json' }],
          },
        ],
      }),
    ),
  )

  app.get('/.well-known/security.txt', route, async (_, reply) => {
    if (options.securityContact === undefined) throw new DomainError('not_found')
    const expires = new Date(reading.clock().getTime() + 180 * 86_400_000).toISOString()
    return await reply
      .type('text/plain; charset=utf-8')
      .send(`Contact: ${options.securityContact}\nExpires: ${expires}\nPreferred-Languages: ar, fr, en\n`)
  })

  app.get<{ Params: { code: string } }>('/problems/:code', route, async (request) => {
    const code = request.params.code as ProblemCode
    if (!Object.hasOwn(PROBLEMS, code)) throw new DomainError('not_found')
    const { title, detail } = PROBLEM_TEXTS[code]
    return { code, status: PROBLEMS[code], title, detail, languages: LANGUAGES }
  })
}

/** Longest that a check may take, milliseconds: whoever asks whether we are there has little patience. */
const CHECK_MS = 1_000

/** What is wrong, whether requests are answered all the same, and where docs/runbook.md goes on. */
const MEANINGS = {
  unreachable: meaning('PostgreSQL did not answer within a second', false, 'database'),
  'being prepared': meaning('Migrations and data are not all in place yet', false, 'database'),
  asking: meaning('Changes of others are not heard of, and asked for every two seconds', true, 'deaf'),
  unknown: meaning('What is newest is not known: every answer is made anew', true, 'deaf'),
  'left out': meaning('A replica is behind, or does not answer; reads go elsewhere', true, 'replicas'),
  stopped: meaning('The queue of jobs has ended, and is begun again every second', true, 'jobs'),
  unusable: meaning('Documents can be neither taken in nor read', true, 'files'),
  refusing: meaning('Requests were refused with 503 since this was last asked', true, 'shedding'),
  closing: meaning('The process was told to end', false, 'workers'),
} as const

type Word = 'ok' | keyof typeof MEANINGS

function meaning(detail: string, still_serves: boolean, section: string) {
  return { detail, still_serves, runbook: `docs/runbook.md#${section}` }
}

async function within(work: Promise<unknown>, otherwise: Word): Promise<Word> {
  const late = sleep(CHECK_MS, otherwise, { ref: false })
  const done = work.then(
    () => 'ok' as const,
    () => otherwise,
  )
  return await Promise.race([done, late])
}

/** How this process knows of changes; while it does not, it makes every answer anew. */
function followed(head: Head): Word {
  if (head.isListening()) return 'ok'
  return head.isCurrent() ? 'asking' : 'unknown'
}

const usable = (replicas: Replicas): Word =>
  replicas.states().every(({ state }) => state === 'used') ? 'ok' : 'left out'

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
