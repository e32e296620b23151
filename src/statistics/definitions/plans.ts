import { type Measure, placesOfMany, placesOfOne, split, type Translated } from '../definition.ts'

const sessions = (
  id: string,
  name: Translated,
  which: Translated,
  denominator: Translated | null,
): Measure => ({
  id,
  name,
  counts: {
    ar: `${which.ar}. تحسب الدورات غير الملغاة التي حل أول يوم معلن لها أو قررت، حسب الأيام الفعلية. أجل الدورة المعلنة بيوم خمسة عشر يوما متتابعا منه (القوانين التنظيمية 111-14 م 37 و112-14 م 35 و113-14 م 34)، والمعلنة بشهر أو سنة آخر يوم منهما.`,
    fr: `${which.fr}. Comptent les sessions non annulées dont le premier jour annoncé est venu, ou qui ont décidé, d’après les jours réels. Annoncée pour un jour, une session a pour terme les quinze jours consécutifs qui commencent avec lui (lois organiques 111-14 art. 37, 112-14 art. 35, 113-14 art. 34) ; pour un mois ou une année, leur dernier jour.`,
    en: `${which.en}. Sessions that are not cancelled count once their first announced day has come, or they have decided, by the days on which it happened. Announced for a day, a session has until the end of the fifteen consecutive days that begin with it (organic laws 111-14 art. 37, 112-14 art. 35, 113-14 art. 34); for a month or a year, until its last day.`,
  },
  unit: 'sessions',
  kind: 'stock',
  time: 'real',
  denominator,
  record_types: ['approval_session', 'region', 'provincial_council', 'commune'],
  splits: [
    split('timeliness', null, null),
    split('kind', 'kind', 'kind'),
    split('outcome', null, 'outcome'),
    ...placesOfOne('collectivity'),
  ],
  list: {
    path: '/v1/approval-sessions?status=announced,convened,quorum_failed,closed',
    aggregate: 'count',
    of: null,
    day: null,
  },
})

export const PLAN_MEASURES: readonly Measure[] = [
  {
    id: 'plans',
    name: { ar: 'برامج العمل', fr: 'Programmes d’action', en: 'Action plans' },
    counts: {
      ar: 'البرامج بحالتها المؤكدة في آخر اليوم حسب تواريخ خطواتها كما تعرف الآن؛ وقبل خطوته الأولى يكون البرنامج قيد الإعداد منذ يوم تسجيله.',
      fr: 'Plans, dans l’état où ils étaient de façon certaine à la fin du jour, d’après les dates de leurs étapes telles qu’on les connaît à présent ; avant la première, un plan est en préparation depuis le jour de son inscription.',
      en: 'Plans, in the status that they had for sure at the end of the day, by the dates of their steps as they are known at present; before the first, a plan is in drafting from the day on which it was recorded.',
    },
    unit: 'plans',
    kind: 'stock',
    time: 'real',
    denominator: null,
    record_types: ['action_plan', 'region', 'provincial_council', 'commune'],
    splits: [split('plan_status', 'status', 'status'), ...placesOfMany('collectivities', { type: true })],
    list: { path: '/v1/action-plans?as_of={as_of}', aggregate: 'count', of: null, day: null },
  },
  sessions(
    'approval_sessions',
    { ar: 'دورات المصادقة', fr: 'Sessions d’adoption', en: 'Approval sessions' },
    {
      ar: 'الدورات التي كان على مجلس فيها أن يقرر في برنامج',
      fr: 'Sessions dans lesquelles un conseil avait à décider d’un plan',
      en: 'Sessions in which a council was to decide on a plan',
    },
    null,
  ),
  sessions(
    'approval_sessions_on_time',
    { ar: 'قرارات في أجلها', fr: 'Décisions à temps', en: 'Decisions on time' },
    {
      ar: 'الدورات التي قرر فيها المجلس في أجل الدورة المعلنة (decided_on)',
      fr: 'Sessions dont le conseil a décidé dans le terme de la session annoncée (decided_on)',
      en: 'Sessions whose council decided within the term of the session that was announced (decided_on)',
    },
    {
      ar: 'كل الدورات المحسوبة في approval_sessions',
      fr: 'Toutes les sessions que compte approval_sessions',
      en: 'All the sessions that approval_sessions counts',
    },
  ),
]
