import { transact } from '../../src/db/journal.ts'
import { SYSTEM } from '../../src/domain/actor.ts'
import { createPlan, stepPlan } from '../../src/plans/commands.ts'
import { beginDraft, editDraft } from '../../src/plans/drafts/commands.ts'
import type { DraftDocument } from '../../src/plans/drafts/schema.ts'
import type { Service } from './app.ts'
import { author } from './journal.ts'

/** A plan of the commune of Taroudannt, the same in every database that it is put into. */
export const PLAN = '6f1c0e6a-6a58-5c1e-9d1b-3f1f5b7f0a01'
/** The id of its commitment `school-bus`. */
export const COMMITMENT = 'af2a5b8f-575f-5f87-a98d-3665cb26c681'

const SOURCES = [{ title: 'Exemple' }]

const AXES = [
  {
    key: 'transport',
    title: { ar: 'النقل المدرسي', fr: 'Transport scolaire' },
    rationale: { ar: 'آلية للحد من الهدر المدرسي', fr: 'Mécanisme contre l’abandon scolaire' },
    principles: ['transparency'],
    commitments: [
      {
        key: 'school-bus',
        title: { ar: 'نشر خطوط النقل المدرسي', fr: 'Publier les lignes du transport scolaire' },
        problem: { fr: 'Les familles ne connaissent pas les lignes ni les horaires.' },
        solution: { ar: 'خريطة مفتوحة للخطوط', fr: 'Une carte ouverte des lignes' },
        lead_institution: { name: { fr: 'Direction des services (exemple)' } },
        principles: ['transparency', 'access_to_information'],
        budget: { amount: '125000.00', currency: 'MAD' },
        financial_effect: true,
        indicators: [{ title: { fr: 'Lignes publiées' }, baseline: '0', target: '24' }],
        milestones: [{ key: 'map', title: { fr: 'Carte en ligne' }, due_on: { value: '2026-09' } }],
      },
    ],
  },
  { key: 'digital', title: { ar: 'الرقمنة', fr: 'Digitalisation' }, principles: ['digitalisation'] },
] satisfies DraftDocument['axes']

/** The plan, with two drafts that are public and frozen. */
export async function plantPlan(
  { db }: Pick<Service, 'db'>,
  collectivity = '09.541.01.13',
  plan = PLAN,
  acronym = 'PACTO',
): Promise<void> {
  await transact(db, author, async (writing) => {
    const step = (action: 'publish_draft' | 'validate' | 'reopen', on: string) =>
      stepPlan(writing, SYSTEM, plan, 'any', { action, effective_on: { value: on } })
    await createPlan(
      writing,
      SYSTEM,
      {
        title: { ar: 'برنامج عمل الانفتاح (مثال)', fr: 'Programme d’action d’ouverture (exemple)' },
        collectivities: [{ collectivity }],
        cycle: { starts_on: { value: '2026' } },
        programme: { acronym },
        phases: [{ kind: 'co_creation', planned: { starts_on: { value: '2026-03' } } }],
        sources: SOURCES,
      },
      plan,
    )
    await editDraft(writing, SYSTEM, plan, 1, 'any', () => ({ axes: AXES, sources: SOURCES }))
    await step('publish_draft', '2026-01-10')
    await step('validate', '2026-01-12')
    await step('reopen', '2026-01-15')
    await beginDraft(writing, SYSTEM, plan)
    const [transport, digital] = AXES as [DraftDocument['axes'][0], DraftDocument['axes'][0]]
    const reworded = { ...transport, title: { ar: 'النقل المدرسي الآمن', fr: 'Transport scolaire sûr' } }
    await editDraft(writing, SYSTEM, plan, 2, 'any', () => ({
      axes: [digital, reworded],
    }))
    await step('publish_draft', '2026-01-20')
    await step('validate', '2026-01-22')
    await step('reopen', '2026-01-25')
  })
}
