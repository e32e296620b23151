import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Service } from './app.ts'

// biome-ignore lint/suspicious/noExplicitAny: what a test looks for in an answer is what it tests
type Loose = any

/** Every page of a list, by its links. Fails on one that does not end. */
export async function pagesOf(service: Pick<Service, 'json'>, url: string): Promise<Loose[]> {
  const pages: Loose[] = []
  for (let next: string | null = url; next !== null; next = pages.at(-1).links.next) {
    pages.push(await service.json(next))
    if (pages.length > 2_000) throw new Error(`${url} has no end`)
  }
  return pages
}

/** The rows of all pages of a list. */
export async function rowsOf(service: Pick<Service, 'json'>, url: string): Promise<Loose[]> {
  return (await pagesOf(service, url)).flatMap((page) => page.data)
}

/** The rows of a list, by its stream of lines. */
export async function linesOf(service: Pick<Service, 'request'>, url: string): Promise<Loose[]> {
  const answer = await service.request(`${url}${url.includes('?') ? '&' : '?'}format=ndjson`)
  if (answer.statusCode !== 200) throw new Error(`GET ${url}: ${answer.statusCode} ${answer.body}`)
  return answer.body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** A table of `data/`, read without the service's own loader. */
export function table(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../data/${name}.csv`, import.meta.url), 'utf8')
  return parse(text, { columns: true, skip_empty_lines: true })
}

/** As `collate "C"` orders: by bytes. */
export const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** What stands in a CSV cell for a value of the JSON form; lists are compared as values, not as text. */
export const cellOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/** A value by its dotted name; null as soon as a group is. */
export function at(row: Loose, path: string): unknown {
  return path.split('.').reduce((value, name) => value?.[name] ?? null, row)
}
