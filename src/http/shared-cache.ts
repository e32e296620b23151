import fp from 'fastify-plugin'
import type { Ground } from '../db/listing.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** `Cache-Control` of an answer that says what it was made of. */
    sharedCaching: string
  }
}

/** Kept by whoever likes, who asks each time whether it still holds. */
export const REVALIDATED = 'public, no-cache'

/**
 * How long caches that many share may send a public answer again without asking; a browser asks all the same. The
 * bound is of all of them together, since each passes on the age that it got.
 *
 * @param seconds 0 for none
 */
export const sharedCachePlugin = fp<{ seconds: number }>(
  async (app, { seconds }) => {
    app.decorate(
      'sharedCaching',
      seconds === 0 ? REVALIDATED : `public, max-age=0, must-revalidate, s-maxage=${seconds}`,
    )
  },
  { name: 'shared-cache' },
)

/** By what a shared cache finds all that a change concerns: as long as the list of types at the most. */
export const surrogateKey = (grounds: readonly Ground[]): string =>
  [...new Set(grounds.flatMap(({ dependsOn }) => dependsOn))].join(' ')

/** What an answer was made of, as its own headers say; undefined where they do not. */
export function groundOf(headers: Readonly<Record<string, unknown>>): Ground | undefined {
  const { 'surrogate-key': types, position } = headers
  if (typeof types !== 'string' || typeof position !== 'string') return undefined
  return { position, dependsOn: types.split(' ') }
}
