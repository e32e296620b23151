import { ROLES, type Role } from '../domain/actor.ts'
import { readReference } from '../domain/codes.ts'

/** More than this many of anything in a claim are not read. */
const MOST = 200

/** The roles that a claim gives; words that are no role of ours belong to other services. */
export function rolesIn(claims: object, path: string): Role[] {
  const words = wordsIn(claims, path)
  return ROLES.filter((role) => words.includes(role))
}

/** The collectivities that a claim names, by id or code; what has the form of neither is passed over. */
export function collectivitiesIn(claims: object, path: string): string[] {
  return [...new Set(wordsIn(claims, path))].filter((word) => readReference(word) !== undefined)
}

/** A list of texts, or one text with spaces between its words, as providers write either. */
function wordsIn(claims: object, path: string): string[] {
  const value = claimAt(claims, path)
  const words = typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : []
  return words.slice(0, MOST).filter((word) => typeof word === 'string' && word !== '')
}

/** A claim of just this name (`https://example.org/roles`), else the one that a dotted path leads to. */
function claimAt(claims: object, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path as never]
  return path.split('.').reduce<unknown>((at, name) => {
    const inside = typeof at === 'object' && at !== null && Object.hasOwn(at, name)
    return inside ? at[name as never] : undefined
  }, claims)
}
