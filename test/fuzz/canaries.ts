import type { Service } from '../support/app.ts'
import { council } from '../support/council.ts'
import { KEY_SECRET } from '../support/identity.ts'
import { as } from '../support/roles.ts'
import { workshop } from '../support/workshop.ts'
import type { Caller } from './calls.ts'
import type { Loose } from './operations.ts'

/** A word that stands nowhere but in one secret. */
const WORD = /zqx\d{5}k|inf_live_[\w-]{43}|whsec_[\w+/=]{24,}|a secret for tests/gi
if (!WORD.test(KEY_SECRET)) throw new Error('the key of all secrets is none')
/** Who made a change: told to administrators, and to each of themselves. */
const ACTOR = /test\|\w+/gi

/** Editors of these are the callers `editor`; nobody else's. */
export const OWN = ['09.541', '09.541.01.13', '09.541.01.01', '09.541.03.01', '09.541.03.03', '09.541.03.05']

/** `auditor` is an administrator at the audit; nobody reads the log. */
type Reader = Caller | 'auditor' | 'log'

const KEEPERS: readonly Reader[] = ['editor', 'association']
const INSIDERS: readonly Reader[] = [...KEEPERS, 'ministry', 'auditor']

/** The secrets that are in the data, and who may read each. */
export class Canaries {
  readonly #readers = new Map<string, readonly Reader[]>()
  /** Records that hold a secret: whoever may change them is kept from it, so that none becomes public by right. */
  readonly kept = new Set<string>()
  /** Where the secrets are, so that calls find the way there. */
  readonly places: { collection: string; id: string }[] = []

  plant(...readers: Reader[]): string {
    const word = `zqx${String(this.#readers.size).padStart(5, '0')}k`
    this.#readers.set(word, readers)
    return word
  }

