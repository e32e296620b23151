import scalar from '@scalar/fastify-api-reference'
import fp from 'fastify-plugin'

/** The reference of the API for people, at /docs. All that the page needs comes from here: no other host is asked. */
export const docsPlugin = fp(
  async (app) => {
    await app.register(scalar, { routePrefix: '/docs', configuration: { url: '/openapi.json' } })
  },
  { name: 'docs', dependencies: ['openapi'] },
)
