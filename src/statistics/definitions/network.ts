import { KEPT_TYPES } from '../../domain/record-types.ts'
import { type Measure, placesOfOne, split } from '../definition.ts'

const record_types = ['member', 'region', 'provincial_council', 'commune'] as const
const splits = [...placesOfOne('collectivity'), split('wave', 'wave', 'wave')]

export const NETWORK_MEASURES: readonly Measure[] = [
  {
    id: 'members',
    name: { ar: 'الأعضاء', fr: 'Membres', en: 'Members' },
    counts: {
      ar: 'العضويات النشيطة يقينا في آخر اليوم، حسب تواريخ نفاذها، كما في counts.*.certain من /v1/network. قبل تأسيس الشبكة: صفر.',
      fr: 'Adhésions actives de façon certaine à la fin du jour, d’après leurs dates d’effet, comme counts.*.certain de /v1/network. Avant la fondation du réseau : zéro.',
      en: 'Memberships that are active for sure at the end of the day, by their effective dates, as counts.*.certain of /v1/network. Before the network was founded: zero.',
    },
    unit: 'members',
    kind: 'stock',
    time: 'real',
    denominator: null,
    record_types,
    splits,
    list: { path: '/v1/members?active=certain&as_of={as_of}', aggregate: 'count', of: null, day: null },
  },
  {
    id: 'members_possible',
    name: { ar: 'أعضاء محتملون', fr: 'Membres possibles', en: 'Possible members' },
    counts: {
      ar: 'ما قد يضاف إلى الأعضاء المؤكدين: عضويات لا تكفي دقة تاريخها للقول هل هي نشيطة في آخر اليوم، كما في counts.*.possible من /v1/network.',
      fr: 'En plus des membres certains : adhésions dont la date est trop peu précise pour dire si elles sont actives à la fin du jour, comme counts.*.possible de /v1/network.',
      en: 'Besides the certain members: memberships whose date is too imprecise to say whether they are active at the end of the day, as counts.*.possible of /v1/network.',
    },
    unit: 'members',
    kind: 'stock',
    time: 'real',
    denominator: null,
    record_types,
    splits,
    list: { path: '/v1/members?active=possible&as_of={as_of}', aggregate: 'count', of: null, day: null },
  },
  {
    id: 'days_since_last_word',
    name: {
      ar: 'أيام منذ آخر كلمة',
      fr: 'Jours depuis la dernière parole',
      en: 'Days since the last word',
    },
    counts: {
      ar: 'الأيام بين يوم آخر كلمة لجماعة ترابية عضو (last_word) و as_of: آخر تغيير علني، دون إلى آخر ذلك اليوم، لما تمسكه هي نفسها من سجلات، بتوقيت الدار البيضاء. لخانة فيها عدة أعضاء: أطول صمت بينهم، فلا تجمع الخانات، وأكبرها هو ما لكلها. عضو لم يدون له شيء بعد مجهول: at_least حين يجهل بعضهم، وunknown حين يجهلون كلهم.',
      fr: 'Jours entre le jour de la dernière parole d’une collectivité membre (last_word) et as_of : le dernier changement public, inscrit avant la fin de ce jour, de ce qu’elle tient elle-même, à l’heure de Casablanca. D’une case de plusieurs membres : le plus long silence ; les cases ne s’additionnent donc pas, la plus grande vaut pour leur ensemble. Un membre dont rien n’était encore inscrit est inconnu : at_least quand certains le sont, unknown quand tous le sont.',
      en: 'Days between the day of the last word of a collectivity that is a member (last_word) and as_of: the last public change, written down by the end of that day, of what it keeps itself, in the time of Casablanca. Of a cell of several members: the longest silence, so that cells do not add up, and the greatest is that of all of them. A member of which nothing was yet written down is unknown: at_least when some are, unknown when all are.',
    },
    unit: 'days',
    kind: 'stock',
    time: 'recorded',
    denominator: {
      ar: 'الأعضاء النشيطون يقينا، كما في members',
      fr: 'Les membres certains, comme dans members',
      en: 'The certain members, as in members',
    },
    record_types: [...KEPT_TYPES, 'region', 'provincial_council', 'commune'],
    splits: splits.map((one) => ({ ...one, additive: false })),
    list: {
      path: '/v1/members?active=certain&as_of={as_of}&include=last_word',
      aggregate: 'longest',
      of: 'last_word.at',
      day: null,
    },
  },
]
