import { setTimeout as sleep } from 'node:timers/promises'
import type { Traffic } from './traffic.ts'

interface Page {
  data: { id: string; change: string }[]
  page: { next_cursor: string }
}

const PAUSE_MS = 500
/** How long the feed may keep it waiting, seconds. */
const WAIT = 2
const PAGE = 1_000

/** Somebody who keeps up with the feed while everything else happens to the service. */
export class Follower {
  /** How often each workshop was told of as created. */
  readonly created = new Map<string, number>()
  /** How often it was told nothing. */
  failures = 0
  readonly #url: string
  #after: string | undefined
  #isOver = false
  #following: Promise<void> | undefined

  constructor(url: string) {
    this.#url = url
  }

  start(): void {
    this.#following = (async () => {
      while (!this.#isOver) {
        const isFine = await this.#page(WAIT).then(
          () => true,
          () => false,
        )
        if (isFine) continue
        this.failures += 1
        await sleep(PAUSE_MS)
      }
    })()
  }

  /** Reads the feed to its end. */
  async finish(): Promise<void> {
    this.#isOver = true
    await this.#following
    while ((await this.#page()) > 0);
  }

  /** @returns how many changes were told */
  async #page(wait = 0): Promise<number> {
    const after = this.#after === undefined ? '' : `&after=${this.#after}`
    const answer = await fetch(`${this.#url}/v1/changes?types=workshop&limit=${PAGE}&wait=${wait}${after}`, {
      signal: AbortSignal.timeout(10_000),
    })
    if (!answer.ok) throw new Error(`the feed: ${answer.status} ${await answer.text()}`)
    const { data, page } = (await answer.json()) as Page
    for (const { id, change } of data)
      if (change === 'created') this.created.set(id, (this.created.get(id) ?? 0) + 1)
    this.#after = page.next_cursor
    return data.length
  }
}

/** What is there in the end, against what was said. Every number must be 0 but `rows`. */
export interface Reckoning {
  readonly rows: number
  /** Acknowledged, and not there. */
  readonly lost: number
  /** There more than once. */
  readonly duplicates: number
  /** There, and never told by the feed; told by it more than once; told by it, and not there. */
  readonly untold: number
  readonly toldTwice: number
  readonly takenBack: number
}

export async function reckon(url: string, traffic: Traffic, follower: Follower): Promise<Reckoning> {
  await follower.finish()
  const answer = await fetch(`${url}/v1/workshops?format=ndjson&fields=id,title`)
  if (!answer.ok) throw new Error(`the list: ${answer.status}`)
  const rows = (await answer.text())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; title: { en: string | null } })
  const ids = new Set(rows.map(({ id }) => id))
  const titles = rows.flatMap(({ title }) => (title.en?.startsWith('drill ') ? [title.en] : []))
  const told = [...follower.created]
  return {
    rows: titles.length,
    lost: [...traffic.acknowledged.values()].filter((id) => !ids.has(id)).length,
    duplicates: titles.length - new Set(titles).size,
    untold: rows.filter(({ id }) => !follower.created.has(id)).length,
    toldTwice: told.filter(([, times]) => times > 1).length,
    takenBack: told.filter(([id]) => !ids.has(id)).length,
  }
}
