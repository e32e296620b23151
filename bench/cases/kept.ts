import type { Bench, Case, Result } from '../case.ts'
import { findPostmaster } from '../proc.ts'
import { answerOf, type Contender, compare, hashOf, measureRounds } from '../rounds.ts'
import { startControl, startService, type Target } from '../targets.ts'

const PATHS = { one: '/v1/communes/09.541.01.13', list: '/v1/communes?province=09.541&limit=50' }
const ENCODINGS = { plain: {}, gzip: { 'accept-encoding': 'gzip' }, br: { 'accept-encoding': 'br' } }
const CONNECTIONS = 32
const MOST = 1.5

/** A public answer that is kept, in each encoding, beside bare Fastify with the same bytes. */
export const keptAnswers: Case = {
  name: 'P1',
  budget: [60, 240],
  run: (bench) =>
    withService(bench, async (service) => {
      const results: Result[] = []
      for (const [what, path] of Object.entries(PATHS))
        for (const [encoding, headers] of Object.entries(ENCODINGS))
          results.push(...(await beside(bench, service, `P1 ${what} ${encoding}`, path, headers)))
      return results
    }),
}

/** That nothing has changed, beside bare Fastify saying so. */
export const notModified: Case = {
  name: 'P2',
  budget: [10, 45],
  run: (bench) => withService(bench, (service) => beside(bench, service, 'P2', PATHS.list, {}, 304)),
}

async function withService(
  { url, cores }: Bench,
  measure: (service: Target) => Promise<Result[]>,
): Promise<Result[]> {
  const service = await startService(url, cores)
  try {
    return await measure(service)
  } finally {
    await service.stop()
  }
}

async function beside(
  bench: Bench,
  service: Target,
  name: string,
  path: string,
  asked: Readonly<Record<string, string>>,
  status = 200,
): Promise<Result[]> {
  const first = await answerOf(service.origin + path, { headers: asked })
  const { etag: tag = '', 'content-encoding': encoding } = first.headers
  const headers = status === 304 ? { ...asked, 'if-none-match': tag } : asked
  const { bytes: body, type } = first
  const options = {
    route: path.split('?')[0]!,
    body,
    type,
    ...(encoding && { encoding }),
    ...(status === 304 && { tag }),
  }
  const control = await startControl('bare Fastify, same bytes', 'bytes.ts', options, bench.cores)
  try {
    const right = status === 304 ? new Uint8Array() : body
    const contenders: Contender[] = [service, control].map((target) => ({
      ...{ url: target.origin + path, connections: CONNECTIONS, headers, status, target },
      ...{ length: right.byteLength, hash: hashOf(right) },
    }))
    const rounds = await measureRounds(bench, contenders, await findPostmaster(bench.url))
    const against = control.name
    const goal = { most: MOST }
    return [
      compare({ name, figure: 'cpu', unit: 'µs', against, goal }, rounds, 1),
      compare({ name: `requests a second, ${name}`, figure: 'perSecond', unit: '/s', against }, rounds, 1),
    ]
  } finally {
    await control.stop()
  }
}
