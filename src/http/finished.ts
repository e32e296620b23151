import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { entityTag } from './entity-tag.ts'
import { headText, sendWithHead } from './head.ts'
import { type Encoding, type Format, negotiateEncoding } from './negotiate.ts'

/** Below this many bytes compressing costs more than it saves. */
const COMPRESS_FROM = 1_000
/** Above this many bytes copying a body costs more than a second write. */
const SMALL_BYTES = 8_192

/** Quick rather than small: an answer is made while its client waits. */
export const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** What comes before a body: the same each time, whoever asks. */
interface Head {
  readonly status: number
  /** Names and values in turn, as Node takes them. */
  readonly headers: readonly string[]
  /** The same as it goes over the wire, from the status on, to a connection that is kept. */
  readonly text: string
}

/** An answer in one encoding: all that is left is to send it. */
export interface Bytes {
  readonly tag: string
  readonly body: Buffer
  /** Of a small one: text goes out together with the head, which costs a third less. */
  readonly latin1: string | undefined
  readonly head: Head
  /** Of a 304. */
  readonly knownHead: Head
}

const headOf = (status: number, headers: readonly string[]): Head => ({
  ...{ status, headers },
  text: headText(status, headers),
})

/** An answer whose text is finished, in as many encodings as somebody has asked for. */
export class FinishedAnswer {
  readonly #url: string
  readonly #format: Format
  readonly #version: string
  readonly #variant: readonly string[]
  readonly #text: Buffer
  readonly #encoded = new Map<Encoding, Promise<Buffer>>()
  readonly #ready = new Map<Encoding, Bytes>()
  readonly #tags = new Map<Encoding, string>()

  constructor(
    url: string,
    answer: { readonly format: Format; readonly version: string; readonly variant: readonly string[] },
    text: string | Buffer,
  ) {
    this.#url = url
    this.#format = answer.format
    this.#version = answer.version
    this.#variant = answer.variant
    this.#text = typeof text === 'string' ? Buffer.from(text) : text
  }

  get size(): number {
    return this.#text.length
  }

  /** In which encoding a client gets it. */
  encodingFor({ headers }: Pick<IncomingMessage, 'headers'>): Encoding {
    return this.#text.length < COMPRESS_FROM ? 'identity' : negotiateEncoding(headers)
  }

  tag(encoding: Encoding): string {
    let tag = this.#tags.get(encoding)
    if (tag === undefined) {
      tag = entityTag(this.#url, this.#version, [this.#format, encoding, ...this.#variant])
      this.#tags.set(encoding, tag)
    }
    return tag
  }

  /** The bytes, compressed once however many want them. */
  async in(encoding: Encoding): Promise<Buffer> {
    if (encoding === 'identity') return this.#text
    let body = this.#encoded.get(encoding)
    if (body === undefined) {
      body = encoding === 'br' ? compressBrotli(this.#text, BROTLI) : compressGzip(this.#text)
      this.#encoded.set(encoding, body)
    }
    return await body
  }

  /** With its headers, once they are known: `common` are those of the answer in whatever encoding. */
  async whole(encoding: Encoding, common: readonly string[]): Promise<Bytes> {
    const known = this.#ready.get(encoding)
    if (known !== undefined) return known
    const body = await this.in(encoding)
    const tag = this.tag(encoding)
    const headers = [...common, 'etag', tag]
    if (encoding !== 'identity') headers.push('content-encoding', encoding)
    const bytes = {
      tag,
      body,
      latin1: body.length <= SMALL_BYTES ? body.toString('latin1') : undefined,
      head: headOf(200, [...headers, 'content-length', String(body.length)]),
      knownHead: headOf(
        304,
        headers.filter((_, index) => headers[index - (index % 2)] !== 'content-type'),
      ),
    }
    this.#ready.set(encoding, bytes)
    return bytes
  }

  ready(encoding: Encoding): Bytes | undefined {
    return this.#ready.get(encoding)
  }
}

/** What is of one request. */
interface Own {
  readonly requestId: string
  /** Of its client: `ratelimit` and its policy, if there is a limit. */
  readonly left: Readonly<Record<string, string>>
}

/** Sends what is kept, or that the client has it. */
export function send(
  response: ServerResponse,
  bytes: Bytes,
  { requestId, left }: Own,
  how: { isKnown: boolean; isHead: boolean },
): void {
  const { status, headers } = how.isKnown ? bytes.knownHead : bytes.head
  response.writeHead(status, [...headers, 'x-request-id', requestId, ...Object.entries(left).flat()])
  if (how.isKnown || how.isHead) response.end()
  else response.end(bytes.body)
}

/** As `send`, to a request that takes a head as text. */
export function sendText(
  response: ServerResponse,
  bytes: Bytes,
  own: Own & { readonly date: string },
  isKnown: boolean,
): void {
  let lines = `Date: ${own.date}\r\nx-request-id: ${own.requestId}\r\n`
  for (const name in own.left) lines += `${name}: ${own.left[name]}\r\n`
  if (isKnown) sendWithHead(response, bytes.knownHead, lines)
  else if (bytes.latin1 === undefined) sendWithHead(response, bytes.head, lines, bytes.body)
  else sendWithHead(response, bytes.head, lines, bytes.latin1, 'latin1')
}
