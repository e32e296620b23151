import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './contract.ts'

/** A list comes as CSV and others too, for which `fetch` is enough. */
type Json = 'application/json' | 'application/problem+json'
export type Infitah = Client<paths, Json>
export type Schemas = components['schemas']

export interface Options {
  /** Of what problems say. */
  readonly language?: 'ar' | 'fr' | 'en'
  /** A token or an API key; all that is public needs none. */
  readonly token?: string
}

/** The service at an address, each of its operations typed: `infitah.GET('/v1/members/{id}', { params })`. */
export function openClient(address: string, { language = 'ar', token }: Options = {}): Infitah {
  return createClient<paths, Json>({
    baseUrl: address.replace(/\/+$/, ''),
    headers: {
      accept: 'application/json',
      'accept-language': language,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    // Several values of one parameter are separated by commas.
    querySerializer: { array: { style: 'form', explode: false } },
  })
}

/** A refusal, with what the service says of it in the language that was asked for. */
export class Refused extends Error {
  readonly problem: Schemas['Problem']

  constructor(problem: Schemas['Problem']) {
    super(
      [
        problem.title,
        ...(problem.errors?.map(({ detail }) => detail) ?? [problem.detail ?? problem.code]),
      ].join(': '),
    )
    this.name = 'Refused'
    this.problem = problem
  }
}

/** What was answered, or throws what was refused and why. */
export async function answered<Answer>(
  call: Promise<{ data?: Answer; error?: Schemas['Problem'] | undefined; response: Response }>,
): Promise<Answer> {
  const { data, error, response } = await call
  if (error) throw new Refused(error)
  if (data === undefined) throw new Error(`${response.url} answered ${response.status} without a body`)
  return data
}

interface Page<Row> {
  readonly data: readonly Row[]
  readonly page: { readonly next_cursor: string | null }
}

/** Every row of a list, page after page: `for await (const member of rows((cursor) => …))`. */
export async function* rows<Row>(
  page: (cursor: { cursor?: string }) => Promise<Page<Row>>,
): AsyncGenerator<Row> {
  let next: string | null = null
  do {
    const found: Page<Row> = await page(next === null ? {} : { cursor: next })
    yield* found.data
    next = found.page.next_cursor
  } while (next !== null)
}
