import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'

/**
 * Makes a server of this process: its parent sends the options, and gets the port back. Ends with the parent.
 *
 * @param add adds the one route
 */
export function serve<Options>(add: (app: FastifyInstance, options: Options) => void): void {
  process.once('disconnect', () => process.exit(0))
  process.once('message', async (options: Options) => {
    const app = Fastify()
    add(app, options)
    await app.listen({ host: '127.0.0.1', port: 0 })
    process.send!((app.server.address() as AddressInfo).port)
  })
}
