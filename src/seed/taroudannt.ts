import { createSession } from '../approval-sessions/commands.ts'
import type { NewApprovalSession } from '../approval-sessions/schema.ts'
import type { Writing } from '../db/journal.ts'
import type { Actor } from '../domain/actor.ts'
import { createPlan, stepPlan } from '../plans/commands.ts'
import { writeDraft } from '../plans/drafts/commands.ts'
import type { DraftDocument } from '../plans/drafts/schema.ts'
import { lockPlan } from '../plans/lock/commands.ts'
import type { NewActionPlan } from '../plans/schema.ts'
import { putAttendance } from '../workshops/attendance/commands.ts'
import type { NewAttendance } from '../workshops/attendance/schema.ts'
import { putWorkshop } from '../workshops/commands.ts'
import type { WorkshopDocument } from '../workshops/schema.ts'
import { readJson, readSources, type SourceRecord } from './files.ts'
import { seedId } from './register.ts'

export const TAROUDANNT_FILES = ['taroudannt.json', 'sources.csv']

/** Everything that the article says of Taroudannt's plan, each fact in its own field. */
interface Story {
  readonly source: string
  readonly plan: Omit<NewActionPlan, 'sources'>
  readonly draft: { readonly published_on: string; readonly axes: DraftDocument['axes'] }
  readonly workshops: readonly {
    readonly key: string
    readonly document: Omit<WorkshopDocument, 'sources' | 'plan_id'>
    /** The form in which the source names what it names otherwise than it is called. */
    readonly quoted?: string
    /** Who came, as categories: how many, the source does not say. */
    readonly attendance?: NewAttendance['cells'][number]['category'][]
  }[]
  /** The vote, as it was announced: what came of it no source tells. */
  readonly session: Omit<NewApprovalSession, 'plan_id' | 'sources'>
}

export const TAROUDANNT_PLAN = seedId('action-plan:09.541:1')

/** The loader acts as the association, whose data managers would have entered it. */
const LOADER: Actor = {
  id: 'system',
  kind: 'key',
  roles: ['association'],
  collectivities: [],
  scopes: ['read', 'write'],
  expires_at: null,
}

/**
 * The first plan of the network that the public knows of, through the commands that the API uses. What is there already
 * stays as people have made it.
 */
export async function loadTaroudannt(writing: Writing) {
  const { source, plan, draft, workshops, session } = readJson<Story>('taroudannt.json')
  const sources = readSources()(source)
  const present = await writing.trx
    .selectFrom('action_plan')
    .select('id')
    .where('id', '=', TAROUDANNT_PLAN)
    .executeTakeFirst()
  const records = 3 + workshops.length
  if (present !== undefined) return { created: 0, updated: 0, unchanged: records }
  await createPlan(writing, LOADER, { ...plan, sources }, TAROUDANNT_PLAN)
  const locked = await lockPlan(writing, TAROUDANNT_PLAN)
  await writeDraft(writing, locked, locked.drafts[0]!, { axes: draft.axes, sources })
  await stepPlan(writing, LOADER, TAROUDANNT_PLAN, 'any', {
    action: 'publish_draft',
    effective_on: { value: draft.published_on },
    sources,
  })
  for (const { key, document, quoted, attendance = [] } of workshops) {
    const id = seedId(`workshop:09.541:${key}`)
    const told = { ...document, plan_id: TAROUDANNT_PLAN, sources: withQuote(sources, quoted) }
    await putWorkshop(writing, id, told, 'held')
    const cells = attendance.map((category) => ({ category, gender: 'unknown' as const }))
    if (cells.length > 0) await putAttendance(writing, LOADER, id, 'any', { cells })
  }
  await createSession(
    writing,
    LOADER,
    { ...session, plan_id: TAROUDANNT_PLAN, sources },
    seedId('approval-session:09.541:2023-10'),
  )
  return { created: records, updated: 0, unchanged: 0 }
}

const withQuote = (sources: readonly SourceRecord[], quoted: string | undefined) =>
  sources.map((source) => (quoted === undefined ? source : { ...source, quoted }))
