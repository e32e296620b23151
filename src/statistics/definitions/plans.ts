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
  {
    id: 'plan_days',
    name: { ar: 'أيام في كل حالة', fr: 'Jours passés dans chaque état', en: 'Days in each status' },
    counts: {
      ar: 'أيام البرامج إلى آخر as_of: كل يوم يحسب مرة لكل برنامج، في الحالة التي كان فيها يقينا في آخر ذلك اليوم، كما في plans؛ فهو مجموع plans على كل الأيام إلى as_of. تدخل الخطوة حيز الحساب في آخر يوم من تاريخها (الشهر أو السنة حين لا يعرف غيرهما)، أو في اليوم الذي تأكدت فيه خطوة بعدها إن سبقه؛ وقبل أول تغيير لحالته يكون البرنامج قيد الإعداد منذ يوم تسجيله (created_at) أو يوم أول خطوة غيرت حالته إن سبقه. حالة بدأت وانتهت في اليوم نفسه لا أيام لها.',
      fr: 'Jours de plans jusqu’à la fin de as_of : chaque jour compte une fois par plan, dans l’état où il était de façon certaine à la fin de ce jour, comme dans plans ; c’est donc la somme de plans sur tous les jours jusqu’à as_of. Une étape compte à partir du dernier jour de sa date (d’un mois ou d’une année, quand on n’en sait pas plus), ou du jour où une étape suivante est certaine s’il vient avant ; avant la première qui change son état, un plan est en préparation depuis le jour de son inscription (created_at), ou depuis celui de cette étape s’il vient avant. Un état commencé et fini le même jour n’a pas de jours.',
      en: 'Days of plans until the end of as_of: each day counts once for each plan, in the status that it had for sure at the end of that day, as in plans; so this is the sum of plans over all days until as_of. A step counts from the last day of its date (of a month or a year, where no more is known), or from the day on which a later step is certain if that is earlier; before the first that changes its status, a plan is in drafting from the day on which it was recorded (created_at), or from that of this step if it is earlier. A status that began and ended on one day has no days.',
    },
    unit: 'days',
    kind: 'stock',
    time: 'real',
    denominator: {
      ar: 'البرامج التي كان لها يوم منها',
      fr: 'Les plans qui en ont eu au moins un jour',
      en: 'The plans that had a day of them',
    },
    record_types: ['action_plan', 'region', 'provincial_council', 'commune'],
    splits: [
      split('plan_status', null, 'transitions.to_status'),
      ...placesOfMany('collectivities', { type: true }),
    ],
    list: {
      path: '/v1/action-plans?as_of={as_of}&include=transitions',
      aggregate: 'days',
      of: 'transitions',
      day: null,
    },
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
