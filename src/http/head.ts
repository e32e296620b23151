import {
  type IncomingMessage,
  type ServerResponse,
  STATUS_CODES,
  validateHeaderName,
  validateHeaderValue,
} from 'node:http'
import type { Clock } from '../domain/clock.ts'
import { KEEP_ALIVE_MS } from './server.ts'

/** What Node keeps of a head that is written, and of whether a body comes after it. */
interface Written {
  _header: string
  _hasBody: boolean
}

/**
 * A head as it goes over the wire, but for what is of one request.
 *
 * @param headers names and values in turn
 * @throws {TypeError} for a header that may not be sent
 */
export function headText(status: number, headers: readonly string[]): string {
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`]
  for (let at = 0; at < headers.length; at += 2) {
    const [name, value] = [headers[at]!, headers[at + 1]!]
    validateHeaderName(name)
    validateHeaderValue(name, value)
    lines.push(`${name}: ${value}`)
  }
  lines.push('Connection: keep-alive', `Keep-Alive: timeout=${KEEP_ALIVE_MS / 1_000}`, '')
  return lines.join('\r\n')
}

/** Whether a head may be sent as text: to a GET of HTTP/1.1 whose connection is kept. */
export const takesText = (request: IncomingMessage, response: ServerResponse): boolean =>
  request.method === 'GET' && request.httpVersion === '1.1' && response.shouldKeepAlive

/**
 * Sends a head that is there as text: Node would put it together anew, and look at each header whether it may be sent,
 * which takes as long as all the rest that is ours.
 *
 * @param own the lines that are of this request, each with its end
 * @param body undefined where none may come, as after a 304
 */
export function sendWithHead(
  response: ServerResponse,
  { status, text }: { readonly status: number; readonly text: string },
  own: string,
  body?: Buffer | string,
  encoding: BufferEncoding = 'utf8',
): void {
  const written = response as unknown as Written
  written._header = `${text}${own}\r\n`
  response.statusCode = status
  if (body === undefined) {
    written._hasBody = false
    response.end()
  } else response.end(body, encoding)
}

/** The instant as HTTP writes it, worked out once a second. */
export function dateBy(clock: Clock): () => string {
  let last = { second: Number.NaN, text: '' }
  return () => {
    const now = clock()
    const second = Math.floor(now.getTime() / 1_000)
    if (second !== last.second) last = { second, text: now.toUTCString() }
    return last.text
  }
}
