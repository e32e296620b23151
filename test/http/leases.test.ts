import fc from 'fast-check'
import t from 'tap'
import type { Left } from '../../src/http/allowance.ts'
import { type Answer, type Ask, Leases, Lender, type Return } from '../../src/http/leases.ts'

/** Workers and their primary, with what they say to each other in the order in which it is said. */
function service(workers: number, most: number) {
  const lender = new Lender(workers)
  const said: (() => void)[] = []
  let messages = 0
  const all = Array.from({ length: workers }, () => {
    const worker: Leases = new Leases('client', most, (message: Ask | Return) => {
      messages += 1
      said.push(() => {
        const answer: Answer | undefined = lender.hear(message)
        if (answer !== undefined) said.push(() => worker.hear(answer))
      })
    })
    return worker
  })
  /** Until nobody has anything to say. */
  const quiet = async () => {
    do {
      await new Promise(setImmediate)
      for (let one = said.shift(); one !== undefined; one = said.shift()) one()
    } while (said.length > 0)
    await new Promise(setImmediate)
  }
  const take = async (at: number, times: number): Promise<Left[]> => {
    const taken = Promise.all(Array.from({ length: times }, async () => await all[at]!.take('somebody')))
    for (let turn = 0; turn < 4; turn += 1) await quiet()
    return await taken
  }
  const settle = async () => {
    for (const worker of all) worker.settle()
    await quiet()
  }
  return { all, take, settle, quiet, messages: () => messages }
}

const passed = (all: readonly Left[]) => all.filter(({ left }) => left >= 0).length

t.test('workers give what there is, whoever is asked: never more, and in the end all of it', async () => {
  const turn = fc.record({ at: fc.nat(2), times: fc.integer({ min: 1, max: 60 }), settles: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 300 }),
      fc.array(turn, { minLength: 1, maxLength: 12 }),
      async (most, turns) => {
        const { take, settle } = service(3, most)
        let given = 0
        for (const { at, times, settles } of turns) {
          const answers = await take(at, times)
          given += passed(answers)
          if (given > most) throw new Error(`${given} of ${most}`)
          // At the most a worker's part was held by each of the others, whichever was left then.
          if (passed(answers) < times && given < most - (2 * most) / (8 * 3))
            throw new Error(`only ${given} of ${most}`)
          if (answers.some(({ left }) => left > most - given + times))
            throw new Error('told more than there is')
          if (settles) await settle()
        }
        await settle()
        given += passed(await take(0, most))
        if (given !== most) throw new Error(`${given} of ${most} in the end`)
      },
    ),
    { numRuns: 30 },
  )
})

t.test('who asks often costs few messages, who asks seldom holds nothing', async (t) => {
  const often = service(2, 10_000)
  for (let one = 0; one < 1_000; one += 1) await often.take(one % 2, 1)
  t.ok(often.messages() < 30, `${often.messages()} messages for 1,000 requests`)
  const seldom = service(2, 600)
  t.same(
    (await seldom.take(0, 1)).map(({ left }) => left),
    [599],
  )
  t.same(
    (await seldom.take(1, 1)).map(({ left }) => left),
    [598],
  )
})

t.test('what is given back may be taken again, by whomever', async (t) => {
  const { all, take, quiet } = service(2, 3)
  await take(0, 3)
  t.same(
    (await take(1, 1)).map(({ left }) => left),
    [-1],
  )
  t.equal(all[0]!.giveBack('somebody')?.left, 1)
  await quiet()
  t.same(
    (await take(1, 1)).map(({ left }) => left),
    [0],
  )
  t.equal((await Promise.all([all[1]!.current('somebody'), quiet()]))[0].left, 0)
})

t.test('while nobody lends, each counts by itself', async (t) => {
  const alone = new Leases('client', 2, () => {})
  const taken = await Promise.all([1, 2, 3].map(async () => await alone.take('somebody')))
  t.same(
    taken.map(({ left }) => left),
    [1, 0, -1],
  )
})
