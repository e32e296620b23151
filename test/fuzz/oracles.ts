import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { LightMyRequestResponse } from 'fastify'
import type { RECORD_TYPES } from '../../src/domain/record-types.ts'
import { checkAnswer, operationOf } from '../support/contract.ts'
import { Mirror } from '../support/mirror.ts'
import { rowsOf } from '../support/pages.ts'
import type { Call } from './calls.ts'
import { type Loose, TARGETS } from './operations.ts'
import type { Wire } from './wire.ts'
import type { World } from './world.ts'

/** Longest that one answer may take on a busy machine, milliseconds. */
const MOST_MS = 15_000

/** What is wrong with an answer: a short name of the kind, and what was seen. */
export interface Finding {
  kind: string
  seen: string
}

/** Sends a request and holds its answer to all that must be true of any. */
export async function judged(
  call: Call,
  wire: Wire,
  world: World,
  note: (status: number, target: string) => void,
): Promise<Finding | undefined> {
  const { app } = world.service
  const linesBefore = world.log.length
  const { method, url, headers, payload } = wire
  const late = new Promise<undefined>((done) => void setTimeout(() => done(undefined), MOST_MS).unref())
  const sent = app.inject({
    method: method as 'GET',
    url,
    headers,
    ...(payload !== undefined && { payload }),
  })
  const answer = await Promise.race([sent, late])
  if (answer === undefined) return { kind: 'no answer', seen: `after ${MOST_MS} ms` }
  const log = world.log.splice(linesBefore).join('')
  note(answer.statusCode, wire.target)
  const target = TARGETS.find(({ id }) => id === wire.target)!
  const text = textOf(answer)
  if (answer.statusCode < 300 && text !== '' && isJson(answer))
    world.note(target, JSON.parse(text), answer.headers.etag)
  return (
    failed(answer, log) ??
    outOfForm(wire, answer) ??
    letIn(call, wire, answer) ??
    leaked(call, wire, answer, log, world)
  )
}

const isJson = ({ headers }: LightMyRequestResponse) =>
  /^application\/json/.test(String(headers['content-type']))

/** As it reads once it is unpacked. */
function textOf({ rawPayload, headers }: LightMyRequestResponse): string {
  if (rawPayload.length === 0) return ''
  if (headers['content-encoding'] === 'gzip') return gunzipSync(rawPayload).toString()
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(rawPayload).toString()
  return rawPayload.toString()
}

