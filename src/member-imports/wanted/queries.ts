import { type RawBuilder, sql } from 'kysely'

const isGiven = (field: string) => sql`${sql.lit(field)} = any(x.given)`
const orAsItIs = (field: string, column: string) =>
  sql`case when ${isGiven(field)} then ${sql.ref(`x.${column}`)} else ${sql.ref(`m.${column}`)} end as ${sql.id(column)}`

const COMMITTEE = [
  'established_on',
  'president_from',
  'vice_president_from',
  'elected_members',
  'civil_society_members',
]
const isEmpty = (json: RawBuilder<unknown>) => sql`json_strip_nulls(${json})::text = '{}'`

/** Where nothing is left of it there is none, unless it was without a fact before. */
const committee = sql`case
    when x.given && array[${sql.join(COMMITTEE.map((part) => sql.lit(`follow_up_committee.${part}`)))}] then (
      select case
        when not ${isEmpty(sql`row_to_json(f)`)} then row_to_json(f)
        when ${isEmpty(sql`m.follow_up_committee`)} then m.follow_up_committee end
      from (select ${sql.join(
        COMMITTEE.map(
          (part) => sql`case when ${isGiven(`follow_up_committee.${part}`)}
            then x.follow_up_committee -> ${sql.lit(part)} else m.follow_up_committee -> ${sql.lit(part)} end
            as ${sql.id(part)}`,
        ),
      )}) f)
    else m.follow_up_committee end`

/**
 * The columns of a member as the row `x` wants them, over what the member `m` and its numbers `n` are: what is not
 * given stays as it is.
 */
export const wantedColumns = sql`
  ${orAsItIs('wave', 'wave')},
  ${orAsItIs('applied_on', 'applied_on')}, ${orAsItIs('applied_on', 'applied_precision')},
  ${orAsItIs('joined_on', 'joined_on')}, ${orAsItIs('joined_on', 'joined_precision')},
  case
    when ${isGiven('evidence.kind')} and x.evidence_kind is null then null
    when ${isGiven('evidence.kind')} or ${isGiven('evidence.held_on')} then (
      select row_to_json(e) from (select
        case when ${isGiven('evidence.kind')} then x.evidence_kind else m.evidence ->> 'kind' end as kind,
        case when ${isGiven('evidence.held_on')} then x.evidence_held_on else m.evidence -> 'held_on' end as held_on
      ) e)
    else m.evidence end as evidence,
  case
    when not ${isGiven('identifiers')} then coalesce(n.identifiers, '{}')
    when x.identifier_schemes is null or n.identifiers is null then x.identifiers
    else array(
      select text from unnest(n.identifiers) as text where split_part(text, ':', 1) <> all(x.identifier_schemes)
      union select unnest(x.identifiers) order by 1) end as identifiers,
  case when ${isGiven('consultative_bodies')} then x.consultative_bodies
    else coalesce(m.consultative_bodies, '[]') end as consultative_bodies,
  ${committee} as follow_up_committee,
  ${orAsItIs('sources', 'sources')}`

/** The numbers of other systems of each member, as `scheme:value`. */
export const numbersOf = (members: RawBuilder<unknown>) => sql`
  select i.member_id, array_agg(i.scheme || ':' || i.value order by i.scheme || ':' || i.value) as identifiers
  from member_identifier i where ${members} group by i.member_id`

const PLAIN = ['wave', 'applied_on', 'applied_precision', 'joined_on', 'joined_precision']
const JSONS = ['evidence', 'consultative_bodies', 'follow_up_committee', 'sources']
const moved = (column: string) =>
  JSONS.includes(column)
    ? sql`w.${sql.id(column)}::text is distinct from m.${sql.id(column)}::text`
    : sql`w.${sql.id(column)} is distinct from m.${sql.id(column)}`
const numbersMoved = sql`w.identifiers is distinct from coalesce(n.identifiers, '{}')`

/** Whether the member `m` would be another as the wanted columns `w` have it. */
export const differs = sql`(${sql.join([...PLAIN, ...JSONS].map(moved), sql` or `)} or ${numbersMoved})`

const day = (row: string, of: string) =>
  sql`case when ${sql.ref(`${row}.${of}_on`)} is not null then (select row_to_json(d) from (select
    partial_date_text(${sql.ref(`${row}.${of}_on`)}, ${sql.ref(`${row}.${of}_precision`)}) as value,
    ${sql.ref(`${row}.${of}_precision`)} as precision) d) end`

const change = (
  pointer: string,
  when: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  to: RawBuilder<unknown>,
) =>
  sql`case when ${when} then (select row_to_json(f) from (select
    ${sql.lit(pointer)} as pointer, ${from} as from, ${to} as to) f)::text end`
const own = (column: string) =>
  change(`/${column}`, moved(column), sql`m.${sql.id(column)}`, sql`w.${sql.id(column)}`)
const dated = (of: 'applied' | 'joined') =>
  change(`/${of}_on`, sql`(${moved(`${of}_on`)} or ${moved(`${of}_precision`)})`, day('m', of), day('w', of))

/** What would change of the member, field by field: JSON objects with commas between them. */
export const changes = sql`concat_ws(',', ${sql.join([
  own('wave'),
  dated('applied'),
  dated('joined'),
  own('evidence'),
  change(
    '/identifiers',
    numbersMoved,
    sql`to_json(coalesce(n.identifiers, '{}'))`,
    sql`to_json(w.identifiers)`,
  ),
  own('consultative_bodies'),
  own('follow_up_committee'),
  own('sources'),
])})`
