import { type Static, type TObject, Type } from 'typebox'
import { COLLECTIVITY_TYPES } from '../domain/register-types.ts'
import {
  extensible,
  Id,
  Instant,
  Names,
  nullable,
  open,
  PartialDate,
  Revision,
  ref,
  Sources,
  sharedObjects,
  words,
} from '../http/schema.ts'
import { MEMBER_STATUSES } from '../members/lifecycle.ts'

export const CollectivityRef = open(
  {
    id: Id,
    type: extensible(COLLECTIVITY_TYPES, 'Kind of collectivity'),
    hcp_code: Type.String(),
    name: ref(Names),
  },
  { $id: 'CollectivityRef', description: 'A collectivity that is pointed at' },
)

export const Identifier = open(
  {
    scheme: extensible(['hcp', 'iso-3166-2'], 'Who gives the code'),
    value: Type.String(),
    valid_from: nullable(ref(PartialDate)),
    valid_until: nullable(ref(PartialDate)),
  },
  {
    $id: 'Identifier',
    description:
      'A code and the time in which it holds; `valid_until` is the period in which it stopped, null while in force',
  },
)

export const NameVariant = open(
  {
    lang: Type.String({ description: 'BCP 47' }),
    value: Type.String(),
    note: nullable(Type.String()),
  },
  { $id: 'NameVariant', description: 'Another spelling or script under which it is known' },
)

export const CERTAINTIES = ['certain', 'possible'] as const

export const MembershipSummary = open(
  {
    id: Id,
    wave: nullable(Type.Integer({ minimum: 1 })),
    joined_on: nullable(ref(PartialDate)),
    left_on: nullable(ref(PartialDate)),
    status: extensible(MEMBER_STATUSES, 'Status at the end of the day `as_of`'),
    certainty: words(
      CERTAINTIES,
      '`possible` while the period of an imprecise date is not past; filters and counts take `certain`',
    ),
  },
  { $id: 'MembershipSummary', description: 'Membership of the network as of a day' },
)

const Geometry = nullable(
  Type.Unsafe<object>({
    type: 'object',
    description:
      'GeoJSON geometry (RFC 7946), longitude first; outlines are accurate to about 150 m. Boundaries © OpenStreetMap contributors, ODbL 1.0',
    properties: { type: { type: 'string' }, coordinates: { type: 'array', items: {} } },
    required: ['type', 'coordinates'],
  }),
)

export const Collectivity = open(
  {
    id: Id,
    type: extensible(COLLECTIVITY_TYPES, 'Kind of collectivity'),
    kind: nullable(words(['province', 'prefecture'], 'Of a provincial council: what its territory is')),
    hcp_code: Type.String({ description: 'Geographic code of the Haut-Commissariat au Plan in force' }),
    iso_code: nullable(Type.String({ description: 'ISO 3166-2; regions and provinces only' })),
    name: ref(Names),
    name_variants: Type.Array(ref(NameVariant)),
    identifiers: Type.Array(ref(Identifier), { description: 'All codes, former ones too' }),
    parent: nullable(ref(CollectivityRef)),
    region: nullable(ref(CollectivityRef)),
    seat: nullable(ref(CollectivityRef)),
    children: open({
      provincial_councils: Type.Integer({ minimum: 0 }),
      communes: Type.Integer({ minimum: 0 }),
    }),
    has_arrondissements: nullable(Type.Boolean({ description: 'Communes only' })),
    population: open(
      {
        value: nullable(Type.Integer({ minimum: 0 })),
        status: extensible(['known', 'unknown'], 'Whether there is a value'),
        counted_on: nullable(ref(PartialDate)),
      },
      { description: 'Legal population of the census' },
    ),
    location: nullable(
      open(
        {
          longitude: Type.Number(),
          latitude: Type.Number(),
          outline_sha256: Type.String({ description: 'Changes when the outline does' }),
        },
        { description: 'A point well inside the outline (WGS 84); null where no outline is known' },
      ),
    ),
    membership: nullable(ref(MembershipSummary)),
    vintage: Type.String({ description: 'Edition of the register from which the record comes' }),
    sources: Sources,
    revision: Revision,
    created_at: Instant,
    updated_at: Instant,
    geometry: Type.Optional(Geometry),
    memberships: Type.Optional(
      Type.Array(ref(MembershipSummary), { description: 'All episodes; with `include=memberships`' }),
    ),
    provincial_councils: Type.Optional(
      Type.Array(ref(CollectivityRef), { description: 'With `include=provincial_councils`' }),
    ),
    communes: Type.Optional(Type.Array(ref(CollectivityRef), { description: 'With `include=communes`' })),
  },
  {
    $id: 'Collectivity',
    description: 'A territorial collectivity: a region, a provincial or prefectoral council, or a commune',
  },
)
export type Collectivity = Static<typeof Collectivity>

export const registerSchemas = [CollectivityRef, Identifier, NameVariant, MembershipSummary, Collectivity]
export const registerObjects: ReadonlyMap<string, TObject> = new Map([
  ...sharedObjects,
  ...registerSchemas.map((schema) => [(schema as { $id?: string }).$id!, schema as TObject] as const),
])

export const INCLUDES = ['memberships', 'provincial_councils', 'communes'] as const
export const GEOMETRIES = ['none', 'centre', 'outline'] as const
