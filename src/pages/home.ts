import type { Consultation } from '../consultations/schema.ts'
import type { Event } from '../events/schema.ts'
import type { Network } from '../network/schema.ts'
import type { ActionPlan } from '../plans/schema.ts'
import { type Html, html } from './html.ts'
import type { Page, View } from './layout.ts'
import { type Area, type Colouring, furthest, legendOf, mapOf, membersIn, type Standing } from './map.ts'
import { eventItem, joined, listOr, placeLink, placeLinks, sourcesOf, stageBadge } from './parts.ts'
import { FRAME, HOME, PLAN } from './texts.ts'
import { CHANNEL_WORDS, TYPES_COUNTED, wordOf } from './words.ts'

export interface HomeData {
  readonly network: Network
  readonly regions: readonly Area[]
  readonly provinces: readonly (Area & { readonly region: { readonly hcp_code: string } })[]
  readonly members: readonly { readonly collectivity: { readonly type: string; readonly hcp_code: string } }[]
  readonly plans: readonly Pick<ActionPlan, 'id' | 'title' | 'status' | 'collectivities' | 'cycle'>[]
  readonly open: readonly Consultation[]
  readonly next: readonly Event[]
  readonly latest: readonly Event[]
  /** The day that the reader asked for. */
  readonly asked: string | undefined
}

/** Plans that the page tells one by one; the API has all of them. */
const MOST_PLANS = 12
const COLUMNS = ['regions', 'provincial_councils', 'communes', 'total'] as const

/** The network at a glance. */
export function homePage(view: View, data: HomeData, colouring: Colouring): Page {
  const { network } = data
  return {
    title: view.plainName(network.name),
    description: view.say(HOME.lead).text,
    path: '/',
    data: `/v1/network?as_of=${network.as_of}`,
    main: html`${hero(view, network)}
${mapSection(view, data, colouring)}
${planSection(view, data)}
${calendar(view, data)}
${declared(view, network)}`,
  }
}

function hero(view: View, network: Network): Html {
  const { say, number } = view
  const { total } = network.counts
  return html`<section class="wide hero" aria-labelledby="title">
<h1 id="title">${view.name(network.name)}</h1>
<p class="lead">${say(HOME.lead)}</p>
<div class="figures">
<div class="figure">
<h2 class="figure-title">${say(HOME.known)}</h2>
<p class="big">${number(total.certain)}</p>
<p class="small">${say(HOME.as_of, { day: view.date(network.as_of) })}</p>
${total.possible > 0 && html`<p class="small">${say(HOME.possible, { count: number(total.possible) })}</p>`}
</div>
<dl class="parts">${COLUMNS.slice(0, 3).map(
    (column) =>
      html`<div><dt>${say(TYPES_COUNTED[column])}</dt><dd>${number(network.counts[column].certain)}</dd></div>`,
  )}</dl>
${latestDeclared(view, network)}
</div>
</section>`
}

function latestDeclared(view: View, network: Network): Html | null {
  const last = network.declared_totals.at(-1)
  if (last === undefined) return null
  const text = last.agrees
    ? HOME.declared_agrees
    : last.unknown.total > 0
      ? HOME.declared_headline
      : HOME.declared_more
  return html`<div class="declared"><p>${view.say(text, {
    total: html`<strong>${view.number(last.declared.total)}</strong>`,
    day: view.date(last.as_of),
    unknown: html`<strong>${view.number(last.unknown.total)}</strong>`,
  })}</p>
${sourcesOf(view, last.sources)}
<p class="small"><a href="#declared">${view.say(HOME.compare)}</a></p></div>`
}

