import type { Text } from '../domain/messages.ts'
import type { Event } from '../events/schema.ts'
import { type Html, html } from './html.ts'
import { type Names, unmarked } from './language.ts'
import type { View } from './layout.ts'
import { FRAME } from './texts.ts'
import {
  EVENT_STATUS_WORDS,
  EVENT_WORDS,
  PLAN_STAGES,
  SESSION_KIND_WORDS,
  WORKSHOP_KINDS,
  wordOf,
} from './words.ts'

interface Source {
  readonly title: string | null
  readonly publisher: string | null
  readonly published_on: string | null
  readonly url: string | null
  readonly quoted: string | null
}

export interface Named {
  readonly type: string
  readonly hcp_code: string
  readonly name: Names
}

const separator = (view: View) => (view.language === 'ar' ? '، ' : ', ')
export const joined = (view: View, parts: readonly (Html | null | false)[]): Html => {
  const known = parts.filter((part) => part !== null && part !== false)
  return html`${known.map((part, index) => html`${index > 0 && separator(view)}${part}`)}`
}

function sourceOf(view: View, { title, publisher, published_on, url, quoted }: Source): Html {
  const named = title ?? publisher ?? url ?? ''
  const link =
    url !== null && /^https?:\/\//.test(url)
      ? html`<a href="${url}" rel="external noreferrer">${unmarked(named)}</a>`
      : unmarked(named)
  const said = joined(view, [
    html`<cite>${link}</cite>`,
    title !== null && publisher !== null && unmarked(publisher),
    published_on !== null && view.say(FRAME.published_on, { day: view.date(published_on) }),
  ])
  return html`${said}${quoted !== null && html` <q>${unmarked(quoted)}</q>`}`
}

/** Where a record's facts come from. */
export function sourcesOf(view: View, sources: readonly Source[]): Html | null {
  if (sources.length === 0) return null
  const label = view.say(sources.length === 1 ? FRAME.source : FRAME.sources)
  return html`<p class="sources"><span>${label}</span> ${sources.map(
    (source, index) => html`${index > 0 && ' · '}${sourceOf(view, source)}`,
  )}</p>`
}

const PATHS: Readonly<Record<string, string>> = {
  region: '/regions/',
  provincial_council: '/provincial-councils/',
  commune: '/communes/',
}

/** The path of a collectivity, the same among the pages and in the API. */
export const placePath = ({ type, hcp_code }: { type: string; hcp_code: string }) =>
  `${PATHS[type]}${hcp_code}`

/** A collectivity, by its name, with a link to its page. */
export const placeLink = (view: View, place: Named): Html =>
  html`<a href="${view.page(placePath(place))}">${view.name(place.name)}</a>`

export const placeLinks = (view: View, places: readonly Named[]): Html =>
  joined(
    view,
    places.map((place) => placeLink(view, place)),
  )

/** Why a computed statement holds: the law, the article and the rule as data. */
export const basisOf = (view: View, basis: { law: string; article: string; rule: string }): Html =>
  html`<a class="basis" href="${view.api(`/v1/legal-rules?rule=${basis.rule}`)}">${view.say(FRAME.article, {
    law: html`<bdi dir="ltr">${basis.law}</bdi>`,
    article: basis.article,
  })}</a>`

export const stageBadge = (view: View, status: string): Html =>
  html`<span class="badge stage-${groupOf(status)}">${view.say(wordOf(PLAN_STAGES, status))}</span>`

/** Stages as the map colours them, from the first to the last. */
export const STAGE_GROUPS = ['ended', 'preparing', 'consulting', 'deciding', 'adopted'] as const
export type StageGroup = (typeof STAGE_GROUPS)[number]
const GROUPS: Readonly<Record<string, StageGroup>> = {
  drafting: 'preparing',
  consulting: 'consulting',
  validated: 'deciding',
  scheduled: 'deciding',
  adopted: 'adopted',
  implementing: 'adopted',
  evaluated: 'adopted',
  closed: 'adopted',
  rejected: 'ended',
  withdrawn: 'ended',
}
export const groupOf = (status: string): StageGroup => GROUPS[status] ?? 'preparing'

const KINDS: Readonly<Record<string, Text>> = { ...WORKSHOP_KINDS, ...SESSION_KIND_WORDS }

/** One line of the calendar. */
export function eventItem(view: View, event: Event): Html {
  const kind = KINDS[event.kind] ?? wordOf(EVENT_WORDS, event.type)
  const title = event.title === null ? view.say(kind) : view.name(event.title)
  const named =
    event.plan_id === null
      ? title
      : html`<a href="${view.page(`/action-plans/${event.plan_id}`)}">${title}</a>`
  const day = view.period(event.starts_on, event.ends_on) ?? view.say(FRAME.date_unknown)
  return html`<li><p class="when">${day}</p>
<div><p class="title">${named}</p>
<p>${joined(view, [
    event.title !== null && view.say(kind),
    event.place !== null && event.place.venue !== null && view.name(event.place.venue),
    event.collectivities.length > 0 && placeLinks(view, event.collectivities),
  ])} <span class="badge">${view.say(wordOf(EVENT_STATUS_WORDS, event.status))}</span></p></div></li>`
}

/** A list, or what is said when there is nothing in it. */
export const listOr = (items: readonly Html[], nothing: Html, name = 'events'): Html =>
  items.length > 0 ? html`<ul class="${name}">${items}</ul>` : html`<p class="nothing">${nothing}</p>`
