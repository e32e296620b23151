// Bare Fastify that sends bytes from memory: the most that the framework can do.
import { serve } from './serve.ts'

interface Options {
  route: string
  type: string
  body: Uint8Array
  encoding?: string
  /** 304 when the client has it. */
  tag?: string
}

serve<Options>((app, { route, type, body, encoding, tag }) => {
  const buffer = Buffer.from(body)
  app.get(route, (request, reply) => {
    if (tag !== undefined && request.headers['if-none-match'] === tag) {
      reply.code(304).header('etag', tag).send()
      return
    }
    if (encoding !== undefined) reply.header('content-encoding', encoding)
    reply.type(type).send(buffer)
  })
})
