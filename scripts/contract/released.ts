import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { breakingChanges, type Contract } from './breaking.ts'

export const RELEASED = new URL('../../openapi/released/', import.meta.url)
export const CURRENT = new URL('../../openapi/openapi.json', import.meta.url)

export const readContract = (file: URL): Contract => JSON.parse(readFileSync(file, 'utf8'))

const numbersOf = (version: string) => version.split('.').map(Number)
function isLater(one: string, other: string): boolean {
  const [a, b] = [numbersOf(one), numbersOf(other)]
  const place = a.findIndex((number, index) => number !== b[index])
  return place >= 0 && a[place]! > b[place]!
}

/** The contract that clients hold us to; none before the first release. */
export function newestReleased(): Contract | undefined {
  const versions = globSync('*.json', { cwd: RELEASED }).map((file) => basename(file, '.json'))
  const [newest] = versions.sort((one, other) => (isLater(one, other) ? -1 : 1))
  return newest === undefined ? undefined : readContract(new URL(`${newest}.json`, RELEASED))
}

const majorOf = ({ info }: Contract) => numbersOf(info.version)[0]!

/** What breaks clients without a new major version that would tell them. */
export function untoldBreaks(released: Contract, now: Contract): string[] {
  return majorOf(now) > majorOf(released) ? [] : breakingChanges(released, now)
}

/** Why a contract may not be released after another, in words. */
export function releaseFaults(released: Contract | undefined, now: Contract): string[] {
  if (released === undefined) return []
  const [was, is] = [released.info.version, now.info.version]
  if (!isLater(is, was)) return [`the version of the contract is ${is}: it must be later than ${was}`]
  return untoldBreaks(released, now)
}
