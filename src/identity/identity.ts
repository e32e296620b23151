import type { Actor } from '../domain/actor.ts'
import type { Identity } from '../http/identity.ts'
import type { Keys } from './api-keys.ts'
import { refused } from './refusal.ts'
import type { Tokens } from './tokens.ts'

const HEADER = /^(Bearer|Basic) +([\w.~+/=-]+) *$/i
const KEY = /^inf_/

/** Tells tokens and keys apart by their form and has each checked; `tokens` is undefined where no issuer is trusted. */
export function makeIdentity(tokens: Tokens | undefined, keys: Keys): Identity {
  return {
    authenticate: async (authorization: string): Promise<Actor> => {
      const [, scheme = '', credentials = ''] = HEADER.exec(authorization) ?? []
      if (credentials === '') throw refused('credentials_unreadable')
      if (scheme.toLowerCase() === 'basic') return await keys.verify(userNameOf(credentials))
      if (KEY.test(credentials)) return await keys.verify(credentials)
      if (tokens === undefined) throw refused('tokens_not_accepted')
      return await tokens.verify(credentials)
    },
  }
}

/** The user name of RFC 7617 credentials whose password is empty. */
function userNameOf(credentials: string): string {
  const name = /^([^:]+):$/.exec(Buffer.from(credentials, 'base64').toString('latin1'))?.[1]
  if (name === undefined) throw refused('credentials_unreadable')
  return name
}
