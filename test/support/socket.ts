import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import type { FastifyInstance } from 'fastify'

export interface RawAnswer {
  status: number
  headers: Record<string, string>
  body: string
  /** All that came, when it was more than one answer or none. */
  text: string
  /** Whether the server ended the connection. */
  closed: boolean
}

/** Starts to listen on a free port of this host. */
export async function listening(app: FastifyInstance): Promise<number> {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as AddressInfo).port
}

/**
 * Sends these very bytes and reads until the server ends the connection, or until nothing more has come for a
 * while (what a kept-alive connection looks like).
 */
export async function speak(port: number, bytes: string | Buffer, quietMs = 300): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const chunks: Buffer[] = []
  let closed = false
  socket.on('error', () => {})
  const end = new Promise<void>((done) => {
    let quiet = setTimeout(done, 3_000)
    const wait = () => {
      clearTimeout(quiet)
      quiet = setTimeout(done, quietMs)
    }
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      wait()
    })
    socket.on('close', () => {
      closed = true
      clearTimeout(quiet)
      done()
    })
  })
  socket.write(bytes)
  await end
  socket.destroy()
  const text = Buffer.concat(chunks).toString()
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [line = '', ...fields] = head.split('\r\n')
  const headers = Object.fromEntries(
    fields.map((field) => [
      field.slice(0, field.indexOf(':')).toLowerCase(),
      field.slice(field.indexOf(':') + 1).trim(),
    ]),
  )
  return { status: Number(line.split(' ')[1]), headers, body: rest.join('\r\n\r\n'), text, closed }
}
