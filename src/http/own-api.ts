import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Ground } from '../db/listing.ts'
import { groundOf } from './shared-cache.ts'

/** Answers that are kept to be asked for again with `If-None-Match`; a page of the network needs about ten. */
const MOST_KEPT = 200

interface Kept {
  readonly tag: string
  readonly body: unknown
}

/** An answer of the API that is not 200, for whoever asked through a page. */
export class OwnRefusal extends Error {
  readonly status: number
  readonly location: string | undefined
  readonly problem: { readonly title?: string; readonly detail?: string }

  constructor(status: number, location: string | undefined, body: string) {
    super(`the API answered ${status}`)
    this.status = status
    this.location = location
    this.problem = status >= 400 ? JSON.parse(body) : {}
  }
}

/** The body of the public answer at an address; `T` is what the contract says that it is. */
export type Ask = <T>(path: string) => Promise<T>

/** What is asked for one request, and what the answers so far were made of: undefined when one of them does not say. */
export interface Asking {
  readonly ask: Ask
  readonly grounds: () => readonly Ground[] | undefined
}

/**
 * Asks the service's own public API, as anybody could: without credentials, from the reader's address, in the reader's
 * language. What has not changed is not made nor counted again.
 *
 * @throws {OwnRefusal} from what it returns
 */
export function ownApi(app: FastifyInstance) {
  const kept = new Map<string, Kept>()
  return (request: FastifyRequest, language: string): Asking => {
    const grounds: (Ground | undefined)[] = []
    const ask = async <T>(path: string): Promise<T> => {
      const known = kept.get(path)
      const answer = await app.inject({
        url: path,
        remoteAddress: request.ip,
        headers: {
          'accept-language': language,
          'x-request-id': request.id,
          ...(known && { 'if-none-match': known.tag }),
        },
      })
      if (answer.statusCode !== 200 && answer.statusCode !== 304)
        throw new OwnRefusal(answer.statusCode, answer.headers.location as string | undefined, answer.body)
      grounds.push(groundOf(answer.headers))
      if (answer.statusCode === 304) return known!.body as T
      const body = answer.json()
      kept.delete(path)
      kept.set(path, { tag: String(answer.headers.etag), body })
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
      return body as T
    }
    return { ask, grounds: () => (grounds.every((ground) => ground !== undefined) ? grounds : undefined) }
  }
}