/** What is known of each province, by its code; a commune's begins with that of its province. */
function standings({ members, plans }: HomeData): (code: string) => Standing {
  const known = new Map<string, Standing>()
  const none: Standing = { isMember: false, communes: 0, plans: [] }
  const standingOf = (code: string) => known.get(code) ?? none
  const provinceOf = (code: string) => code.slice(0, 6)
  for (const { collectivity } of members) {
    const code = provinceOf(collectivity.hcp_code)
    const before = standingOf(code)
    if (collectivity.type === 'provincial_council') known.set(code, { ...before, isMember: true })
    if (collectivity.type === 'commune') known.set(code, { ...before, communes: before.communes + 1 })
  }
  for (const plan of plans)
    for (const code of new Set(plan.collectivities.map(({ hcp_code }) => provinceOf(hcp_code)))) {
      const before = standingOf(code)
      known.set(code, { ...before, plans: [...before.plans, plan] })
    }
  return standingOf
}

function mapSection(view: View, data: HomeData, colouring: Colouring): Html {
  const { say } = view
  const standingOf = standings(data)
  const day = data.asked === undefined ? '' : `&as_of=${data.asked}`
  const choice = (one: Colouring, text: Html) =>
    html`<li><a href="${view.page(`/?map=${one}${day}#map`)}"${one === colouring && html` aria-current="true"`}>${text}</a></li>`
  const regional = data.members.filter(({ collectivity }) => collectivity.type === 'region').length
  const lead = say(colouring === 'members' ? HOME.map_lead_members : HOME.map_lead_plans, {
    regions: view.number(regional),
  })
  return html`<section class="wide" id="map" aria-labelledby="map-title">
<h2 id="map-title">${say(HOME.map)}</h2>
<p class="lead">${lead}</p>
<nav aria-label="${say(HOME.colour_by).text}"><ul class="choice">${choice('members', say(HOME.map_members))}
${choice('plans', say(HOME.map_plans))}</ul></nav>
<div class="atlas">
<figure>${mapOf(view, colouring, data.provinces, data.regions, standingOf)}
<figcaption>${legendOf(view, colouring)}</figcaption></figure>
<div class="tables"><h3>${say(HOME.as_table)}</h3>
${data.regions.map((region) => regionTable(view, data, region, standingOf))}</div>
</div>
</section>`
}

function regionTable(view: View, data: HomeData, region: Area, standingOf: (code: string) => Standing): Html {
  const { say, number } = view
  const within = data.provinces.filter((province) => province.region.hcp_code === region.hcp_code)
  const isMember = data.members.some(({ collectivity }) => collectivity.hcp_code === region.hcp_code)
  const known = within.reduce((sum, { hcp_code }) => sum + membersIn(standingOf(hcp_code)), isMember ? 1 : 0)
  return html`<details><summary>${view.name(region.name)} <span class="count"><span class="hidden">${say(HOME.known)}: </span>${number(known)}</span></summary>
<table><caption class="hidden">${view.name(region.name)}</caption>
<thead><tr><th scope="col">${say(HOME.territory)}</th><th scope="col">${say(HOME.council)}</th><th scope="col">${say(HOME.communes)}</th><th scope="col">${say(HOME.plan)}</th></tr></thead>
<tbody>${within.map((province) => {
    const standing = standingOf(province.hcp_code)
    return html`<tr><th scope="row">${placeLink(view, province)}</th><td>${standing.isMember ? say(HOME.is_member) : '–'}</td><td>${number(standing.communes)}</td><td>${furthest(standing) === null ? '–' : standing.plans.map(({ id, status }) => html`<a href="${view.page(`/action-plans/${id}`)}">${stageBadge(view, status)}</a> `)}</td></tr>
`
  })}</tbody></table>
<p><a href="${view.page(`/regions/${region.hcp_code}`)}">${view.name(region.name)}</a></p></details>`
}