function failed({ statusCode, body }: LightMyRequestResponse, log: string): Finding | undefined {
  if (statusCode < 500) return undefined
  const told = /"err":\{.{0,600}/.exec(log)?.[0] ?? body.slice(0, 300)
  return { kind: `${statusCode}`, seen: told }
}

/** Of any address at all, before there is an operation. */
const TOO_LONG = 414

/** The contract's form; where the address is not of the contract, that of any problem. */
function outOfForm({ method, url, isPlain }: Wire, answer: LightMyRequestResponse): Finding | undefined {
  const { statusCode, headers } = answer
  const isDeclared = operationOf({ method, url })?.responses[statusCode] !== undefined
  try {
    if (isDeclared || (isPlain && statusCode !== TOO_LONG)) checkAnswer({ method, url }, answer)
  } catch (error) {
    return { kind: `form ${statusCode}`, seen: (error as Error).message.slice(0, 700) }
  }
  if (statusCode < 400 || method === 'HEAD') return undefined
  const body: Loose = /problem\+json/.test(String(headers['content-type'])) ? answer.json() : undefined
  if (
    typeof body?.code !== 'string' ||
    body.request_id !== headers['x-request-id'] ||
    body.status !== statusCode
  )
    return { kind: `problem ${statusCode}`, seen: `${headers['content-type']} ${answer.body.slice(0, 300)}` }
  const untold = body.errors?.find(
    (fault: Loose) => typeof fault.detail !== 'string' || /\{\w+\}/.test(fault.detail),
  )
  return untold && { kind: 'fault without words', seen: JSON.stringify(untold).slice(0, 300) }
}

/** Nobody gets past a door that is closed to them. */
function letIn({ caller }: Call, wire: Wire, { statusCode }: LightMyRequestResponse): Finding | undefined {
  const { isRestricted } = TARGETS.find(({ id }) => id === wire.target)!
  if (statusCode >= 300 || !wire.isPlain || wire.method === 'OPTIONS') return undefined
  const isStranger = wire.headers.authorization === undefined || caller === 'bad'
  if (caller === 'bad' && wire.headers.authorization?.startsWith('Bearer'))
    return { kind: 'bad credentials', seen: `${statusCode}` }
  return isStranger && isRestricted ? { kind: 'let in', seen: `${statusCode}` } : undefined
}

/** Tell a secret once, to whoever asked for it. */
const MAKES_SECRETS = ['createApiKey', 'createWebhookEndpoint', 'rotateWebhookSecret']
/** An administrator reads all of the audit, but for people. */
const AUDITED = /^listAudit$/

function leaked(
  { caller }: Call,
  wire: Wire,
  answer: LightMyRequestResponse,
  log: string,
  { canaries }: World,
): Finding | undefined {
  const told = `${wire.url} ${wire.payload ?? ''}`
  const all = `${JSON.stringify(answer.headers)}\n${textOf(answer)}`
  const isMaking = MAKES_SECRETS.includes(wire.target) && answer.statusCode < 300
  const reader = caller === 'admin' && AUDITED.test(wire.target) ? 'auditor' : caller
  const seen = canaries
    .found(all, reader, told)
    .filter((word) => !(isMaking && /^(inf_live|whsec)_/.test(word)))
  if (seen.length > 0) return { kind: `leak to ${caller}`, seen: `${seen} in ${around(all, seen[0]!)}` }
  const logged = canaries.found(log, 'log')
  if (logged.length > 0) return { kind: 'leak to the log', seen: around(log, logged[0]!) }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is there to find them
  const odd = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/.exec(log)
  if (odd !== null) return { kind: 'a log that a terminal would obey', seen: around(log, odd[0]) }
  const isPrivate = answer.headers['cache-control']?.includes('no-store')
  if (answer.statusCode >= 400 && !isPrivate)
    return { kind: 'a refusal that may be kept', seen: String(answer.headers['cache-control']) }
  const polluted = Object.keys(Object.prototype)
  return polluted.length > 0 ? { kind: 'a prototype has moved', seen: polluted.join() } : undefined
}

const around = (text: string, word: string) => {
  const at = text.toLowerCase().indexOf(word)
  return text.slice(Math.max(0, at - 150), at + 80)
}

/** Lists that everybody reads, by the kind of record in the feed; drafts hang on plans and have none of all. */
const LISTS: Readonly<Partial<Record<(typeof RECORD_TYPES)[number], string>>> = {
  region: 'regions',
  provincial_council: 'provincial-councils',
  commune: 'communes',
  member: 'members',
  legal_rule: 'legal-rules',
  holiday: 'holidays',
  document: 'documents',
  action_plan: 'action-plans',
  workshop: 'workshops',
  consultation: 'consultations',
  approval_session: 'approval-sessions',
  contribution: 'contributions',
}

/** After all: a mirror of the feed holds the records of the public lists, at the same revisions, and no secret. */
export async function mirrorDifferences({ service, canaries }: World): Promise<string[]> {
  const { app } = service
  const json = async (url: string) => (await app.inject(url)).json()
  const mirror = new Mirror({ json })
  await mirror.catchUp()
  const differences: string[] = []
  for (const [type, path] of Object.entries(LISTS)) {
    const rows = await rowsOf({ json }, `/v1/${path}?limit=500`)
    const listed = new Map(rows.map((row) => [`${type} ${row.id}`, row.revision]))
    const copied = [...mirror.rows.keys()].filter((key) => key.startsWith(`${type} `))
    for (const key of new Set([...listed.keys(), ...copied]))
      if (listed.get(key) !== mirror.rows.get(key)?.revision)
        differences.push(`${key}: list ${listed.get(key)}, feed ${mirror.rows.get(key)?.revision}`)
  }
  const told = JSON.stringify([...mirror.rows.values()])
  return [...differences, ...canaries.found(told, 'public').map((word) => `${word} is in the feed`)]
}
