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
]
