import type { Service } from './app.ts'

// biome-ignore lint/suspicious/noExplicitAny: what a test looks for in an answer is what it tests
type Loose = any

/** A copy of the records, kept as the description of the feed says, and by nothing else. */
export class Mirror {
  readonly rows = new Map<string, Loose>()
  after: string | undefined
  readonly #service: Pick<Service, 'json'>
  readonly #query: string

  constructor(service: Pick<Service, 'json'>, query = '') {
    this.#service = service
    this.#query = query
  }

  /** One page. @returns whether it was the last there is */
  async follow(limit: number): Promise<boolean> {
    const after = this.after === undefined ? '' : `&after=${this.after}`
    const page = await this.#service.json(`/v1/changes?limit=${limit}${this.#query}${after}`)
    for (const { type, id, change, revision, data } of page.data) {
      const key = `${type} ${id}`
      if (change === 'deleted' || change === 'left_scope') this.rows.delete(key)
      else this.rows.set(key, { revision, data })
    }
    this.after = page.page.next_cursor
    return page.data.length < limit
  }

  async catchUp(limit = 1_000): Promise<void> {
    while (!(await this.follow(limit)));
  }
}
