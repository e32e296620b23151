// Bare Fastify that sends bytes from memory: the most that the framework can do.
import { serve } from './serve.ts'

interface Options {
  route: string
  type: string
  body: Uint8Array
}

serve<Options>((app, { route, type, body }) => {
  const buffer = Buffer.from(body)
  app.get(route, (_, reply) => {
    reply.type(type).send(buffer)
  })
})
