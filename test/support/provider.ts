import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import Provider from 'oidc-provider'
import type { Test } from 'tap'

const CLIENT = { id: 'portal', secret: 'a secret of the portal, long enough' }

/** A real OpenID provider on loopback, with what can happen to one. */
export interface LocalProvider {
  readonly issuer: string
  /** What was asked of it since `forget()`. */
  readonly asked: { discovery: number; keys: number }
  /** How long it takes over metadata and keys, milliseconds. */
  slowness: { discovery: number; keys: number }
  /** Its private keys, the newest first; `kid` of the first signs. */
  readonly keys: JWK[]
  forget(): void
  /** An access token by client credentials (RFC 6749 §4.4) for our audience (RFC 8707). */
  token(alg?: string): Promise<string>
  /** A token with any claims and header, by its own newest key. */
  sign(claims: object, header?: object): Promise<string>
  /** New keys; the former stay published for as long as `overlap` says. */
  rotate(overlap: boolean): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
}

const ALGORITHMS = ['RS256', 'ES256', 'PS256', 'Ed25519']

async function makeKeys(): Promise<JWK[]> {
  return await Promise.all(
    ALGORITHMS.map(async (alg) => {
      const { privateKey } = await generateKeyPair(alg, { extractable: true })
      return { ...(await exportJWK(privateKey)), alg, use: 'sig', kid: `${alg}-${randomUUID().slice(0, 8)}` }
    }),
  )
}

function makeProvider(issuer: string, keys: readonly JWK[]): RequestListener {
  const provider = new Provider(issuer, {
    jwks: { keys },
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      },
    ],
    enabledJWA: { idTokenSigningAlgValues: ALGORITHMS },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_: unknown, resource: string) => ({
          scope: '',
          audience: 'infitah',
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: resource.split(':').at(-1) } },
        }),
      },
    },
    ttl: { ClientCredentials: 3_600 },
    extraTokenClaims: () => ({ realm_access: { roles: ['association', 'somebody_elses'] } }),
  })
  return provider.callback()
}

export async function startProvider(t: Pick<Test, 'teardown'>): Promise<LocalProvider> {
  const server: Server = createServer()
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const asked = { discovery: 0, keys: 0 }
  const keys = await makeKeys()
  let answer = makeProvider(issuer, keys)
  const provider: LocalProvider = {
    issuer,
    asked,
    keys,
    slowness: { discovery: 0, keys: 0 },
    forget: () => void Object.assign(asked, { discovery: 0, keys: 0 }),
    token: async (alg = 'RS256') => {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${btoa(`${CLIENT.id}:${encodeURIComponent(CLIENT.secret)}`)}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: `grant_type=client_credentials&resource=urn:infitah:${alg}`,
      })
      if (response.status !== 200) throw new Error(await response.text())
      return ((await response.json()) as { access_token: string }).access_token
    },
    sign: async (claims, header = {}) =>
      await new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: keys[0]!.kid!, ...header })
        .sign(await importJWK(keys[0]!, 'RS256')),
    rotate: async (overlap) => {
      const former = keys.splice(0)
      keys.push(...(await makeKeys()))
      answer = makeProvider(issuer, overlap ? [...keys, ...former] : keys)
    },
    stop: async () => {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
    start: async () => await listen(port),
  }
  server.on('request', async (request, response) => {
    const what = request.url?.startsWith('/.well-known')
      ? 'discovery'
      : request.url === '/jwks'
        ? 'keys'
        : undefined
    if (what !== undefined) {
      asked[what] += 1
      await sleep(provider.slowness[what])
    }
    answer(request, response)
  })
  t.teardown(provider.stop)
  return provider
}
