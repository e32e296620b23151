import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Listing, positionOf } from '../db/listing.ts'
import { settled } from '../db/settled.ts'
import {
  flag,
  group,
  groupWhere,
  json,
  jsonListOf,
  jsonOf,
  pick,
  plain,
  type ShapeOf,
  settledShape,
} from '../db/shape.ts'
import { rulesInForce } from '../domain/law.ts'
import { keptOf } from '../focal-points/queries.ts'
import type { Whose } from '../http/whose.ts'
import { existing, isOneOf, type PlanPart, texts } from '../plans/queries.ts'
import { partialDate, reference } from '../register/queries.ts'
import { type Ground, ground } from '../session-calendar/queries.ts'
import { type Judged, judge } from './judgement.ts'
import type { ListedSession } from './schema.ts'

export interface Filters extends Whose {
  plan?: readonly string[] | undefined
  status?: readonly string[] | undefined
  kind?: readonly string[] | undefined
  /** Civil year in which it opens. */
  year?: number | undefined
  modifiedSince?: string | undefined
}

export const SORTS = ['opens_on', 'updated_at'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

const DEPENDS_ON = ['approval_session', 'region', 'provincial_council', 'commune'] as const
/** What is computed of one session depends on the law too. */
const ONE_DEPENDS_ON = [...DEPENDS_ON, 'legal_rule', 'holiday'] as const

/** What may be edited of a session, `s`. */
const documentFacts = {
  kind: plain(sql`s.kind`),
  announced_as: texts('s.announced_as'),
  opens_on: partialDate('s.opens_on', 's.opens_precision'),
  members_in_office: plain(sql`s.members_in_office`),
  members_in_office_on: plain(sql`s.members_in_office_on`),
  requested: groupWhere(sql`s.requested is not null`, {
    on: plain(sql`s.requested ->> 'on'`),
    members: plain(sql`(s.requested ->> 'members')::int`),
  }),
  item_on_agenda: flag(sql`s.item_on_agenda`),
  notice_sent_on: plain(sql`s.notice_sent_on`),
  agenda_sent_on: plain(sql`s.agenda_sent_on`),
  declared_outcome: groupWhere(sql`s.declared_outcome is not null`, {
    outcome: plain(sql`s.declared_outcome ->> 'outcome'`),
    sources: json(sql`s.declared_outcome -> 'sources'`),
  }),
  votes_published: groupWhere(sql`s.votes_published is not null`, {
    on: plain(sql`s.votes_published ->> 'on'`),
    basis: plain(sql`s.votes_published ->> 'basis'`),
    url: plain(sql`s.votes_published ->> 'url'`),
  }),
  after_the_vote: groupWhere(sql`s.after_the_vote is not null`, {
    closed_on: plain(sql`s.after_the_vote ->> 'closed_on'`),
    posted_on: plain(sql`s.after_the_vote ->> 'posted_on'`),
    minutes_sent_on: plain(sql`s.after_the_vote ->> 'minutes_sent_on'`),
    transmitted_on: plain(sql`s.after_the_vote ->> 'transmitted_on'`),
    received_on: plain(sql`s.after_the_vote ->> 'received_on'`),
    opposed_on: plain(sql`s.after_the_vote ->> 'opposed_on'`),
    opposition_reason: plain(sql`s.after_the_vote ->> 'opposition_reason'`),
    financial_effect: flag(sql`(s.after_the_vote ->> 'financial_effect')::boolean`),
    visa: groupWhere(sql`s.after_the_vote ->> 'visa' is not null`, {
      decision: plain(sql`s.after_the_vote -> 'visa' ->> 'decision'`),
      decided_on: plain(sql`s.after_the_vote -> 'visa' ->> 'decided_on'`),
    }),
  }),
  sources: json(sql`s.sources`),
}

const voteShape = {
  sitting: plain(sql`v.sitting_number`),
  motion: plain(sql`v.motion`),
  subject: plain(sql`v.subject`),
  ballot: plain(sql`v.ballot`),
  for: plain(sql`v.votes_for`),
  against: plain(sql`v.votes_against`),
  abstentions: plain(sql`v.abstentions`),
  president_side: plain(sql`v.president_side`),
  amended_hash: plain(sql`v.amended_hash`),
  voters: plain(sql`(select nullif(count(*), 0) from approval_voter r
    where (r.session_id, r.sitting_number) = (v.session_id, v.sitting_number))`),
  majority: json(sql`v.majority`),
  outcome: plain(sql`v.outcome`),
} satisfies ShapeOf<NonNullable<ListedSession['vote']>>

const isLast = sql`v.sitting_number = (
  select max(sitting_number) from approval_vote last where last.session_id = v.session_id)`
const lastVote = sql`(select ${jsonOf(voteShape)} from approval_vote v where v.session_id = s.id and ${isLast})`

/** What a session says of itself: for its representation and for the journal. */
export const sessionFacts = {
  id: plain(sql`s.id`),
  plan_id: plain(sql`s.plan_id`),
  kind: documentFacts.kind,
  status: plain(sql`s.status`),
  status_reason: plain(sql`s.status_reason`),
  announced_as: documentFacts.announced_as,
  opens_on: documentFacts.opens_on,
  members_in_office: documentFacts.members_in_office,
  members_in_office_on: documentFacts.members_in_office_on,
  requested: documentFacts.requested,
  item_on_agenda: documentFacts.item_on_agenda,
  notice_sent_on: documentFacts.notice_sent_on,
  agenda_sent_on: documentFacts.agenda_sent_on,
  content_hash: plain(sql`s.content_hash`),
  redeliberates: plain(sql`s.redeliberates`),
  sittings: json(
    jsonListOf(
      {
        number: plain(sql`t.number`),
        call: plain(sql`t.call`),
        held_on: plain(sql`t.held_on`),
        present_at_opening: plain(sql`t.present_at_opening`),
        quorum: json(sql`t.quorum`),
      },
      sql`t.number`,
      sql`from approval_sitting t where t.session_id = s.id`,
    ),
  ),
  vote: json(lastVote),
  earlier_votes: json(
    jsonListOf(
      voteShape,
      sql`v.sitting_number`,
      sql`from approval_vote v where v.session_id = s.id and not ${isLast}`,
    ),
  ),
  outcome: plain(sql`s.outcome`),
  decided_on: plain(sql`s.decided_on`),
  declared_outcome: documentFacts.declared_outcome,
  votes_published: documentFacts.votes_published,
  after_the_vote: documentFacts.after_the_vote,
  sources: documentFacts.sources,
}

const { id, plan_id, ...facts } = sessionFacts
const SHAPE = settledShape({
  id,
  plan_id,
  collectivity: group(reference('c')),
  ...facts,
  revision: plain(sql`s.revision`),
  created_at: plain(sql`wire_instant(s.created_at)`),
  updated_at: plain(sql`wire_instant(s.updated_at)`),
})

/** The sessions of a plan, in the order in which they open. */
export const sessionsOfPlan: PlanPart = {
  name: 'approval_sessions',
  json: (plan) =>
    jsonListOf(
      SHAPE,
      sql`s.sorted_on, s.id`,
      sql`from approval_session s join collectivity c on c.id = s.collectivity_id where s.plan_id = ${plan}`,
    ),
  dependsOn: ['approval_session'],
}

export function approvalSessions(
  filters: Filters,
  sort: readonly Sort[],
  fields?: readonly string[],
): Listing {
  const oneOf = (column: RawBuilder<unknown>, values: readonly string[]) =>
    sql`${column} in (${sql.join([...values])})`
  const where: RawBuilder<unknown>[] = isOneOf(filters)
  if (filters.plan) where.push(oneOf(sql`s.plan_id`, filters.plan))
  if (filters.status) where.push(oneOf(sql`s.status`, filters.status))
  if (filters.kind) where.push(oneOf(sql`s.kind`, filters.kind))
  if (filters.year !== undefined)
    where.push(
      sql`s.opens_on between make_date(${filters.year}, 1, 1) and make_date(${filters.year}, 12, 31)`,
    )
  if (filters.modifiedSince) where.push(sql`s.updated_at >= ${filters.modifiedSince}::timestamptz`)
  const keys = (sort.length === 0 ? (['-opens_on'] as const) : sort).map((name) => ({
    by: name.endsWith('opens_on') ? sql`s.sorted_on` : sql`s.updated_at`,
    descending: name.startsWith('-'),
  }))
  return {
    dependsOn: DEPENDS_ON,
    shape: pick(SHAPE, fields),
    from: sql`approval_session s join collectivity c on c.id = s.collectivity_id`,
    where,
    sort: [...keys, { by: sql`s.id`, descending: keys.at(-1)!.descending }],
    requires: existing(filters),
    id: sql`s.id`,
  }
}

/** As a client would send it: a date without its precision, which its form says. */
const DOCUMENT = {
  ...documentFacts,
  opens_on: groupWhere(sql`s.opens_on is not null`, { value: documentFacts.opens_on.fields.value }),
}

/** The law and the holidays for as long as anything of a session can be due. */
const TERM = sql`(select least(s.opens_on, (s.requested ->> 'on')::date, s.created_at::date) - 31 as first_day,
  greatest(s.opens_on, (s.after_the_vote ->> 'received_on')::date, (s.after_the_vote ->> 'closed_on')::date, (
    select max(t.held_on) from approval_sitting t where t.session_id = s.id), s.created_at::date) + 62 as last_day) term`

const ONE = settled(sql`select s.revision, s.status, s.collectivity_id, s.plan_id, s.bound_draft,
    ${positionOf(ONE_DEPENDS_ON)} as position, ${jsonOf(SHAPE)} as facts, ${jsonOf(DOCUMENT)} as document,
    ${jsonOf(ground)} as ground, (
      select coalesce(json_agg(roll), '[]') from (
        select sitting_number as sitting, count(*) filter (where side = 'for') as for,
          count(*) filter (where side = 'against') as against,
          count(*) filter (where side = 'abstention') as abstention
        from approval_voter r where r.session_id = s.id group by sitting_number) roll) as rolls, (
      select v.amended_draft from approval_vote v where v.session_id = s.id and ${isLast}) as amended_draft
  from approval_session s join collectivity c on c.id = s.collectivity_id cross join lateral ${TERM}`)

interface Row {
  revision: number
  status: ListedSession['status']
  collectivity_id: string
  plan_id: string
  bound_draft: number | null
  position: string
  facts: ListedSession
  document: object
  ground: Ground
  rolls: Judged['facts']['rolls']
  amended_draft: string | null
}

/** A session as it is on record, and held against the law. */
export interface FoundSession extends Omit<Row, 'facts' | 'ground' | 'rolls'> {
  readonly dependsOn: readonly string[]
  readonly session: ListedSession
  readonly judged: Judged
}

export async function findApprovalSession(db: Db, id: string): Promise<FoundSession | undefined> {
  const { rows } = await sql<Row>`${ONE} where s.id = ${id}`.execute(db)
  const [row] = rows
  if (row === undefined) return undefined
  const { facts: session, ground: law, rolls, ...rest } = row
  const holidays = new Map(law.holidays.map((holiday) => [holiday.day, holiday]))
  const judged = judge(session, rolls, (day) => rulesInForce(law.rules, day), holidays)
  return { ...rest, dependsOn: ONE_DEPENDS_ON, session, judged }
}

export interface FoundRoll {
  readonly collectivity_id: string
  readonly isPublished: boolean
  /** JSON text. */
  readonly roll: string
}

/** Who voted how, in the order of the minutes. */
export async function rollOf(db: Db, id: string, today: string): Promise<FoundRoll | undefined> {
  const list = jsonListOf(
    { sitting: plain(sql`r.sitting_number`), name: plain(keptOf('name', today)), side: plain(sql`r.side`) },
    sql`r.sitting_number, r.ordinal`,
    sql`from approval_voter r join person p on p.id = r.person_id where r.session_id = s.id`,
  )
  const { rows } = await sql<FoundRoll>`
    select s.collectivity_id, s.votes_published is not null as "isPublished",
      ${jsonOf({ data: json(list), published: documentFacts.votes_published })}::text as roll
    from approval_session s where s.id = ${id}`.execute(db)
  return rows[0]
}

/** The first day on which the law on this type of council is in force, as it is loaded. */
export async function earliestLaw(db: Db, collectivity: string): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select min(r.effective_from) as day from legal_rule r join collectivity c on c.type = r.council_type
    where c.id = ${collectivity}`.execute(db)
  return rows[0]!.day
}
