import cluster, { type Worker } from 'node:cluster'
import { randomUUID } from 'node:crypto'
import { AggregatorRegistry, type Registry } from 'prom-client'

type Figures = Awaited<ReturnType<Registry['getMetricsAsJSON']>>

/** A worker asks the primary for the figures of all, and that asks each for its own. */
type Message =
  | { readonly metrics: 'all?' | 'own?'; readonly id: string }
  | { readonly metrics: 'all'; readonly id: string; readonly text: string }
  | { readonly metrics: 'own'; readonly id: string; readonly figures: Figures }

const isMessage = (message: unknown): message is Message =>
  typeof (message as Message | null)?.metrics === 'string'

/** Whoever has not told its figures by then is left out, milliseconds. */
const WAIT_MS = 2_000
/** Longest that a worker waits for the primary. */
const LONGEST_WAIT_MS = 3_000

/**
 * In a worker: the figures of all workers, each under its number, by way of the primary; its own when that does not
 * answer.
 */
export function metricsOfAll(registry: Registry, number: number): () => Promise<string> {
  registry.setDefaultLabels({ worker: String(number) })
  const waiting = new Map<string, (text: string | undefined) => void>()
  process.on('message', (message) => {
    if (!isMessage(message)) return
    const { id } = message
    if (message.metrics === 'all') waiting.get(id)?.(message.text)
    if (message.metrics === 'own?')
      void registry
        .getMetricsAsJSON()
        .then((figures) => process.send!({ metrics: 'own', id, figures } satisfies Message))
  })
  return async () => {
    const id = randomUUID()
    const { promise, resolve } = Promise.withResolvers<string | undefined>()
    waiting.set(id, resolve)
    const late = setTimeout(() => resolve(undefined), LONGEST_WAIT_MS)
    process.send!({ metrics: 'all?', id } satisfies Message)
    const text = await promise
    clearTimeout(late)
    waiting.delete(id)
    return text ?? (await registry.metrics())
  }
}

/**
 * In the primary: asks those that answer for their figures, and puts them together with its own.
 *
 * @param answering the workers that have begun to listen
 */
export function answerMetrics(own: Registry, answering: () => readonly Worker[]): void {
  const waiting = new Map<string, (figures: Figures) => void>()
  const figuresOf = async (worker: Worker): Promise<Figures> => {
    const id = randomUUID()
    const { promise, resolve } = Promise.withResolvers<Figures>()
    waiting.set(id, resolve)
    const late = setTimeout(() => resolve([]), WAIT_MS)
    worker.send({ metrics: 'own?', id } satisfies Message)
    const figures = await promise
    clearTimeout(late)
    waiting.delete(id)
    return figures
  }
  const answer = async (worker: Worker, id: string) => {
    const all = [own.getMetricsAsJSON(), ...answering().map(figuresOf)]
    const text = await AggregatorRegistry.aggregate(await Promise.all(all)).metrics()
    if (worker.isConnected()) worker.send({ metrics: 'all', id, text } satisfies Message)
  }
  cluster.on('message', (worker, message: unknown) => {
    if (!isMessage(message)) return
    if (message.metrics === 'all?') void answer(worker, message.id)
    if (message.metrics === 'own') waiting.get(message.id)?.(message.figures)
  })
}
