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

  constructor(most: number, milliseconds: number) {
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

  giveBack(client: string, points = 1): void {
    const window = this.current(client)
    if (window !== undefined) window.left = Math.min(this.#most, window.left + points)
  }

  /** Forgets who has not come again: once a window, so that it costs nobody much. */
  #sweep(now: number): void {
    this.#sweepAt = now + this.#milliseconds
    for (const [client, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(client)
  }
}