  /** The secrets that somebody may read. */
  get readable(): string[] {
    return [...this.#readers].filter(([, readers]) => readers.length > 0).map(([word]) => word)
  }

  /** Those who may change it never get its id. */
  keep(collection: string, ...ids: string[]): void {
    for (const id of ids) {
      this.kept.add(id)
      this.places.push({ collection, id })
    }
  }

  /** @returns the secrets in a text that this caller may not read, without those that it told itself */
  found(text: string, reader: Reader, told = ''): string[] {
    const isNobody = reader === 'public' || reader === 'bad'
    const matches = [...(text.match(WORD) ?? []), ...(isNobody ? (text.match(ACTOR) ?? []) : [])]
    const words = [...new Set(matches.map((word) => word.toLowerCase()))]
    return words.filter((word) => {
      const readers = this.#readers.get(word) ?? []
      return !readers.includes(reader) && !told.toLowerCase().includes(word)
    })
  }
}

/** Plants one secret of each kind over HTTP, as those do whose secrets they are. */
export async function plantCanaries(service: Service): Promise<Canaries> {
  const canaries = new Canaries()
  const { must, scheduled, sit, vote } = council(service)
  const kept = () => canaries.plant(...KEEPERS)
  const inside = () => canaries.plant(...INSIDERS)
  /** Of a person, and yet not who it is: the audit has it. */
  const ground = () => canaries.plant(...KEEPERS, 'auditor')
  const person = () => ({
    name: `Exemple ${kept()}`,
    email: `${kept()}@example.org`,
    legal_basis: `Consentement ${ground()}`,
    retention_until: '2028-01-31',
  })
  const members = (await service.json('/v1/members?collectivity=09.541')).data
  const member = `/v1/members/${members[0].id}`
  const focal = { ...person(), function: 'Direction' }
  await must('POST', `${member}/focal-points`, focal, {
    ...as('association'),
    'idempotency-key': canaries.plant(),
  })
  const gone = { ...focal, name: canaries.plant(), email: `${canaries.plant()}@example.org` }
  const erased = await must('POST', `${member}/focal-points`, gone)
  await service.app.inject({
    method: 'DELETE',
    url: `${member}/focal-points/${erased.id}`,
    headers: { ...as('association'), 'if-match': '*' },
  })
  const held = await must('POST', '/v1/workshops', workshop('09.541'))
  canaries.places.push({ collection: 'members', id: members[0].id }, { collection: 'workshops', id: held.id })
  await must('POST', `/v1/workshops/${held.id}/participants`, {
    ...person(),
    consent_version: ground(),
    category: 'staff',
  })

  await plantDraft(must, canaries, inside)
  await plantContributions(must, canaries, { kept, inside, ground })
  const session = await scheduled('09.541.03.05')
  await sit(session.url, 1, '2023-09-11', 28)
  const roll = {
    legal_basis: `Procès-verbal ${canaries.plant('auditor')}`,
    retention_until: '2028-01-31',
    voters: [{ name: `Exemple ${kept()}`, side: 'for' }],
  }
  const counted = { for: 1, against: 0, abstentions: 27, president_side: 'for', roll }
  const voted = await vote(session.url, counted)
  if (voted.statusCode !== 200) throw new Error(voted.body)
  canaries.keep('approval-sessions', session.id)
  canaries.keep('action-plans', session.plan)

  const sheet = await service.app.inject({
    method: 'POST',
    url: `/v1/documents?owner_type=workshop&owner_id=${held.id}&kind=letter&legal_basis=${inside()}&${[
      'ar',
      'fr',
      'en',
      'zgh',
    ]
      .map((language) => `title.${language}=${inside()}`)
      .join('&')}`,
    headers: { ...as('association'), 'content-type': 'application/octet-stream' },
    payload: `%PDF-1.4 ${canaries.plant('editor', 'association', 'ministry')}`,
  })
  if (sheet.statusCode !== 201) throw new Error(sheet.body)
  canaries.keep('documents', sheet.json().id)
  await plantOwn(service, must, canaries)
  return canaries
}

/** What is its owner's alone: keys, endpoints, tables that were sent. */
async function plantOwn({ app }: Service, must: Must, canaries: Canaries): Promise<void> {
  const admins = () => canaries.plant('admin', 'auditor')
  const key = await must('POST', '/v1/api-keys', { name: admins(), roles: ['ministry'] }, as('admin'))
  await must('POST', `/v1/api-keys/${key.id}/revocation`, { reason: admins() }, as('admin'))
  const owners = () => canaries.plant('association', 'admin', 'auditor')
  const url = `https://${owners()}.example.org/${owners()}`
  const endpoint = await must('POST', '/v1/webhook-endpoints', { name: owners(), url })
  canaries.keep('webhook-endpoints', endpoint.id)
  const sent = await app.inject({
    method: 'POST',
    url: '/v1/member-imports?on_error=continue&dry_run=true',
    headers: { ...as('association'), 'content-type': 'text/csv' },
    payload: ['hcp_code,wave,source.title', `99.999,1,${canaries.plant('association')}`].join('\n'),
  })
  if (sent.statusCode !== 200) throw new Error(sent.body)
  canaries.keep('member-imports', String(sent.headers.location).split('/').pop()!)
}

type Must = (method: string, url: string, payload?: object, headers?: object) => Promise<Loose>

/** A draft that nobody has published. */
async function plantDraft(must: Must, canaries: Canaries, inside: () => string): Promise<void> {
  const plan = await must('POST', '/v1/action-plans', {
    collectivities: [{ collectivity: '09.541.03.01' }],
    sources: [{ title: 'Exemple' }],
  })
  const both = () => ({ ar: inside(), fr: inside() })
  const commitment = {
    title: both(),
    problem: both(),
    solution: both(),
    expected_impact: both(),
    lead_institution: { name: both() },
    supporting_institutions: [{ name: both() }],
    principles: ['transparency'],
    indicators: [{ title: both(), unit: both() }],
    milestones: [{ key: 'm', title: both() }],
  }
  const axis = { key: 'a', title: both(), rationale: both(), commitments: [commitment] }
  const sources = [
    { title: inside(), publisher: inside(), quoted: inside(), url: `https://${inside()}.example` },
  ]
  await must('PUT', `/v1/action-plans/${plan.id}/drafts/1`, { axes: [axis], sources })
  canaries.keep('action-plans', plan.id)
}

/** What was said and waits, was withheld, or was published without its author's name. */
async function plantContributions(
  must: Must,
  canaries: Canaries,
  { kept, inside, ground }: Record<'kept' | 'inside' | 'ground', () => string>,
): Promise<void> {
  const plan = await must('POST', '/v1/action-plans', {
    collectivities: [{ collectivity: '09.541.03.03' }],
    sources: [{ title: 'Exemple' }],
  })
  const axis = { key: 'a', title: { fr: 'Exemple' }, commitments: [] }
  await must('PUT', `/v1/action-plans/${plan.id}/drafts/1`, { axes: [axis] })
  const opened = await must('POST', '/v1/consultations', {
    plan_id: plan.id,
    round: 1,
    channels: ['online_form'],
    opens_at: { value: '2026-02-01' },
    sources: [{ title: 'Exemple' }],
  })
  const contact = () => ({
    name: `Exemple ${kept()}`,
    email: `${kept()}@example.org`,
    consent_version: ground(),
  })
  const say = async (told: () => string) => {
    const said = {
      language: 'fr',
      problem: told(),
      proposed_solution: told(),
      expected_impact: told(),
      contact: contact(),
    }
    return (await must('POST', `/v1/consultations/${opened.id}/contributions`, said)).id as string
  }
  const step = (id: string, action: string, reason?: string) =>
    must('POST', `/v1/contributions/${id}/transitions`, { action, ...(reason && { reason }) })
  const [waiting, withheld, published] = [await say(inside), await say(inside), await say(() => 'Exemple')]
  await step(withheld, 'withhold', inside())
  await step(published, 'publish')
  canaries.keep('action-plans', plan.id)
  canaries.keep('consultations', opened.id)
  canaries.keep('contributions', waiting, withheld, published)
}
