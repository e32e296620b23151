import type { LightMyRequestResponse } from 'fastify'
import type { Service } from './app.ts'
import { as } from './roles.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document of somebody else's form, walked as it is
type Loose = any

export const association = as('association')
export const CSV = 'text/csv'
export const NDJSON = 'application/x-ndjson'
export const JSON_TYPE = 'application/json'

/** Communes of Taroudannt that are no members. */
export const COMMUNES = ['09.541.01.01', '09.541.01.02', '09.541.01.03', '09.541.01.05', '09.541.01.07']

/** Lines of a table with `,` between its cells. */
export const table = (header: string, ...rows: string[]) => `${[header, ...rows].join('\r\n')}\r\n`

/** What tests of imports ask of a service whose identity is roleIdentity. */
export function importer({ request, db }: Service) {
  const send = async (
    payload: string | Buffer | object,
    query = '',
    type = CSV,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> =>
    await request({
      method: 'POST',
      url: `/v1/member-imports${query}`,
      headers: { ...association, 'content-type': type, ...headers },
      payload: payload as string,
    })
  const get = async (url: string): Promise<Loose> => {
    const answer = await request({ url, headers: association })
    if (answer.statusCode !== 200) throw new Error(`GET ${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
  const place = (answer: LightMyRequestResponse) => String(answer.headers.location)
  return {
    send,
    get,
    place,
    /** The import that an answer, be it a refusal, is of. */
    of: async (answer: LightMyRequestResponse): Promise<Loose> => await get(place(answer)),
    rows: async (answer: LightMyRequestResponse, query = ''): Promise<Loose[]> =>
      (await get(`${place(answer)}/rows?limit=500${query}`)).data,
    revert: async (answer: LightMyRequestResponse): Promise<LightMyRequestResponse> =>
      await request({ method: 'POST', url: `${place(answer)}/revert`, headers: association }),
    /** How many entries and transactions the journal has. */
    journal: async (): Promise<{ entries: number; transactions: number }> => {
      const count = async (name: 'journal_entry' | 'journal_transaction') =>
        Number(
          (await db.selectFrom(name).select(db.fn.countAll().as('count')).executeTakeFirstOrThrow()).count,
        )
      return { entries: await count('journal_entry'), transactions: await count('journal_transaction') }
    },
    /** What is left of uploads and imports. */
    kept: async (): Promise<Record<string, number>> => {
      const tables = ['import_upload', 'import_row', 'member_import', 'import_result'] as const
      const counts = tables.map(async (name) => {
        const row = await db.selectFrom(name).select(db.fn.countAll().as('count')).executeTakeFirstOrThrow()
        return [name, Number(row.count)] as const
      })
      return Object.fromEntries(await Promise.all(counts))
    },
  }
}
