import { createHash } from 'node:crypto'

/**
 * A strong entity tag (RFC 9110 §8.8.3).
 *
 * @param version the revision of one resource, or the position of a list: what If-Match compares
 * @param variant all else that the bytes depend on besides the address
 */
export function entityTag(url: string, version: string, variant: readonly string[]): string {
  const hash = createHash('sha1').update([url, ...variant].join('\n'))
  return `"${version}.${hash.digest('base64url').slice(0, 12)}"`
}

/** If-None-Match compares weakly (RFC 9110 §13.1.2). */
export function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return (
    header === tag ||
    header === '*' ||
    header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
  )
}
