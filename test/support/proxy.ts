import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Test } from 'tap'

/** What stands between the service and its database, and does what networks do. */
export interface Proxy {
  /** The database, through the proxy. */
  readonly url: string
  /** Nobody listens any more; what stands is reset. */
  close(): Promise<void>
  /** Somebody listens again. */
  open(): Promise<void>
  /** Resets what stands. */
  reset(): void
  /** From now on nothing comes through, in either direction, and nobody is told: a black hole. */
  stall(): void
  /** Stalls as soon as the service sends `text`, which does not come through. */
  stallAt(text: string): void
  /** What was held comes through, and so does all after it. */
  flow(): void
  /** From now on everything takes so much longer, each way. */
  delay(milliseconds: number): void
  /**
   * When the service next sends `text`, the connection is reset: after it was handed on and the answer came, which is
   * lost, or before it is handed on.
   */
  cutAt(text: string, when: 'before' | 'after'): void
  /** What the service has sent since the proxy stalled. */
  held(): string
  /** Connections that the service has open. */
  connections(): number
}

interface Pair {
  near: Socket
  far: Socket
}

/** @param url of the database: at a host and port, or at a socket in a directory that the parameter `host` names */
export async function startProxy(t: Pick<Test, 'teardown'>, url: string): Promise<Proxy> {
  const target = new URL(url)
  const directory = target.searchParams.get('host')
  const port = Number(target.port || target.searchParams.get('port') || 5432)
  const reach = () =>
    directory === null ? connect(port, target.hostname) : connect(`${directory}/.s.PGSQL.${port}`)
  const pairs = new Set<Pair>()
  const halves = new Set<Pair>()
  let [stalled, late] = [false, 0]
  let held: { from: 'near' | 'far'; chunk: Buffer; send: () => void }[] = []
  let cut: { text: string; when: 'before' | 'after' } | undefined
  let last: string | undefined

  const resetPair = (pair: Pair) => {
    pairs.delete(pair)
    pair.near.resetAndDestroy()
    pair.far.destroy()
  }
  const pass = (pair: Pair, from: 'near' | 'far', chunk: Buffer) => {
    const to = from === 'near' ? pair.far : pair.near
    const send = () => void (to.writable && to.write(chunk))
    if (from === 'near' && last !== undefined && chunk.includes(last)) stalled = true
    if (stalled) return void held.push({ from, chunk, send })
    if (from === 'near' && cut !== undefined && chunk.includes(cut.text)) {
      const { when } = cut
      cut = undefined
      if (when === 'before') return resetPair(pair)
      pair.far.removeAllListeners('data').once('data', () => resetPair(pair))
    }
    if (late > 0) setTimeout(send, late)
    else send()
  }
  const server = createServer((near) => {
    const pair = { near, far: reach() }
    pairs.add(pair)
    for (const from of ['near', 'far'] as const) {
      const [socket, other] = from === 'near' ? [pair.near, pair.far] : [pair.far, pair.near]
      socket.on('data', (chunk) => pass(pair, from, chunk))
      socket.on('error', () => {})
      socket.on('close', () => {
        pairs.delete(pair)
        // What was sent before is still on its way.
        if (stalled) halves.add(pair)
        else other.destroy()
      })
    }
  })
  const open = async (at: number) => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
  }
  await open(0)
  const { port: own } = server.address() as AddressInfo
  const near = new URL(url)
  near.searchParams.delete('host')
  near.searchParams.delete('port')
  near.host = `127.0.0.1:${own}`
  const proxy: Proxy = {
    url: near.href,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      proxy.reset()
      await closed
    },
    open: async () => await open(own),
    reset: () => {
      for (const pair of pairs) resetPair(pair)
    },
    stall: () => {
      stalled = true
    },
    stallAt: (text) => {
      last = text
    },
    flow: () => {
      stalled = false
      last = undefined
      for (const { send } of held) send()
      held = []
      for (const { near, far } of halves) if (near.destroyed) far.end()
      halves.clear()
    },
    delay: (milliseconds) => {
      late = milliseconds
    },
    cutAt: (text, when) => {
      cut = { text, when }
    },
    held: () =>
      Buffer.concat(held.filter(({ from }) => from === 'near').map(({ chunk }) => chunk)).toString('latin1'),
    connections: () => pairs.size,
  }
  t.teardown(async () => {
    if (server.listening) await proxy.close()
  })
  return proxy
}
