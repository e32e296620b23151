import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cors from '@fastify/cors'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { apiKeyStore } from './api-keys/queries.ts'
import { apiKeyRoutes } from './api-keys/routes.ts'
import { planSessions } from './approval-sessions/binding/commands.ts'
import { sessionsOfPlan } from './approval-sessions/queries.ts'
import { approvalSessionRoutes } from './approval-sessions/routes.ts'
import { PlanSessions, sessionSchemas } from './approval-sessions/schema.ts'
import { sittingRoutes } from './approval-sessions/sittings/routes.ts'
import { sessionTransitionRoutes } from './approval-sessions/transitions/routes.ts'
import { voteRoutes } from './approval-sessions/vote/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { changesRoutes } from './changes/routes.ts'
import { cancelConsultationsOf } from './consultations/commands.ts'
import { outcomeRoutes } from './consultations/outcome/routes.ts'
import { consultationsOfPlan } from './consultations/queries.ts'
import { consultationRoutes } from './consultations/routes.ts'
import { consultationSchemas, PlanConsultations } from './consultations/schema.ts'
import { contributionContactRoutes } from './contributions/contact/routes.ts'
import { contributionRoutes } from './contributions/routes.ts'
import { contributionSchemas } from './contributions/schema.ts'
import { contributionTransitionRoutes } from './contributions/transitions/routes.ts'
import type { BoundedPool, Db } from './db/database.ts'
import { type Freshness, followHead } from './db/head.ts'
import type { ReplicaServer } from './db/replicas.ts'
import { documentContentRoutes } from './documents/content/routes.ts'
import { documentRoutes } from './documents/routes.ts'
import { documentSchemas } from './documents/schema.ts'
import { documentUploadRoutes } from './documents/upload/routes.ts'
import type { Clock } from './domain/clock.ts'
import { DomainError } from './domain/errors.ts'
import { eventRoutes } from './events/routes.ts'
import { type FileStore, openFileStore } from './files/store.ts'
import { focalPointRoutes } from './focal-points/routes.ts'
import { historyRoutes } from './history/routes.ts'
import { holidayRoutes } from './holidays/routes.ts'
import { accessPlugin, identityPlugin } from './http/access.ts'
import { readBodies } from './http/body.ts'
import { closingPlugin } from './http/closing.ts'
import { docsPlugin } from './http/docs.ts'
import { addressBehind, addressOfSocket, frontOf } from './http/front.ts'
import { dateBy } from './http/head.ts'
import { hook } from './http/hook.ts'
import type { Identity } from './http/identity.ts'
import { KeptAnswers, keptPlugin } from './http/kept.ts'
import { licenceRoutes } from './http/licences.ts'
import { loadMetrics } from './http/load-metrics.ts'
import { deliveryMetrics, logPlugin, makeRegistry } from './http/log.ts'
import { answerOtherMethods, methodsPlugin } from './http/methods.ts'
import { makeEdition, openapiPlugin } from './http/openapi.ts'
import { type Health, operationsRoutes } from './http/operations.ts'
import { Lag, lagPlugin, Places } from './http/overload.ts'
import { readParameters } from './http/parameters.ts'
import { patiencePlugin } from './http/patience.ts'
import { problemPlugin } from './http/problem.ts'
import { guessLimitPlugin, makeLimits, rateLimitPlugin } from './http/rate-limit.ts'
import type { Reading } from './http/reading.ts'
import { sharedSchemas } from './http/schema.ts'
import { securityPlugin } from './http/security.ts'
import { MAX_URL, makeServer, serverOptions } from './http/server.ts'
import { sharedCachePlugin } from './http/shared-cache.ts'
import { shedderOf } from './http/shed.ts'
import { leastPositionPlugin, replicasOf } from './http/sources.ts'
import { storedMetrics } from './http/stored-metrics.ts'
import { tracesPlugin } from './http/traces.ts'
import { metricsOfAll } from './http/worker-metrics.ts'
import { keptKeys } from './identity/api-keys.ts'
import { makeIdentity } from './identity/identity.ts'
import type { Tokens } from './identity/tokens.ts'
import { legalRuleRoutes } from './legal-rules/routes.ts'
import { meRoutes } from './me/routes.ts'
import { revertRoutes } from './member-imports/revert/routes.ts'
import { memberImportRoutes } from './member-imports/routes.ts'
import { rowRoutes } from './member-imports/rows/routes.ts'
import { memberImportSchemas } from './member-imports/schema.ts'
import { uploadRoutes } from './member-imports/upload/routes.ts'
import { memberRoutes } from './members/routes.ts'
import { memberSchemas } from './members/schema.ts'
import { networkRoutes } from './network/routes.ts'
import { type Door, nameServers } from './outbound/address.ts'
import { makePost } from './outbound/post.ts'
import { pageRoutes } from './pages/routes.ts'
import { commitmentRoutes } from './plans/commitments/routes.ts'
import { draftRoutes } from './plans/drafts/routes.ts'
import { draftSchemas } from './plans/drafts/schema.ts'
import { type DescribedPart, planRoutes } from './plans/routes.ts'
import { planSchemas } from './plans/schema.ts'
import { planTransitionRoutes } from './plans/transitions/routes.ts'
import { lineageRoutes } from './progress/lineage/routes.ts'
import { progressListRoutes } from './progress/lists/routes.ts'
import { progressRoutes } from './progress/routes.ts'
import { progressSchemas } from './progress/schema.ts'
import { alongWithPlan } from './progress/territory/commands.ts'
import { registerRoutes } from './register/routes.ts'
import { registerSchemas } from './register/schema.ts'
import { searchRoutes } from './search/routes.ts'
import { sessionCalendarRoutes } from './session-calendar/routes.ts'
import { catalogRoutes } from './snapshots/catalog/routes.ts'
import { dictionaryRoutes } from './snapshots/dictionary/routes.ts'
import { dictionarySchemas } from './snapshots/dictionary/schema.ts'
import { exportRoutes } from './snapshots/exports/routes.ts'
import { snapshotFileRoutes } from './snapshots/files/routes.ts'
import { snapshotRoutes } from './snapshots/routes.ts'
import { snapshotSchemas } from './snapshots/schema.ts'
import { statisticsRoutes } from './statistics/routes.ts'
import type { Tracing } from './tracing.ts'
import { webhookDeliveryRoutes } from './webhook-endpoints/deliveries/routes.ts'
import { webhookEndpointRoutes } from './webhook-endpoints/routes.ts'
import { makeSender } from './webhook-endpoints/sender/commands.ts'
import { webhookStepRoutes } from './webhook-endpoints/steps/routes.ts'
import { attendanceRoutes } from './workshops/attendance/routes.ts'
import { participantRoutes } from './workshops/participants/routes.ts'
import { workshopRoutes, workshopsPart } from './workshops/routes.ts'
import { workshopSchemas } from './workshops/schema.ts'

