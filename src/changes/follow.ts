import type { Head } from '../db/head.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import { type Position, writePosition } from '../domain/position.ts'
import type { Feed, Question } from './queries.ts'

type Read = (question: Question) => Promise<Feed>
type SharedRead = (question: Question, heard: number) => Promise<Feed>

/** Reads of one question that begin at the same known position are one read: a crowd of waiters asks once. */
export function shared(readFeed: Read): SharedRead {
  const running = new Map<string, Promise<Feed>>()
  return (question, heard) => {
    const key = JSON.stringify([question, heard])
    const same = running.get(key)
    if (same !== undefined) return same
    const read = readFeed(question).finally(() => running.delete(key))
    running.set(key, read)
    return read
  }
}

/** Where to go on after a page: behind its last change, or behind all there is. */
export function continuation(feed: Feed, after: Position | undefined): Position {
  if (feed.end !== null) return { epoch: feed.epoch, ...feed.end }
  return { epoch: feed.epoch, number: Math.max(feed.head, after?.number ?? 0), ordinal: null }
}

/**
 * @param snapshot where to start again from
 * @param at where in the request each of its names is
 * @throws {DomainError} `invalid_request` for a position or a territory that is none of ours; `gone` for a position
 *   older than the horizon, with what to start again from
 */
export function requireSense(
  feed: Feed,
  { after, territory }: Question,
  snapshot: string,
  at: (name: string) => Fault['at'] = (parameter) => ({ parameter }),
): void {
  if (territory !== undefined && !feed.found)
    throw refused(at('territory'), 'no_such_collectivity', { value: territory.text })
  if (after !== undefined && after.epoch !== feed.epoch)
    throw refused(at('after'), 'position_elsewhere', { value: writePosition(after) })
  if (after !== undefined && after.number > feed.last)
    throw refused(at('after'), 'position_ahead', { value: writePosition(after) })
  if (!feed.expired) return
  throw new DomainError('gone', { members: { restart: { snapshot } } })
}

function refused(
  at: Fault['at'],
  code: 'no_such_collectivity' | 'position_elsewhere' | 'position_ahead',
  values: { value: string },
) {
  return new DomainError('invalid_request', { faults: [{ at, code, values }] })
}

/**
 * The page, or, when nothing has come yet, what comes until `signal` aborts. Only while it reads does it take a
 * connection of the pool.
 *
 * @throws {DomainError} `invalid_request` when the installation is restored from a backup meanwhile
 */
export async function awaitFeed(
  read: SharedRead,
  head: Head,
  question: Question,
  first: Feed,
  signal: AbortSignal,
  snapshot: string,
): Promise<Feed> {
  let feed = first
  let heard = first.head
  let { after } = question
  while (feed.rows.length === 0 && !signal.aborted) {
    after = continuation(feed, after)
    heard = Math.max(feed.head, await head.next(Math.max(heard, feed.head), signal))
    feed = await read({ ...question, after }, heard)
    requireSense(feed, { ...question, after }, snapshot)
  }
  return feed
}

/** Page by page to the end of what there was at the beginning, so that no reader holds a connection or memory. */
export async function* feedLines(
  read: Read,
  question: Question,
  first: Feed,
  limit: number,
  snapshot: string,
): AsyncGenerator<string> {
  let feed = first
  let { after } = question
  for (let left = limit; ; ) {
    const rows = feed.rows.slice(0, left)
    left -= rows.length
    if (rows.length > 0) yield `${rows.join('\n')}\n`
    if (feed.end === null || left <= 0) return
    after = continuation(feed, after)
    feed = await read({ ...question, after, until: first.head })
    requireSense(feed, { ...question, after }, snapshot)
  }
}
