import { type Static, Type } from 'typebox'
import { RECORD_TYPES } from '../domain/record-types.ts'
import { Day, extensible, nullable, open, ref } from '../http/schema.ts'
import { CollectivityRef } from '../register/schema.ts'
import { DIMENSION_NAMES } from './definition.ts'
import { MEASURES } from './measures.ts'

const word = (description: string) => Type.Optional(nullable(Type.String({ description })))
const number = (description: string) => Type.Optional(nullable(Type.Integer({ description })))
const place = Type.Optional(nullable(ref(CollectivityRef)))
const measure = extensible(
  MEASURES.map(({ id }) => id),
  'What is counted, as `/v1/statistics/measures` defines it',
)

export const Statistic = open(
  {
    measure,
    type: word('Type of collectivity'),
    region: place,
    province: place,
    collectivity: place,
    wave: number('Wave of admission'),
    plan_status: word('Status of the plan'),
    contribution_status: word('Status of the contribution'),
    timeliness: word('Whether the council decided in the session that was announced'),
    kind: word('Of a session or a workshop'),
    outcome: word('What the council decided'),
    mode: word('In person or remote'),
    category: word('Category of participants'),
    gender: word('Gender of participants'),
    channel: word('Channel of the contribution'),
    language: word('Language of the contribution'),
    round: number('Round of the consultation'),
    principle: word('Principle of the network'),
    completion: word('How far it has come by the member’s own word'),
    overdue: Type.Optional(nullable(Type.Boolean({ description: 'Whether its day has passed' }))),
    period: word('With `period`: `2026-01`, `2026-Q1` or `2026`; null where the day is not known so well'),
    as_of: { ...Day, description: 'The day at whose end it is so' },
    value: nullable(Type.Integer({ minimum: 0, description: 'In the unit of the measure' })),
    status: extensible(
      ['known', 'at_least', 'suppressed', 'unknown'],
      'Of the value. `suppressed`: what is known of it is withheld (law 09-08); `at_least`: a sum or the longest time, some of whose parts are unknown or suppressed',
    ),
    denominator: nullable(
      Type.Integer({ minimum: 0, description: 'Of the cell, where the measure has one; never of the whole' }),
    ),
  },
  {
    $id: 'Statistic',
    description:
      'One cell of a figure: the dimensions that were asked for, each a column, null where it is not known or there is none',
  },
)
export type Statistic = Static<typeof Statistic>

const Translations = open({ ar: Type.String(), fr: Type.String(), en: Type.String() })

export const MeasureDefinition = open(
  {
    id: measure,
    name: Translations,
    counts: { ...Translations, description: 'What it counts, and what `as_of` means for it' },
    unit: extensible(
      ['members', 'days', 'plans', 'sessions', 'workshops', 'people', 'contributions', 'commitments'],
      'Of the value',
    ),
    kind: extensible(
      ['stock', 'flow'],
      '`stock`: what there is at the end of a day; `flow`: what has happened by then, each on a day of its own',
    ),
    time: extensible(
      ['real', 'recorded'],
      'What a past `as_of` goes by: the days on which things happened, or those on which they were recorded',
    ),
    denominator: nullable({
      ...Translations,
      description: 'What the value is a part of, or to be divided by',
    }),
    source: open(
      { record_types: Type.Array(extensible(RECORD_TYPES, 'Kind of record, as `/v1/changes` calls it')) },
      { description: 'The public records that it is made of, each with its own sources' },
    ),
    dimensions: Type.Array(
      open({
        name: extensible(DIMENSION_NAMES, 'What `by` takes'),
        description: Translations,
        additive: Type.Boolean({
          description:
            'Whether cells may be added up: where not, a record is counted in the cell of each of its values, or the value is no sum (`list.aggregate`)',
        }),
        parameter: nullable(
          Type.String({ description: 'Parameter of the list that keeps the records of one value' }),
        ),
        field: nullable(
          Type.String({
            description:
              'Where a record of the list says its value; of a region its code is the first two digits of an HCP code, of a province the first five',
          }),
        ),
      }),
    ),
    list: open(
      {
        url: Type.String({ description: 'With the day of the answer; add `format=ndjson` for all its rows' }),
        aggregate: extensible(
          ['count', 'sum', 'days', 'longest'],
          'What to make of the rows. `days`: days between the dates of `of` until `as_of`, as `counts` says; `longest`: the most days of a row from `of` to `as_of`',
        ),
        of: nullable(
          Type.String({
            description:
              'Of `sum`: the field that is added up; of `days` and `longest`: the one that has the dates',
          }),
        ),
        day: nullable(
          Type.String({
            description: 'Of a flow: the field whose day is not after `as_of`, and makes the period',
          }),
        ),
      },
      { description: 'The public list that gives the same figure when it is summed' },
    ),
  },
  { $id: 'MeasureDefinition', description: 'What a figure is, and how to make it again' },
)
export type MeasureDefinition = Static<typeof MeasureDefinition>

export const MeasureDefinitions = open(
  { data: Type.Array(ref(MeasureDefinition)) },
  { $id: 'MeasureDefinitions' },
)
