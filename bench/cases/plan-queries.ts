import { captureStatements } from '../capture.ts'
import type { Case } from '../case.ts'
import { resultOf, runOf } from '../result.ts'
import { answerOf } from '../rounds.ts'
import { multiplyPlans, planId } from '../synthetic-plans.ts'
import { startService } from '../targets.ts'

const AGAINST = 'levels of what is included'

/** How many queries a plan takes with everything that can be included, beside how deep that is. */
export const planQueries: Case = {
  name: 'P11',
  budget: [10, 10],
  run: async (bench) => {
    const url = await bench.freshDatabase()
    await multiplyPlans(url, 10, 20, 2)
    const service = await startService(url, bench.cores)
    const everything = await includes(service.origin).finally(() => service.stop())
    const statements = await captureStatements(url, `/v1/action-plans/${planId(7)}?include=${everything}`)
    const levels = 1 + Math.max(...everything.map((path) => path.split('.').length))
    bench.say(`  include=${everything}`)
    const of = { name: 'P11', unit: 'queries', against: AGAINST, goal: { most: 1 } }
    return [resultOf(of, [runOf(statements.length, levels)])]
  },
}

/** Everything that `include` takes, by the contract. */
async function includes(origin: string): Promise<string[]> {
  const { paths } = JSON.parse(Buffer.from((await answerOf(`${origin}/openapi.json`)).bytes).toString())
  const { parameters } = Object.entries<{ get: { parameters: { name: string; schema: Enumerated }[] } }>(
    paths,
  ).find(([path]) => /^\/v1\/action-plans\/\{\w+\}$/.test(path))![1].get
  return parameters.find(({ name }) => name === 'include')!.schema.items.enum
}

interface Enumerated {
  readonly items: { readonly enum: string[] }
}
