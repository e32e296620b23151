import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Actor, Role } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { hook } from './hook.ts'
import type { Identity } from './identity.ts'
import { problems } from './problem.ts'

type Access = 'public' | 'known' | readonly Role[]

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route: everybody, whoever is known, or the roles named. */
    access?: Access
    /** The route has credentials of its own kind, and checks them itself. */
    ownCredentials?: boolean
  }
  interface FastifyRequest {
    /** Who calls; null is the public. */
    actor: Actor | null
  }
  interface FastifyInstance {
    /** The operations of the contract, by operationId, as far as access goes. */
    operations: ReadonlyMap<string, OperationAccess>
  }
}

export interface OperationAccess {
  readonly access: Access
  /** Of API keys; what the public may do needs none. */
  readonly scope: 'read' | 'write'
}

const CHALLENGE = 'Bearer realm="infitah", Basic realm="infitah"'
const EVERYWHERE = [
  'unauthenticated',
  'database_unavailable',
  'timeout',
  'overloaded',
  'identity_unavailable',
] as const
/** What every operation may answer, by whether it writes, and what those do that are not public. */
const REFUSALS = { read: problems(...EVERYWHERE), write: problems(...EVERYWHERE, 'outcome_unknown') }
const LIMITS = problems('forbidden', 'missing_scope')
const SAFE = ['GET', 'HEAD', 'OPTIONS']
const scopeOf = (method: string) => (SAFE.includes(method) ? 'read' : 'write')

/** Credentials where no proxy, no history and no log would leave them in peace. */
const KEY_IN_QUERY = /[?&](access_token|api_key)=|[=&?]inf_live_/i

const isPermitted = ({ roles }: Actor, access: Access) =>
  access === 'public' || access === 'known' || roles.some((role) => access.includes(role))

/** Whether somebody may call an operation at all; whose record it is, is decided when it is called. */
export function mayCall(actor: Actor, { access, scope }: OperationAccess): boolean {
  return access === 'public' || (isPermitted(actor, access) && actor.scopes.includes(scope))
}

/**
 * Finds out who calls before anything else of a request is read. Credentials that are sent are checked on public
 * routes too: bad ones are never silently anonymous.
 */
export const identityPlugin = fp<{ identity: Identity }>(
  async (app, { identity }) => {
    app.decorateRequest('actor', null)
    const identify = async (request: FastifyRequest, authorization: string) => {
      request.actor = await identity.authenticate(authorization)
    }
    app.addHook(
      'onRequest',
      hook((request) => {
        if (KEY_IN_QUERY.test(request.url)) throw unauthenticated('credentials_in_query')
        const { authorization } = request.headers
        if (authorization !== undefined && !request.routeOptions.config.ownCredentials)
          return identify(request, authorization)
      }),
    )
  },
  { name: 'identity' },
)

/** Refuses to start while any route does not say who may call it, and refuses whoever may not. */
export const accessPlugin = fp(
  async (app) => {
    const operations = new Map<string, OperationAccess>()
    app.decorate('operations', operations)
    app.addHook('onRoute', (route) => {
      const access = route.config?.access
      if (access === undefined)
        throw new Error(`${String(route.method)} ${route.url} declares no config.access`)
      const { schema } = route
      if (schema?.operationId === undefined) return
      const isPublic = access === 'public'
      const scope = scopeOf(String(route.method))
      const refusals = REFUSALS[scope]
      route.schema = {
        ...schema,
        ...(isPublic ? {} : { security: [{ bearer: [] }, { key: [] }] }),
        response: { ...(isPublic ? refusals : { ...refusals, ...LIMITS }), ...(schema.response as object) },
      }
      if (route.method !== 'HEAD') operations.set(schema.operationId, { access, scope })
    })
    app.addHook(
      'onRequest',
      hook((request, reply) => {
        const { access } = request.routeOptions.config
        if (access === undefined || access === 'public') return
        reply.headers({ 'cache-control': 'private, no-store', vary: 'Authorization' })
        const actor = callerOf(request)
        if (!isPermitted(actor, access))
          throw new DomainError('forbidden', { values: { roles: [access].flat().join(', ') } })
        const scope = scopeOf(request.method)
        if (!actor.scopes.includes(scope))
          throw new DomainError('missing_scope', {
            values: { scope },
            headers: {
              'www-authenticate': `Bearer realm="infitah", error="insufficient_scope", scope="${scope}"`,
            },
          })
      }),
    )
  },
  { name: 'access', dependencies: ['identity'] },
)

/** Without credentials: a challenge that says no error (RFC 6750 §3.1). */
function unauthenticated(code: 'credentials_required' | 'credentials_in_query'): DomainError {
  return new DomainError('unauthenticated', {
    headers: { 'www-authenticate': CHALLENGE },
    faults: [{ at: { header: 'Authorization' }, code }],
  })
}

/**
 * Whoever calls a route that is not public.
 *
 * @throws {DomainError} `unauthenticated`
 */
export function callerOf(request: FastifyRequest): Actor {
  if (request.actor === null) throw unauthenticated('credentials_required')
  return request.actor
}
