import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * A hook that is waited for only when it has something to wait for: awaiting each of a dozen takes longer than what they
 * do. What it throws is the answer, as ever.
 */
export function hook(look: (request: FastifyRequest, reply: FastifyReply) => Promise<void> | void) {
  return (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const work = look(request, reply)
    if (work === undefined) done()
    else work.then(() => done(), done)
  }
}

/** The same before an answer is sent, which stays as it is. */
export function sendHook(look: (request: FastifyRequest, reply: FastifyReply) => Promise<void> | void) {
  const ready = hook(look)
  return (request: FastifyRequest, reply: FastifyReply, _: unknown, done: (error?: Error) => void): void =>
    ready(request, reply, done)
}
