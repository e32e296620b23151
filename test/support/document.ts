import type { FastifyInstance } from 'fastify'

/** The request whose real answer is the example of an operation. */
const EXAMPLES: Readonly<Record<string, string>> = {
  getNetwork: '/v1/network?as_of=2024-12-31',
  listMembers: '/v1/members?type=provincial_council',
  getMember: '/v1/members/ac3b5a44-ae1d-5824-a678-258ba9f8edc4',
  listRegions: '/v1/regions?limit=1',
  getRegion: '/v1/regions/MA-09',
  listProvincialCouncils: '/v1/provincial-councils?region=09&limit=1',
  getProvincialCouncil: '/v1/provincial-councils/09.541',
  listCommunes: '/v1/communes?province=09.541&limit=1',
  getCommune: '/v1/communes/09.541.01.13',
  getLicences: '/v1/licences',
}

// biome-ignore lint/suspicious/noExplicitAny: a document of somebody else's form, walked as it is
type Loose = any

/** One JSON form for the committed file: two spaces, a line break at the end. */
export const write = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`

/** The contract, made from the routes, with an example of every operation from a real answer of this service. */
export async function contractDocument(app: FastifyInstance): Promise<string> {
  const document: Loose = JSON.parse(JSON.stringify((app as Loose).swagger()))
  for (const item of Object.values<Loose>(document.paths)) {
    for (const operation of Object.values<Loose>(item)) {
      const url = EXAMPLES[operation.operationId]
      if (url === undefined)
        throw new Error(`test/support/document.ts names no example of ${operation.operationId}`)
      const answer = await app.inject(url)
      if (answer.statusCode !== 200)
        throw new Error(`the example of ${operation.operationId}: ${answer.body}`)
      operation.responses['200'].content['application/json'].example = answer.json()
      operation['x-example-request'] = url
    }
  }
  return write(document)
}