export interface Deps {
  db: Db
  pool: BoundedPool
  /** For what the service asks for itself, so that it waits behind no request; `db` when not said. */
  ownDb?: Db
  /** Servers that public reads may be made on. */
  replicas?: readonly ReplicaServer[]
  clock: Clock
  /** Where documents are kept; in the machine's temporary directory when not said. */
  files?: FileStore
  /** Bytes of one document at the most; 25 MiB when not said. */
  mostDocumentBytes?: number
  /** Tokens to believe; none when not said. */
  tokens?: Tokens | undefined
  /** Under which API keys are kept; without one, keys end with the process. */
  keySecret?: string
  /** Instead of tokens and keys: for tests that are about something else. */
  identity?: Identity
  /** The server itself, which tells of changes as they commit; else the database is asked while somebody waits. */
  listenUrl?: string
  /** How many days back the feed of changes is told; all of it when not said. */
  feedHorizonDays?: number | undefined
  /** Where webhooks may be; the open internet when not said. */
  door?: Door
  /** Connections of their own to send webhooks with; without them this process sends none. */
  sendingDb?: Db
  /** For how long a snapshot serves although something has changed; ten minutes when not said. */
  snapshotFreshSeconds?: number
  health?: Health
  publicUrl?: string | undefined
  /** Bytes of finished answers that are kept for whoever asks next; none when not said. */
  keptBytes?: number
  /** Seconds that caches in front may send what is public again without asking; 0 when not said. */
  sharedCacheSeconds?: number | undefined
  /** Where what is done is told of, with its parts and times; nowhere when not said. */
  tracing?: Tracing | undefined
  /** Whether the contract is to be made from the routes, which the service itself never needs. */
  contract?: boolean
  /** For tests that cannot wait. */
  freshness?: Freshness
  /** Answers at once that hold a connection for as long as their client takes; no limit when not said. */
  mostPlaces?: number
  /** Milliseconds that the process may lag behind before it refuses requests; no limit when not said. */
  mostLagMs?: number
  /** Requests a minute and client; 0 for no limit. */
  rateLimit?: number
  /** Contributions a minute and client; 0 for no limit. */
  contributionLimit?: number
  metricsToken?: string | undefined
  securityContact?: string | undefined
  /** For questions about the data: `mailto:…` or `https://…`. */
  dataContact?: string | undefined
  production?: boolean
  /** Its number, when it is one of several on one port, which count requests and show figures together. */
  worker?: number | undefined
  trustProxy?: string[] | false
  logger?: FastifyServerOptions['logger']
}

