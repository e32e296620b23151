import type { Event } from '../events/schema.ts'
import type { ActionPlan } from '../plans/schema.ts'
import type { Collectivity } from '../register/schema.ts'
import { html } from './html.ts'
import type { Page, View } from './layout.ts'
import {
  eventItem,
  joined,
  listOr,
  type Named,
  placeLink,
  placeLinks,
  placePath,
  sourcesOf,
  stageBadge,
} from './parts.ts'
import { FRAME, HOME, PLACE, PLAN } from './texts.ts'
import { MEMBER_STATUS_WORDS, TYPES, wordOf } from './words.ts'

export interface PlaceData {
  readonly place: Collectivity
  readonly plans: readonly Pick<ActionPlan, 'id' | 'title' | 'status' | 'collectivities'>[]
  /** Members within its territory, itself left out. */
  readonly within: readonly Named[]
  readonly events: readonly Event[]
}

/** A region, a provincial council or a commune. */
export function placePage(view: View, { place, plans, within, events }: PlaceData): Page {
  const { say, number } = view
  const { population } = place
  const name = view.plainName(place.name)
  const type = say(wordOf(TYPES, place.type))
  const counted =
    population.value === null
      ? say(FRAME.unknown)
      : say(PLACE.counted, {
          count: number(population.value),
          year: population.counted_on === null ? '?' : view.date(population.counted_on),
        })
  return {
    title: `${name} – ${type.text}`,
    description: `${name} – ${type.text} (${place.hcp_code})`,
    path: placePath(place),
    data: `/v1${placePath(place)}`,
    main: html`<section class="wide hero" aria-labelledby="title">
<p class="kicker">${type}</p><h1 id="title">${view.name(place.name)}</h1>
<dl class="facts">
<div><dt>${say(PLACE.membership)}</dt><dd>${membership(view, place)}</dd></div>
<div><dt>${say(PLACE.population)}</dt><dd>${counted}</dd></div>
${place.parent !== null && html`<div><dt>${say(PLACE.parent)}</dt><dd>${placeLink(view, place.parent)}</dd></div>`}
<div><dt>${say(PLACE.code)}</dt><dd>${joined(view, [html`<bdi>${place.hcp_code}</bdi>`, place.iso_code !== null && html`<bdi>${place.iso_code}</bdi>`])}</dd></div>
</dl>
${sourcesOf(view, place.sources)}
</section>
<section class="wide" aria-labelledby="plans"><h2 id="plans">${say(HOME.plans)}</h2>
${listOr(
  plans.map(
    (plan) => html`<li class="card">${stageBadge(view, plan.status)}
<h3><a href="${view.page(`/action-plans/${plan.id}`)}">${plan.title === null ? say(PLAN.of) : view.name(plan.title)}</a></h3>
<p>${placeLinks(view, plan.collectivities)}</p></li>`,
  ),
  say(HOME.no_plans),
  'cards',
)}</section>
${
  place.type !== 'commune' &&
  html`<section class="wide" aria-labelledby="within"><h2 id="within">${say(PLACE.members_within)}</h2>
${listOr(
  within.map(
    (one) =>
      html`<li>${placeLink(view, one)} <span class="small">${say(wordOf(TYPES, one.type))}</span></li>`,
  ),
  say(PLACE.none_within),
  'plain columns-list',
)}
<p class="small">${say(PLACE.contains, { communes: number(place.children.communes) })}</p></section>`
}
${
  (place.provincial_councils ?? []).length > 0 &&
  html`<section class="wide" aria-labelledby="territories"><h2 id="territories">${say(PLACE.territories)}</h2>
<ul class="plain columns-list">${place.provincial_councils!.map((one) => html`<li>${placeLink(view, one)}</li>`)}</ul></section>`
}
<section class="wide" aria-labelledby="events"><h2 id="events">${say(PLACE.events)}</h2>
${listOr(
  events.map((event) => eventItem(view, event)),
  say(PLACE.no_events),
)}</section>`,
  }
}

function membership(view: View, { membership }: Collectivity) {
  const { say } = view
  if (membership === null) return say(PLACE.not_member)
  return joined(view, [
    say(PLACE.joined, {
      status: say(wordOf(MEMBER_STATUS_WORDS, membership.status)),
      day: membership.joined_on === null ? say(FRAME.unknown) : view.date(membership.joined_on),
    }),
    membership.wave !== null && say(PLACE.wave, { number: membership.wave }),
    membership.certainty === 'possible' && say(PLACE.maybe),
  ])
}
