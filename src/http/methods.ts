import type { FastifyInstance, HTTPMethods } from 'fastify'
import fp from 'fastify-plugin'
import { DomainError } from '../domain/errors.ts'
import { hook } from './hook.ts'

const METHODS: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']

/** Remembers which methods each address has. */
export const methodsPlugin = fp(
  async (app) => {
    const known = new Map<string, Set<HTTPMethods>>()
    app.decorate('methodsByAddress', known)
    // Before the answer to a preflight, which ends the request.
    app.addHook(
      'onRequest',
      hook((request, reply) => {
        const methods = request.method === 'OPTIONS' ? known.get(request.routeOptions.url ?? '') : undefined
        if (methods !== undefined) reply.header('allow', allowed(methods))
      }),
    )
    app.addHook('onRoute', ({ url, method, config }) => {
      if (config?.refuses) return
      const methods = known.get(url) ?? new Set()
      for (const one of [method].flat()) methods.add(one as HTTPMethods)
      known.set(url, methods)
    })
  },
  { name: 'methods' },
)

declare module 'fastify' {
  interface FastifyContextConfig {
    /** There only to say that the address has not this method. */
    refuses?: boolean
  }
  interface FastifyInstance {
    methodsByAddress: Map<string, Set<HTTPMethods>>
  }
}

const allowed = (methods: ReadonlySet<string>) => [...new Set([...methods, 'OPTIONS'])].join(', ')

/** Answers OPTIONS everywhere, and 405 to every other method that an address has not. To be called last. */
export function answerOtherMethods(app: FastifyInstance): void {
  for (const [url, known] of [...app.methodsByAddress]) {
    if (url.includes('*')) continue
    const allow = allowed(known)
    const common = { url, config: { access: 'public' }, schema: { hide: true } } as const
    app.route({
      ...common,
      method: 'OPTIONS',
      handler: async (_, reply) => await reply.code(204).header('allow', allow).send(),
    })
    const others = METHODS.filter((method) => !known.has(method))
    app.route({
      ...common,
      method: others,
      config: { access: 'public', refuses: true },
      // Before the body is read: whatever is in it, the method is wrong.
      onRequest: async () => {
        throw new DomainError('method_not_allowed', { values: { allowed: allow }, headers: { allow } })
      },
      handler: async () => {},
    })
  }
}