/** What a page in a browser may read of an answer besides its body. */
const EXPOSED = [
  'ETag',
  'Accept-Ranges',
  'Content-Range',
  'Link',
  'Location',
  'Position',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'WWW-Authenticate',
  'X-Request-Id',
  'Content-Language',
  'Content-Disposition',
  'Idempotency-Replayed',
]

/** Bytes of one document. */
const MOST_DOCUMENT_BYTES = 26_214_400
const SNAPSHOT_FRESH_SECONDS = 600

const DAY_MS = 86_400_000

type Feature<Options> = (scope: FastifyInstance, options: Options) => Promise<void>

/** Builds the service, listening to nothing. Tests and main.js both start here, so they run the same options. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const { db, pool, clock, logger = false, trustProxy = false, publicUrl = '' } = deps
  const { ownDb = db, mostPlaces = Number.POSITIVE_INFINITY, mostLagMs = Number.POSITIVE_INFINITY } = deps
  const places = new Places(mostPlaces)
  const lag = new Lag(mostLagMs)
  const keySecret = deps.keySecret ?? randomBytes(32).toString('base64url')
  const registry = makeRegistry()
  const isWorker = deps.worker !== undefined
  const limits = makeLimits(deps.rateLimit ?? 0, isWorker)
  const addressOf = trustProxy === false ? addressOfSocket : addressBehind(trustProxy)
  let front: ReturnType<typeof frontOf> | undefined
  const serverFactory = (handler: RequestListener) =>
    makeServer((request, response) =>
      front === undefined ? handler(request, response) : front(handler, request, response),
    )
  const app = Fastify({ ...serverOptions, logger, trustProxy, serverFactory })
  const { keptBytes = 0 } = deps
  const head = followHead({
    db,
    asking: ownDb,
    url: deps.listenUrl,
    always: keptBytes > 0 || deps.replicas !== undefined,
    freshness: deps.freshness,
    onError: (error) => app.log.warn({ err: error }, 'the database cannot be asked what is new'),
  })
  const replicas = deps.replicas && replicasOf(deps.replicas, { db, head, registry, log: () => app.log })
  const reading: Reading = { db, pool, replicas, places, clock, publicUrl, edition: makeEdition() }
  const refused = loadMetrics(registry, { pool, places, lag, head })
  storedMetrics(registry, ownDb)
  readBodies(app)
  const schemas = [
    sharedSchemas,
    registerSchemas,
    memberSchemas,
    memberImportSchemas,
    documentSchemas,
    planSchemas,
    draftSchemas,
    sessionSchemas,
    progressSchemas,
    workshopSchemas,
    consultationSchemas,
    contributionSchemas,
    snapshotSchemas,
    dictionarySchemas,
  ]
  for (const schema of schemas.flat()) app.addSchema(schema as object)

  if (deps.tracing !== undefined) await app.register(tracesPlugin, { tracing: deps.tracing })
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  await app.register(closingPlugin)
  await app.register(sharedCachePlugin, { seconds: deps.sharedCacheSeconds ?? 0 })
  const kept =
    keptBytes > 0 ? new KeptAnswers({ head, now: () => clock().getTime(), mostBytes: keptBytes }) : undefined
  if (kept !== undefined) await app.register(keptPlugin, { kept, limits, registry })
  const isFull = () => pool.isFull && replicas?.having(0)?.pool.isFull !== false
  const date = dateBy(clock)
  front = frontOf({
    kept,
    shed: shedderOf(app, { pool, isFull, exposed: EXPOSED, addressOf, date }),
    ...{ limits, registry, addressOf, date },
    log: app.log,
    isClosing: () => closing,
    tracing: deps.tracing,
  })
  await app.register(securityPlugin, { https: publicUrl.startsWith('https:') })
  await app.register(problemPlugin)
  await app.register(logPlugin, { registry })
  await app.register(methodsPlugin)
  await app.register(cors, {
    origin: '*',
    // POST, so that a page of anybody's can send what its reader says in a consultation.
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: EXPOSED,
    maxAge: 86_400,
    strictPreflight: false,
  })
  // Routes that libraries make come before the hook that wants `access` of each: they are public by nature.
  if (deps.contract) await app.register((await import('./http/contract.ts')).contractPlugin)
  await app.register(openapiPlugin)
  await app.register(docsPlugin)
  const warn = (error: unknown) => app.log.warn({ err: error }, 'the use of a key could not be noted')
  const keys = keptKeys({ store: apiKeyStore(db), secret: keySecret, clock, warn })
  await app.register(lagPlugin, { lag })
  await app.register(guessLimitPlugin, { limits })
  await app.register(identityPlugin, { identity: deps.identity ?? makeIdentity(deps.tokens, keys) })
  await app.register(rateLimitPlugin, { limits })
  await app.register(leastPositionPlugin, { head, db: ownDb })
  await app.register(accessPlugin)
  await app.register(patiencePlugin)
  app.addHook(
    'onRequest',
    hook((request) => {
      if (request.url.length > MAX_URL) throw new DomainError('uri_too_long', { values: { limit: MAX_URL } })
    }),
  )
  app.addHook('preValidation', hook(readParameters))

  const files = deps.files ?? (await openFileStore(join(tmpdir(), 'infitah'), undefined, clock().getTime()))
  await app.register(operationsRoutes, {
    files,
    reading: { ...reading, db: ownDb },
    registry,
    allMetrics: deps.worker === undefined ? undefined : metricsOfAll(registry, deps.worker),
    head,
    replicas,
    refused,
    health: deps.health ?? { prepared: true, closing: false },
    metricsToken: deps.metricsToken,
    production: deps.production ?? false,
    securityContact: deps.securityContact,
  })
  await app.register(pageRoutes, { reading })
  // All in one context of Fastify: each one compiles its validators by itself, with every schema that it knows.
  const features: ((scope: FastifyInstance) => Promise<void>)[] = []
  const v1 = <Options>(routes: FastifyPluginAsyncTypebox<Options & object>, options: Options) =>
    features.push(async (scope) => await (routes as unknown as Feature<Options>)(scope, options))
  // First, since it tells of those that come after it.
  v1(catalogRoutes, { reading, contact: deps.dataContact })
  for (const routes of [networkRoutes, memberRoutes, focalPointRoutes, registerRoutes, licenceRoutes])
    v1(routes, { reading })
  for (const routes of [legalRuleRoutes, holidayRoutes, sessionCalendarRoutes]) v1(routes, { reading })
  for (const routes of [memberImportRoutes, rowRoutes, revertRoutes]) v1(routes, { reading })
  const { mostDocumentBytes: mostBytes = MOST_DOCUMENT_BYTES } = deps
  for (const routes of [documentRoutes, documentContentRoutes]) v1(routes, { reading, files })
  // These read bodies in their own way, which is a context's.
  await app.register(uploadRoutes, { prefix: '/v1', reading })
  await app.register(documentUploadRoutes, { prefix: '/v1', reading, files, mostBytes })
  // What `include` adds to a plan: one line for each feature that hangs on plans.
  const parts: DescribedPart[] = [
    workshopsPart,
    { ...consultationsOfPlan, schema: PlanConsultations },
    { ...sessionsOfPlan, schema: PlanSessions },
  ]
  v1(planRoutes, { reading, parts, along: alongWithPlan })
  const beside = { afterWithdrawal: cancelConsultationsOf, sessions: planSessions }
  v1(planTransitionRoutes, { reading, beside })
  for (const routes of [
    draftRoutes,
    commitmentRoutes,
    consultationRoutes,
    progressRoutes,
    progressListRoutes,
    lineageRoutes,
  ])
    v1(routes, { reading })
  for (const routes of [approvalSessionRoutes, sittingRoutes, voteRoutes, sessionTransitionRoutes])
    v1(routes, { reading })
  for (const routes of [workshopRoutes, attendanceRoutes, participantRoutes, eventRoutes])
    v1(routes, { reading })
  v1(contributionRoutes, {
    reading,
    limits: makeLimits(deps.contributionLimit ?? 0, isWorker, 'contributions'),
  })
  for (const routes of [contributionTransitionRoutes, contributionContactRoutes, outcomeRoutes])
    v1(routes, { reading })
  v1(searchRoutes, { reading })
  v1(meRoutes, { reading })
  v1(apiKeyRoutes, { reading, keySecret })
  // After the schema is there, and before requests come.
  app.addHook('onReady', async () => head.start())
  app.addHook('onReady', async () => replicas?.start())
  // First of all that ends: whoever waits for a change gets an answer, and the server does not wait for them.
  app.addHook('preClose', async () => await head.close())
  app.addHook('preClose', async () => await replicas?.close())
  const { feedHorizonDays: horizonDays } = deps
  v1(changesRoutes, { reading, head, horizonDays })
  const door = deps.door ?? { allowLoopback: false, resolve: nameServers() }
  const horizon = () => ({
    horizon: horizonDays === undefined ? undefined : new Date(clock().getTime() - horizonDays * DAY_MS),
    snapshot: `${publicUrl}/v1/snapshots/latest`,
  })
  for (const routes of [webhookEndpointRoutes, webhookStepRoutes])
    v1(routes, { reading, door, keySecret, horizon })
  v1(webhookDeliveryRoutes, { reading })
  if (deps.sendingDb !== undefined) {
    const sender = makeSender({
      db: deps.sendingDb,
      clock,
      post: makePost(door),
      keySecret,
      publicUrl,
      tracing: deps.tracing,
      chance: Math.random,
      observe: deliveryMetrics(registry),
      onError: (error) => app.log.warn({ err: error }, 'a webhook could not be seen to'),
    })
    app.addHook('onReady', async () => sender.start(head))
    app.addHook('preClose', async () => await sender.stop())
  }
  v1(snapshotRoutes, {
    reading,
    freshSeconds: deps.snapshotFreshSeconds ?? SNAPSHOT_FRESH_SECONDS,
    horizonDays,
  })
  v1(snapshotFileRoutes, { reading, files })
  for (const routes of [exportRoutes, dictionaryRoutes]) v1(routes, { reading })
  v1(historyRoutes, { reading })
  v1(statisticsRoutes, { reading })
  v1(auditRoutes, { reading })
  await app.register(
    async (scope) => {
      for (const feature of features) await feature(scope)
    },
    { prefix: '/v1' },
  )
  answerOtherMethods(app)
  return app
}
