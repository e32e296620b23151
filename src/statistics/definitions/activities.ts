import { type Measure, placesOfMany, split, type Translated } from '../definition.ts'

const ofWorkshops = {
  kind: 'flow',
  time: 'real',
  record_types: ['workshop', 'region', 'provincial_council', 'commune'],
} as const
const workshopSplits = [
  split('kind', 'kind', 'kind'),
  split('mode', 'mode', 'mode'),
  ...placesOfMany('collectivities', { type: false }),
]
const HELD = '/v1/workshops?status=held&held_on_lte={as_of}'

const attendance = (
  id: string,
  field: 'present' | 'registered' | 'invited',
  name: Translated,
  who: Translated,
): Measure => ({
  ...ofWorkshops,
  id,
  name,
  counts: {
    ar: `${who.ar} في الورشات المنعقدة حتى اليوم. مجموع الخانات العمومية وحدها: خانة من 1 إلى 4 محجوبة (suppressed) ولا تدخل في أي مجموع، فيقول المجموع at_least (القانون 09-08).`,
    fr: `${who.fr} aux ateliers tenus jusqu’au jour dit. Somme des seules cases publiques : une case de 1 à 4 est tue (suppressed) et n’entre dans aucune somme, qui dit alors at_least (loi 09-08).`,
    en: `${who.en} at the workshops held by the day. The sum of public cells alone: one of 1 to 4 is suppressed and is in no sum, which then says at_least (law 09-08).`,
  },
  unit: 'people',
  denominator: {
    ar: 'عدد الورشات التي نشرت أعداد حضورها',
    fr: 'Ateliers dont les effectifs sont publiés',
    en: 'Workshops whose numbers are published',
  },
  splits: [
    split('category', null, 'attendance.cells.category'),
    split('gender', null, 'attendance.cells.gender'),
    ...workshopSplits,
  ],
  list: { path: HELD, aggregate: 'sum', of: `attendance.cells.${field}.value`, day: 'held_on' },
})

const contributions = (id: string, status: string | null, name: Translated, what: Translated): Measure => ({
  id,
  name,
  counts: {
    ar: `${what.ar}. يوم كل مساهمة هو يوم توصلها؛ ولا يحسب إلا ما هو منشور الآن، بحالته الآن.`,
    fr: `${what.fr}. Le jour d’une contribution est celui de sa réception ; ne compte que ce qui est publié à présent, dans son état présent.`,
    en: `${what.en}. The day of a contribution is that of its receipt; only what is published at present counts, in its present status.`,
  },
  unit: 'contributions',
  kind: 'flow',
  time: 'real',
  denominator:
    status === null
      ? null
      : { ar: 'المساهمات المتوصل بها', fr: 'Contributions reçues', en: 'Contributions received' },
  record_types: ['contribution', 'consultation', 'action_plan', 'region', 'provincial_council', 'commune'],
  splits: [
    split('contribution_status', 'status', 'status'),
    split('channel', null, 'channel'),
    split('language', 'language', 'language'),
    split('round', null, 'consultation.round'),
    ...placesOfMany(null, { type: true }),
  ],
  list: {
    path: `/v1/contributions${status === null ? '' : `?status=${status}`}`,
    aggregate: 'count',
    of: null,
    day: 'received_at',
  },
})

export const ACTIVITY_MEASURES: readonly Measure[] = [
  {
    ...ofWorkshops,
    id: 'workshops',
    name: { ar: 'الورشات المنعقدة', fr: 'Ateliers tenus', en: 'Workshops held' },
    counts: {
      ar: 'اللقاءات والورشات المنعقدة يقينا حتى اليوم؛ ما لا يعرف يومه لا يحسب.',
      fr: 'Réunions et ateliers tenus de façon certaine jusqu’au jour dit ; sans date connue, ils ne comptent pas.',
      en: 'Meetings and workshops held for sure by the day; those without a known date are not counted.',
    },
    unit: 'workshops',
    denominator: null,
    splits: workshopSplits,
    list: { path: HELD, aggregate: 'count', of: null, day: 'held_on' },
  },
  attendance(
    'attendance',
    'present',
    { ar: 'الحضور', fr: 'Présents', en: 'Attendance' },
    { ar: 'من حضروا', fr: 'Personnes présentes', en: 'People present' },
  ),
  attendance(
    'registered',
    'registered',
    { ar: 'المسجلون', fr: 'Inscrits', en: 'Registered' },
    { ar: 'من سجلوا أنفسهم', fr: 'Personnes inscrites', en: 'People registered' },
  ),
  attendance(
    'invited',
    'invited',
    { ar: 'المدعوون', fr: 'Invités', en: 'Invited' },
    { ar: 'من دعوا', fr: 'Personnes invitées', en: 'People invited' },
  ),
  contributions(
    'contributions',
    null,
    { ar: 'المساهمات المتوصل بها', fr: 'Contributions reçues', en: 'Contributions received' },
    {
      ar: 'المساهمات المنشورة المتوصل بها حتى اليوم',
      fr: 'Contributions publiées, reçues jusqu’au jour dit',
      en: 'Published contributions received by the day',
    },
  ),
  contributions(
    'contributions_answered',
    'accepted,merged,rejected',
    { ar: 'المساهمات المجاب عنها', fr: 'Contributions répondues', en: 'Contributions answered' },
    {
      ar: 'من المساهمات المتوصل بها حتى اليوم، ما كان له جواب معلل بحلوله (answer.answered_at)',
      fr: 'Parmi les contributions reçues jusqu’au jour dit, celles qui avaient alors une réponse motivée (answer.answered_at)',
      en: 'Of the contributions received by the day, those with a reasoned answer by then (answer.answered_at)',
    },
  ),
  contributions(
    'contributions_accepted',
    'accepted',
    { ar: 'المساهمات المقبولة', fr: 'Contributions retenues', en: 'Contributions accepted' },
    {
      ar: 'من المساهمات المتوصل بها حتى اليوم، ما قبل منها بحلوله (answer.answered_at)',
      fr: 'Parmi les contributions reçues jusqu’au jour dit, celles qui étaient alors retenues (answer.answered_at)',
      en: 'Of the contributions received by the day, those accepted by then (answer.answered_at)',
    },
  ),
]
