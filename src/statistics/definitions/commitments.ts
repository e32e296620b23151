import { type Measure, placesOfMany, split, type Translated } from '../definition.ts'

const THOSE = {
  ar: 'مشاريع المسودات التي تمثل اليوم برامجها، وما قيل عنها حتى آخر اليوم المطلوب',
  fr: 'projets des versions qui tiennent lieu de plan aujourd’hui, avec ce qui en était dit à la fin du jour demandé',
  en: 'commitments of the drafts that stand for their plans today, with what was told of them by the end of the day',
}

const commitments = (id: string, filter: string, name: Translated, which: Translated): Measure => ({
  id,
  name,
  counts: {
    ar: `${which.ar}: ${THOSE.ar}.`,
    fr: `${which.fr} : ${THOSE.fr}.`,
    en: `${which.en}: ${THOSE.en}.`,
  },
  unit: 'commitments',
  kind: 'stock',
  time: 'real',
  denominator:
    filter === ''
      ? null
      : { ar: 'كل المشاريع', fr: 'Tous les projets d’ouverture', en: 'All the commitments' },
  record_types: ['action_plan', 'draft', 'progress_report', 'region', 'provincial_council', 'commune'],
  splits: [
    // A commitment serves several.
    { name: 'principle', additive: false, parameter: 'principle', field: 'principles' },
    split('completion', 'completion', 'completion.stage'),
    split('overdue', 'overdue', 'overdue'),
    split('plan_status', 'plan_status', 'plan.status'),
    ...placesOfMany('plan.collectivities', { type: true }),
  ],
  list: { path: `/v1/commitments?${filter}as_of={as_of}`, aggregate: 'count', of: null, day: null },
})

export const COMMITMENT_MEASURES: readonly Measure[] = [
  commitments(
    'commitments',
    '',
    { ar: 'مشاريع الانفتاح', fr: 'Projets d’ouverture', en: 'Commitments' },
    { ar: 'كلها', fr: 'Tous', en: 'All' },
  ),
  commitments(
    'commitments_completed',
    'completion=completed&',
    { ar: 'المشاريع المنجزة', fr: 'Projets achevés', en: 'Commitments completed' },
    {
      ar: 'التي يقول أعضاؤها إنها أنجزت',
      fr: 'Achevés, selon leurs membres',
      en: 'Completed, as their members say',
    },
  ),
  commitments(
    'commitments_overdue',
    'overdue=true&',
    { ar: 'المشاريع المتأخرة', fr: 'Projets en retard', en: 'Commitments overdue' },
    {
      ar: 'التي فات أجل مرحلة منها أو أجل البرنامج',
      fr: 'Dont le terme d’un jalon, ou du plan, est passé',
      en: 'Of which the day of a milestone, or of the plan, has passed',
    },
  ),
]
