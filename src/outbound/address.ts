import type { LookupAddress } from 'node:dns'
import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Where requests of ours may go. */
export interface Door {
  /** Development: this machine too, and without TLS. */
  readonly allowLoopback: boolean
  /** The addresses of a name; throws, or gives none, when it has none. */
  readonly resolve: (name: string) => Promise<readonly string[]>
}

/** Public by its number, but each machine of one cloud finds that cloud's own services there. */
const CLOUD_SERVICES = ['168.63.129.16']
/** All of IPv6 that is given out for use on the internet (RFC 4291 §2.4); what embeds IPv4 is told apart by range. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]

/** Whether an address is one of the open internet: no private, local, shared, reserved or translated one. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast' || CLOUD_SERVICES.includes(address)) return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST)
}

const isLoopback = (address: string) => isIP(address) !== 0 && ipaddr.parse(address).range() === 'loopback'

/**
 * An address as far as its text tells: https, a host, no credentials, no fragment, and no number of an address that is
 * not public (`new URL` has made 127.0.0.1 of 2130706433 and 0x7f.1).
 */
export function readAddress(text: string, { allowLoopback }: Pick<Door, 'allowLoopback'>): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || url.username !== '' || url.password !== '' || url.hash !== '') return undefined
  if (url.protocol !== 'https:' && !(allowLoopback && url.protocol === 'http:')) return undefined
  const host = hostOf(url)
  if (isIP(host) === 0) return url
  return mayReach(host, allowLoopback) ? url : undefined
}

const hostOf = (url: URL) => url.hostname.replace(/^\[(.*)\]$/, '$1')
const mayReach = (address: string, allowLoopback: boolean) =>
  isPublic(address) || (allowLoopback && isLoopback(address))

/**
 * The addresses behind a URL now, or `not_allowed` when any of them is not public: whoever sends connects to these, and
 * asks nobody for the name again.
 */
export async function reachable(url: URL, door: Door): Promise<LookupAddress[] | 'not_allowed'> {
  const host = hostOf(url)
  const found = isIP(host) === 0 ? await door.resolve(host) : [host]
  if (!found.every((address) => mayReach(address, door.allowLoopback))) return 'not_allowed'
  return found.map((address) => ({ address, family: isIP(address) }))
}

/** Asks the name servers of this machine; not by getaddrinfo, whose few threads one slow server would hold. */
export function nameServers(): Door['resolve'] {
  const resolver = new Resolver({ timeout: 1_500, tries: 2 })
  return async (name) => {
    if (/(^|\.)localhost\.?$/i.test(name)) return ['127.0.0.1', '::1']
    const found = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
    return found.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  }
}
