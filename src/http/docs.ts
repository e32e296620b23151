import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import Fastify from 'fastify'
import fp from 'fastify-plugin'
import { type Encoding, negotiateEncoding } from './negotiate.ts'

/** All that the page may load or ask is ours. Styles are inline too: the reference sets them on its elements. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';')

const ours = (name: string) => () => readFile(new URL(`docs/${name}`, import.meta.url))

/** What the page is made of. */
const FILES: Readonly<Record<string, { type: string; read: () => Promise<Buffer> }>> = {
  '': { type: 'text/html', read: ours('page.html') },
  'page.css': { type: 'text/css', read: ours('page.css') },
  'page.js': { type: 'text/javascript', read: ours('page.js') },
  'scalar.js': { type: 'text/javascript', read: readScalar },
}

/** The reference of the API for people, at /docs/. All that the page needs comes from here: no other host is asked. */
export const docsPlugin = fp(
  async (app) => {
    const route = { config: { access: 'public' }, schema: { hide: true } } as const
    app.get('/docs', route, async (_, reply) => reply.redirect('docs/', 301))
    for (const [name, { type, read }] of Object.entries(FILES)) {
      const file = keep(read)
      app.get(`/docs/${name}`, route, async (request, reply) => {
        const encoding = negotiateEncoding(request.headers)
        const { bytes, tag } = await file(encoding)
        reply.headers({
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'cache-control': 'public, no-cache',
          etag: tag,
          vary: 'Accept-Encoding',
        })
        if (request.headers['if-none-match']?.includes(tag)) return await reply.code(304).send()
        if (encoding !== 'identity') reply.header('content-encoding', encoding)
        return await reply.type(`${type}; charset=utf-8`).send(bytes)
      })
    }
  },
  { name: 'docs', dependencies: ['openapi'] },
)

/** The script of the reference, which its package gives out only over a route of a Fastify. */
async function readScalar(): Promise<Buffer> {
  // Five megabytes: loaded when the first reader comes.
  const { default: scalar } = await import('@scalar/fastify-api-reference')
  const app = Fastify()
  await app.register(scalar, { configuration: { url: '/' } })
  const { rawPayload } = await app.inject('/reference/js/scalar.js')
  await app.close()
  return rawPayload
}

interface Encoded {
  bytes: Buffer
  tag: string
}

/** Reads and compresses a file when it is first asked for, and keeps what came out. */
function keep(read: () => Promise<Buffer>): (encoding: Encoding) => Promise<Encoded> {
  const kept = new Map<Encoding, Encoded>()
  return async (encoding) => {
    const known = kept.get(encoding)
    if (known !== undefined) return known
    const encoded = await encode(await read(), encoding)
    kept.set(encoding, encoded)
    return encoded
  }
}

async function encode(plain: Buffer, encoding: Encoding): Promise<Encoded> {
  const bytes = await ENCODERS[encoding](plain)
  return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"` }
}

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

const ENCODERS: Readonly<Record<Encoding, (plain: Buffer) => Promise<Buffer>>> = {
  br: (plain) => promisify(brotliCompress)(plain, BROTLI),
  gzip: (plain) => promisify(gzip)(plain),
  identity: async (plain) => plain,
}