function planSection(view: View, { plans }: HomeData): Html {
  const cards = plans.slice(0, MOST_PLANS).map(
    (plan) => html`<li class="card">${stageBadge(view, plan.status)}
<h3><a href="${view.page(`/action-plans/${plan.id}`)}">${plan.title === null ? view.say(PLAN.of) : view.name(plan.title)}</a></h3>
<p>${joined(view, [placeLinks(view, plan.collectivities), view.period(plan.cycle.starts_on, plan.cycle.ends_on)])}</p></li>`,
  )
  return html`<section class="wide" id="plans" aria-labelledby="plans-title">
<h2 id="plans-title">${view.say(HOME.plans)}</h2>
${listOr(cards, view.say(HOME.no_plans), 'cards')}
${plans.length > MOST_PLANS && html`<p><a href="${view.api('/v1/action-plans')}">${view.say(HOME.all_plans)}</a></p>`}
</section>`
}

function calendar(view: View, { network, plans, open, next, latest }: HomeData): Html {
  const { say } = view
  const titleOf = (plan: string) => plans.find(({ id }) => id === plan)?.title
  const windows = open.map(
    (
      one,
    ) => html`<li class="card"><p class="title"><a href="${view.page(`/action-plans/${one.plan_id}`)}">${view.name(one.title ?? titleOf(one.plan_id)) ?? say(PLAN.round, { number: one.round })}</a></p>
<p>${placeLinks(view, one.collectivities)}</p>
${one.closes_at !== null && html`<p>${say(HOME.until, { day: view.date(one.closes_at) })}</p>`}
<p class="small">${say(PLAN.how, {
      channels: joined(
        view,
        one.channels.map((channel) => say(wordOf(CHANNEL_WORDS, channel))),
      ),
    })}</p></li>`,
  )
  return html`<section class="wide" id="next" aria-labelledby="next-title">
<h2 id="next-title">${say(FRAME.next)}</h2>
<div class="columns">
<div><h3>${say(HOME.take_part)}</h3>
${listOr(windows, say(HOME.nothing_open), 'cards')}
<h3>${say(HOME.next)}</h3>
${listOr(
  next.map((event) => eventItem(view, event)),
  say(HOME.nothing_next, { day: view.date(network.as_of) }),
)}
<p class="small"><a href="${view.api('/v1/events?format=ics')}">${say(HOME.subscribe)}</a></p></div>
<div><h3>${say(HOME.latest)}</h3>
${listOr(
  latest.map((event) => eventItem(view, event)),
  say(FRAME.unknown),
)}</div>
</div>
</section>`
}

function declared(view: View, network: Network): Html {
  const { say, number } = view
  const rows = network.declared_totals.toReversed().map(
    (
      one,
    ) => html`<tr><th scope="row"><a href="${view.page(`/?as_of=${one.as_of}`)}">${view.date(one.as_of)}</a></th>
${COLUMNS.map(
  (column) =>
    html`<td>${say(HOME.of, {
      known: html`<strong>${number(one.known[column].certain)}</strong>`,
      declared: number(one.declared[column]),
    })}</td>`,
)}
<td>${say(one.agrees ? HOME.agrees : HOME.disagrees)}</td>
<td>${sourcesOf(view, one.sources)}${one.contradictions.map(({ note }) => html`<p class="sources">${view.name(note)}</p>`)}</td></tr>`,
  )
  return html`<section class="wide" id="declared" aria-labelledby="declared-title">
<h2 id="declared-title">${say(HOME.compare)}</h2>
<p class="lead">${say(HOME.compare_lead)}</p>
<div class="scroll" role="group" aria-labelledby="declared-title" tabindex="0"><table>
<thead><tr><th scope="col">${say(HOME.day)}</th>${COLUMNS.map((column) => html`<th scope="col">${say(TYPES_COUNTED[column])}</th>`)}<th scope="col">${say(HOME.agreement)}</th><th scope="col">${say(FRAME.source)}</th></tr></thead>
<tbody>${rows}</tbody></table></div>
<form action="${view.page('/')}" method="get"><label for="as-of">${say(HOME.other_day)}</label>
<input id="as-of" type="date" name="as_of" value="${network.as_of}" required> <button>${say(HOME.show)}</button></form>
</section>`
}
