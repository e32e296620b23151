import type { Test } from 'tap'
import type { Service } from '../support/app.ts'
import { contractDocument } from '../support/document.ts'
import { exampleService } from '../support/example-app.ts'
import type { Caller } from './calls.ts'
import { type Canaries, plantCanaries } from './canaries.ts'
import type { Loose, Target } from './operations.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const NOBODY = '01900000-0000-7000-8000-000000000000'

/** Where a body tells of people: what stands there is replaced by a word that must not come out again. */
const PERSONAL: Readonly<Record<string, RegExp>> = {
  addFocalPoint: /("(?:name|email|legal_basis)":)"[^"\\]*"/g,
  addParticipant: /("(?:name|email|legal_basis|consent_version)":)"[^"\\]*"/g,
  sendContribution: /("(?:name|email|consent_version)":)"[^"\\]*"/g,
}

/** The service with something of every kind in it, secrets too, and what the calls so far have made. */
export class World {
  readonly service: Service
  readonly canaries: Canaries
  readonly log: string[]
  /** A request for each operation, by the contract's examples. */
  readonly examples: ReadonlyMap<string, string>
  readonly #ids = new Map<string, string[]>()
  readonly #tags = new Map<string, string>()

  constructor(service: Service, canaries: Canaries, log: string[], examples: ReadonlyMap<string, string>) {
    this.service = service
    this.canaries = canaries
    this.log = log
    this.examples = examples
    for (const url of examples.values()) {
      const words = url.split(/[/?]/)
      for (const [index, word] of words.entries()) if (UUID.test(word)) this.#add(words[index - 1]!, word)
    }
    for (const { collection, id } of canaries.places) this.#add(collection, id)
  }

  /** @param mayTouch false for whoever could make a secret public by right */
  idOf(collection: string, back: number, mayTouch: boolean): string {
    const known = collection === '' ? [...this.#ids.values()].flat() : (this.#ids.get(collection) ?? [])
    const free = mayTouch ? known : known.filter((id) => !this.canaries.kept.has(id))
    return free[free.length - 1 - (back % Math.max(free.length, 1))] ?? NOBODY
  }

  exampleOf({ id, path }: Target, mayTouch: boolean): string {
    const url = this.examples.get(id) ?? path
    const isKept = !mayTouch && [...this.canaries.kept].some((kept) => url.includes(kept))
    return isKept ? path.replace(/\{\w+\}/g, NOBODY) : url
  }

  tagOf(url: string): string {
    return this.#tags.get(url.split('/')[3] ?? '') ?? '*'
  }

  /** Remembers the ids of an answer, by the collection that it is an answer of. */
  note(target: Target, body: Loose, tag: unknown): void {
    const collection = target.path.split('/').findLast((word) => word !== '' && !word.startsWith('{'))!
    const rows: Loose[] = Array.isArray(body?.data) ? body.data.slice(0, 20) : [body]
    for (const row of rows) if (typeof row?.id === 'string') this.#add(collection, row.id)
    if (typeof tag === 'string' && typeof body?.id === 'string') this.#tags.set(body.id, tag)
  }

  #add(collection: string, id: string): void {
    const ids = this.#ids.get(collection) ?? []
    this.#ids.set(collection, ids)
    if (!ids.includes(id)) ids.push(id)
  }

  withCanaries(target: Target, payload: string): string {
    const places = PERSONAL[target.id]
    if (places === undefined) return payload
    // Whoever asks for it is named by right.
    const asked = payload.replaceAll('"publish_name":true', '"publish_name":false')
    return asked.replace(places, (_, name) => {
      const isGround = /legal_basis|consent_version/.test(name)
      const word = this.canaries.plant(
        'editor',
        'other',
        'association',
        ...(isGround ? ['auditor' as const] : []),
      )
      return `${name}"${name.includes('email') ? `${word}@example.org` : word}"`
    })
  }

  /** Who gets past the door of an operation. */
  mayCall({ id }: Target): readonly Caller[] {
    const access = this.service.app.operations.get(id)?.access ?? 'public'
    if (access === 'public') return ['public', 'editor', 'association']
    if (access === 'known') return ['editor', 'ministry']
    return access.flatMap((role): Caller[] => (role === 'member_editor' ? ['editor'] : [role]))
  }
}

export async function makeWorld(t: Pick<Test, 'teardown'>): Promise<World> {
  const log: string[] = []
  const stream = { write: (line: string) => void log.push(line) }
  const service = await exampleService(t, { logger: { level: 'info', stream } })
  const examples = new Map<string, string>()
  await contractDocument(service.app, examples)
  const canaries = await plantCanaries(service)
  return new World(service, canaries, log, examples)
}
