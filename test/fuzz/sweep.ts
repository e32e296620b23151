import type { InjectOptions } from 'fastify'
import { sql } from 'kysely'
import type { Test } from 'tap'
import { makePost } from '../../src/outbound/post.ts'
import { makeSender } from '../../src/webhook-endpoints/sender/commands.ts'
import { NOW } from '../support/app.ts'
import { KEY_SECRET } from '../support/identity.ts'
import { as } from '../support/roles.ts'
import { plantVintage } from '../support/snapshots.ts'
import { Receiver } from '../support/webhooks.ts'
import type { Caller } from './calls.ts'
import { OWN } from './canaries.ts'
import { TARGETS } from './operations.ts'
import type { World } from './world.ts'

const HEADERS: Readonly<Record<Exclude<Caller, 'bad'>, Record<string, string>>> = {
  public: {},
  editor: as('member_editor', ...OWN),
  other: as('member_editor', '01.051'),
  association: as('association'),
  ministry: as('ministry'),
  admin: as('admin'),
}
const PAGES = ['/', '/fr', '/en', '/regions/09', '/provincial-councils/09.541', '/communes/09.541.03.03']
const OTHERS = ['/metrics', '/readyz', '/docs/', '/.well-known/api-catalog', '/v1/nothing']

/** What there is to read: operation and address. */
type Address = readonly [id: string, url: string]

/** Every address that can be read: the examples, all that secrets are in, the lists that tell more when asked. */
function addresses({ canaries, examples }: World): { asked: Address[]; inFormats: Address[] } {
  const reads = TARGETS.filter(({ method }) => method === 'GET')
  const each = reads.map(({ id, path, query }) => {
    const [, , collection] = path.split('/')
    const places = canaries.places.filter((place) => place.collection === collection)
    const filled = places
      .filter(() => path.includes('{'))
      .map((place) => path.replace('{id}', place.id).replaceAll(/\{\w+\}/g, '1'))
    const include = query.find(({ name }) => name === 'include')?.schema
    const words = (include?.items?.enum ?? include?.items?.['x-extensible-enum'] ?? []).join()
    const url = examples.get(id) ?? path
    const isRegister = ['regions', 'provincial-councils', 'communes'].includes(collection!)
    const more = [
      ...(words === '' ? [] : [`include=${words}`]),
      ...(query.some(({ name }) => name === 'q') ? ['q=zqx'] : []),
      ...(query.some(({ name }) => name === 'status') ? ['status=pending', 'status=withheld'] : []),
      ...(query.some(({ name }) => name === 'published') ? ['published=false'] : []),
      ...(places.length > 0 || id === 'listAudit' ? ['limit=500'] : []),
    ]
    const bare = path.includes('{') ? [] : more.map((one) => `${path}?${one}`)
    const formats = query.find(({ name }) => name === 'format')?.schema.enum ?? []
    const asked = [url, ...filled, ...bare]
    // Of the register nothing is anybody's, and all of it is long.
    const inFormats = (isRegister ? [url] : asked).flatMap((one) =>
      formats.map(
        (format: string): Address => [id, `${one}${one.includes('?') ? '&' : '?'}format=${format}`],
      ),
    )
    return { asked: asked.map((one): Address => [id, one]), inFormats }
  })
  return {
    asked: each.flatMap(({ asked }) => asked),
    inFormats: each.flatMap(({ inFormats }) => inFormats),
  }
}

interface Swept {
  /** Secrets where they must not be. */
  leaks: string[]
  /** Secrets that one of those who may has read. */
  read: Set<string>
  requests: number
}

/** Everybody reads everything there is, as the contract and the pages offer it. */
export async function sweep(world: World): Promise<Swept> {
  const { service, canaries, log } = world
  await plantVintage(service)
  const swept: Swept = { leaks: [], read: new Set(), requests: 0 }
  const ask = async (caller: keyof typeof HEADERS, id: string, options: InjectOptions & { url: string }) => {
    log.length = 0
    const answer = await service.app.inject({ ...options, headers: HEADERS[caller] })
    swept.requests += 1
    const text = `${JSON.stringify(answer.headers)}\n${answer.body}`
    const reader = caller === 'admin' && id === 'listAudit' ? 'auditor' : caller
    for (const word of canaries.found(text, reader, options.url))
      swept.leaks.push(`${caller} ${options.url}: ${word}`)
    for (const word of canaries.found(log.join(''), 'log', options.url))
      swept.leaks.push(`log of ${options.url}: ${word}`)
    for (const word of canaries.readable) if (text.includes(word)) swept.read.add(word)
    return answer
  }
  const { asked, inFormats } = addresses(world)
  for (const caller of Object.keys(HEADERS) as (keyof typeof HEADERS)[])
    for (const [id, url] of asked) await ask(caller, id, { url })
  for (const [id, url] of inFormats) await ask('public', id, { url })
  const plans = canaries.places.filter(({ collection }) => collection === 'action-plans')
  for (const url of [...PAGES, ...plans.map(({ id }) => `/fr/action-plans/${id}`), ...OTHERS])
    await ask('public', 'page', { url })
  const { files } = (await service.app.inject('/v1/snapshots/latest')).json()
  for (const { url } of files)
    await ask('public', 'getSnapshotFile', { url: new URL(url, 'http://x').pathname })
  // What is refused tells no more: every operation, with nothing that it needs.
  for (const { id, method, path } of TARGETS.filter((target) => target.method !== 'GET'))
    for (const caller of ['public', 'other', 'ministry'] as const)
      await ask(caller, id, {
        method: method as 'POST',
        url: path.replace('{id}', canaries.places[0]!.id).replaceAll(/\{\w+\}/g, '1'),
        payload: {},
      })
  return swept
}

/** All that a subscriber who wants everything, in full and from the start, is sent. */
export async function delivered(t: Pick<Test, 'teardown'>, { service }: World): Promise<string> {
  const receiver = await new Receiver().start(t)
  const { db } = service
  const { position } = (await service.json('/v1/changes?limit=1')).meta
  const made = await service.app.inject({
    method: 'POST',
    url: '/v1/webhook-endpoints',
    headers: as('ministry'),
    payload: { name: 'All', url: 'https://hooks.example.org/', payload: 'full', after: position },
  })
  // Only workshops and what is younger: the register is long, and holds nothing of anybody.
  await sql`update webhook_endpoint set url = ${receiver.url}, position = (select min(t.position) from journal_transaction t
    join journal_entry e on e.transaction_id = t.id where e.type in ('action_plan', 'workshop')) - 1 where id = ${made.json().id}`.execute(
    db,
  )
  const sender = makeSender({
    db,
    clock: () => NOW,
    post: makePost({ allowLoopback: true, resolve: async () => [] }),
    keySecret: KEY_SECRET,
    publicUrl: 'https://infitah.example',
    chance: () => 0.5,
    observe: () => {},
    onError: (error) => {
      throw error
    },
  })
  while ((await sender.sendDue()) > 0 && receiver.received.length < 5_000);
  await sender.stop()
  return receiver.received.map(({ body }) => body).join('\n')
}
