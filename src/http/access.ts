import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Actor, Role } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import type { Identity } from './identity.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route: everybody, whoever is known, or the roles named. */
    access?: 'public' | 'known' | readonly Role[]
  }
  interface FastifyRequest {
    /** Who calls; null is the public. */
    actor: Actor | null
  }
}

const CHALLENGE = { 'www-authenticate': 'Bearer realm="infitah", Basic realm="infitah"' }
const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses to start while any route does not say who may call it; then, before anything of a request is read, finds
 * out who calls. Credentials that are sent are checked on public routes too: bad ones are never silently anonymous.
 */
export const accessPlugin = fp<{ identity: Identity }>(
  async (app, { identity }) => {
    app.decorateRequest('actor', null)
    app.addHook('onRoute', (route) => {
      const access = route.config?.access
      if (access === undefined)
        throw new Error(`${String(route.method)} ${route.url} declares no config.access`)
      if (access !== 'public') route.schema = { ...route.schema, security: [{ bearer: [] }, { key: [] }] }
    })
    app.addHook('onRequest', async (request) => {
      const { authorization } = request.headers
      if (authorization !== undefined) request.actor = await identity.authenticate(authorization)
      const { access } = request.routeOptions.config
      if (access === undefined || access === 'public') return
      const actor = callerOf(request)
      if (access !== 'known' && !actor.roles.some((role) => access.includes(role)))
        throw new DomainError('forbidden', { values: { roles: access.join(', ') } })
      const needed = SAFE.includes(request.method) ? 'read' : 'write'
      if (!actor.scopes.includes(needed))
        throw new DomainError('missing_scope', { values: { scope: needed } })
    })
  },
  { name: 'access' },
)

/**
 * Whoever calls a route that is not public.
 *
 * @throws {DomainError} `unauthenticated`
 */
export function callerOf(request: FastifyRequest): Actor {
  if (request.actor === null) throw new DomainError('unauthenticated', { headers: CHALLENGE })
  return request.actor
}
