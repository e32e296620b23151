export const WINDOW_SECONDS = 60

/** What is left to a client, and until when it is counted, as `performance.now()`. */
export interface Window {
  left: number
  readonly endsAt: number
}

/** So much for each client in each window of time. A window begins with the first that a client asks for. */
export class Allowances {
  readonly #most: number
  readonly #milliseconds: number
  readonly #windows = new Map<string, Window>()
  #sweepAt = 0

  constructor(most: number, milliseconds = WINDOW_SECONDS * 1_000) {
    this.#most = most
    this.#milliseconds = milliseconds
  }

  /** The window that a client is in, if it is in any. */
  current(client: string, now = performance.now()): Window | undefined {
    const window = this.#windows.get(client)
    return window !== undefined && window.endsAt > now ? window : undefined
  }

  /** The window that a client is in; another one begins when it is in none. */
  of(client: string): Window {
    const now = performance.now()
    const known = this.current(client, now)
    if (known !== undefined) return known
    if (now >= this.#sweepAt) this.#sweep(now)
    const window = { left: this.#most, endsAt: now + this.#milliseconds }
    this.#windows.set(client, window)
    return window
  }

  /** @param endsAt of the window that it was taken of; what is of one that is over is worth nothing */
  giveBack(client: string, points = 1, endsAt?: number): void {
    const window = this.current(client)
    if (window === undefined || (endsAt !== undefined && window.endsAt !== endsAt)) return
    window.left = Math.min(this.#most, window.left + points)
  }

  /** Forgets who has not come again: once a window, so that it costs nobody much. */
  #sweep(now: number): void {
    this.#sweepAt = now + this.#milliseconds
    for (const [client, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(client)
  }
}

/** What a client has after a request: less than nothing when that was one too many. */
export type Left = Readonly<Window>

/** Where requests are counted. */
export interface Counts {
  take(client: string): Left | Promise<Left>
  /** What is left then, as far as it is known. */
  giveBack(client: string): Left | undefined
  current(client: string): Left | undefined | Promise<Left>
}

/** In this process. */
export function countAlone(most: number): Counts {
  const allowances = new Allowances(most)
  return {
    take: (client) => {
      const window = allowances.of(client)
      const left = window.left - 1
      window.left = Math.max(0, left)
      // A copy: others take of it before it is told.
      return { left, endsAt: window.endsAt }
    },
    giveBack: (client) => {
      allowances.giveBack(client)
      return allowances.current(client)
    },
    current: (client) => allowances.current(client),
  }
}
