import fp from 'fastify-plugin'

/** How often connections that have become idle are looked for at the end, milliseconds. */
const SWEEP_MS = 50

/**
 * Lets the end wait for requests, and for nothing else: Fastify closes the connections that are idle when the end
 * begins, but one whose last answer is sent after that would stay open for as long as connections are kept alive.
 */
export const closingPlugin = fp(
  async (app) => {
    let sweep: NodeJS.Timeout | undefined
    app.addHook('preClose', async () => {
      sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS).unref()
    })
    app.addHook('onClose', async () => clearInterval(sweep))
  },
  { name: 'closing' },
)
