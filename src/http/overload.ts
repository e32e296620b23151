import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyReply } from 'fastify'
import fp from 'fastify-plugin'
import { overloaded } from '../db/errors.ts'
import { hook } from './hook.ts'

/** How often the lag is looked at, milliseconds. */
const LOOK_MS = 250
/** How often it is sampled, which is part of every sample, milliseconds. */
const SAMPLE_MS = 10
const NANOSECONDS = 1_000_000

/**
 * Places for answers that hold a connection for as long as their client takes. They are fewer than there are
 * connections, so that a few large answers leave room for many small ones.
 */
export class Places {
  refused = 0
  #taken = 0
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get taken(): number {
    return this.#taken
  }

  /**
   * Takes a place until the answer is over, one way or another.
   *
   * @throws {DomainError} `overloaded` when there is none
   */
  take(reply: FastifyReply): void {
    if (this.#taken >= this.#most) {
      this.refused += 1
      throw overloaded()
    }
    this.#taken += 1
    reply.raw.once('close', () => {
      this.#taken -= 1
    })
  }
}

/** How late the process is at what it has to do. */
export class Lag {
  refused = 0
  #milliseconds = 0
  readonly #most: number
  readonly #histogram = monitorEventLoopDelay({ resolution: SAMPLE_MS })
  #look: NodeJS.Timeout | undefined

  /** @param most milliseconds at which requests are refused */
  constructor(most: number) {
    this.#most = most
  }

  start(): void {
    this.#histogram.enable()
    this.#look = setInterval(() => {
      // The median: one long step is no overload, a queue of them is.
      const median = this.#histogram.count === 0 ? 0 : this.#histogram.percentile(50) / NANOSECONDS
      this.#milliseconds = Math.max(0, median - SAMPLE_MS)
      this.#histogram.reset()
    }, LOOK_MS).unref()
  }

  stop(): void {
    clearInterval(this.#look)
    this.#histogram.disable()
  }

  get milliseconds(): number {
    return this.#milliseconds
  }

  /** @throws {DomainError} `overloaded` when it is too late */
  check(): void {
    if (this.#milliseconds < this.#most) return
    this.refused += 1
    throw overloaded()
  }
}

/** Refuses requests while the process lags behind; to be registered after what is answered without work. */
export const lagPlugin = fp<{ lag: Lag }>(
  async (app, { lag }) => {
    app.addHook('onReady', async () => lag.start())
    app.addHook('onClose', async () => lag.stop())
    app.addHook(
      'onRequest',
      hook((request) => {
        if (!request.routeOptions.config.unlimited) lag.check()
      }),
    )
  },
  { name: 'lag' },
)
