import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. */
    access?: 'public'
  }
}

/** Refuses to start while any route does not say who may call it. */
export const accessPlugin = fp(
  async (app) => {
    app.addHook('onRoute', (route) => {
      if (route.config?.access === undefined)
        throw new Error(`${String(route.method)} ${route.url} declares no config.access`)
    })
  },
  { name: 'access' },
)
