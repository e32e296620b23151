import { type Static, Type } from 'typebox'
import { Day, extensible, Id, Instant, nullable, open, Revision, ref, Sources } from '../http/schema.ts'

const Translations = open({
  ar: nullable(Type.String()),
  fr: nullable(Type.String()),
  en: nullable(Type.String()),
})

const Body = open({ name: Translations, acronym: nullable(Type.String()) })

const Count = Type.Integer({ minimum: 0 })
const ByType = { regions: Count, provincial_councils: Count, communes: Count, total: Count }

export const MemberCount = open(
  {
    certain: Type.Integer({ minimum: 0, description: 'Members for sure at the end of the day' }),
    possible: Type.Integer({
      minimum: 0,
      description: 'Besides those: the ones whose date is too imprecise to say, as its period is not past',
    }),
  },
  { $id: 'MemberCount' },
)

export const MemberCounts = open(
  {
    regions: ref(MemberCount),
    provincial_councils: ref(MemberCount),
    communes: ref(MemberCount),
    total: ref(MemberCount),
  },
  { $id: 'MemberCounts', description: 'Members known by name, computed from the episodes of membership' },
)

export const DeclaredTotal = open(
  {
    as_of: Day,
    declared: open(ByType, { description: 'What the source says' }),
    parts_sum: Type.Integer({ minimum: 0 }),
    parts_add_up: Type.Boolean({ description: 'Whether the declared parts make the declared total' }),
    known: ref(MemberCounts),
    unknown: open(
      {
        regions: Type.Integer(),
        provincial_councils: Type.Integer(),
        communes: Type.Integer(),
        total: Type.Integer(),
      },
      {
        description:
          'Declared less certain: members that no source found names. Below zero, more are known than declared',
      },
    ),
    agrees: Type.Boolean({
      description: 'Whether all that is declared is known by name, neither more nor less',
    }),
    contradictions: Type.Array(
      open({
        measure: extensible(['regions', 'provincial_councils', 'communes', 'total'], 'What it contradicts'),
        value: Type.Integer(),
        note: Translations,
      }),
      { description: 'What the same source says otherwise' },
    ),
    sources: Sources,
  },
  {
    $id: 'DeclaredTotal',
    description: 'A total that a source declares, beside what is known of it on the same day',
  },
)

export const Network = open(
  {
    id: Id,
    name: Translations,
    acronym: Type.String(),
    founded_on: Day,
    principles: Type.Array(open({ key: Type.String(), name: Translations })),
    supervising_bodies: Type.Array(Body),
    partner_bodies: Type.Array(Body),
    support_programme: Body,
    as_of: Day,
    counts: ref(MemberCounts),
    declared_totals: Type.Array(ref(DeclaredTotal), {
      description: 'Oldest first; those of days after `as_of` are left out',
    }),
    sources: Sources,
    revision: Revision,
    created_at: Instant,
    updated_at: Instant,
  },
  { $id: 'Network', description: 'The network itself, its members counted as of a day' },
)
export type Network = Static<typeof Network>
export const networkSchemas = [MemberCount, MemberCounts, DeclaredTotal, Network]
