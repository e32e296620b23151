// Posts a body so many times, over so many kept connections, as bare Node does it: nothing is read, signed or noted.
import { once } from 'node:events'
import http from 'node:http'
import { serve } from './serve.ts'

interface Asked {
  readonly url: string
  readonly count: number
  readonly connections: number
  readonly body: string
}

serve((app) => {
  app.post<{ Body: Asked }>('/', async ({ body: { url, count, connections, body } }) => {
    const agent = new http.Agent({ keepAlive: true })
    const headers = { 'content-length': Buffer.byteLength(body) }
    let left = count
    const post = async () => {
      const request = http.request(url, { method: 'POST', agent, headers })
      request.end(body)
      const [response] = (await once(request, 'response')) as [http.IncomingMessage]
      await response.resume().toArray()
    }
    const poster = async () => {
      while (left > 0) {
        left -= 1
        await post()
      }
    }
    await Promise.all(Array.from({ length: connections }, poster))
    agent.destroy()
    return {}
  })
})
