import type { Static } from 'typebox'
import type { ApprovalSession } from '../approval-sessions/schema.ts'
import type { PlanConsultation } from '../consultations/schema.ts'
import type { ActionPlan } from '../plans/schema.ts'
import type { SessionCalendar } from '../session-calendar/schema.ts'
import type { Workshop } from '../workshops/schema.ts'
import { type Html, html } from './html.ts'
import type { Page, View } from './layout.ts'
import { basisOf, joined, listOr, placeLinks, sourcesOf, stageBadge } from './parts.ts'
import { sessionItem } from './session.ts'
import { FRAME, PLAN } from './texts.ts'
import { CHANNEL_WORDS, EVENT_STATUS_WORDS, PRINCIPLE_WORDS, wordOf } from './words.ts'
import { workshopItem } from './workshop.ts'

export interface PlanData {
  readonly plan: ActionPlan & {
    readonly workshops: readonly Workshop[]
    readonly consultations: readonly Static<typeof PlanConsultation>[]
  }
  readonly sessions: readonly ApprovalSession[]
  /** Of the councils that have yet to vote, the ordinary sessions that come. */
  readonly byLaw: readonly Static<typeof SessionCalendar>[]
}

/** The path of the address of the plan with all of its parts, which is all that its page needs but the law. */
export const planPath = (id: string) =>
  `/v1/action-plans/${encodeURIComponent(id)}?include=axes.commitments,drafts,workshops,consultations,approval_sessions`

/** A plan on its way from the first meeting to the vote. */
export function planPage(view: View, data: PlanData): Page {
  const { plan } = data
  const { say } = view
  const owners = plan.collectivities.map(({ name }) => view.plainName(name)).join(' – ')
  const title = plan.title === null ? `${say(PLAN.of).text} – ${owners}` : view.plainName(plan.title)
  return {
    title,
    description: `${say(PLAN.of).text} – ${owners}`,
    path: `/action-plans/${plan.id}`,
    data: planPath(plan.id),
    main: html`<article>
<section class="wide hero" aria-labelledby="title">
<p class="kicker">${say(PLAN.of)}</p>
<h1 id="title">${plan.title === null ? owners : view.name(plan.title)}</h1>
<dl class="facts">
<div><dt>${say(PLAN.stage)}</dt><dd>${stageBadge(view, plan.status)}</dd></div>
<div><dt>${say(PLAN.owner)}</dt><dd>${placeLinks(view, plan.collectivities)}</dd></div>
<div><dt>${say(PLAN.cycle)}</dt><dd>${view.period(plan.cycle.starts_on, plan.cycle.ends_on) ?? say(FRAME.unknown)}</dd></div>
${plan.programme?.name && html`<div><dt>${say(PLAN.programme)}</dt><dd>${view.name(plan.programme.name)}</dd></div>`}
</dl>
${sourcesOf(view, plan.sources)}
</section>
<section class="wide" aria-labelledby="path"><h2 id="path">${say(PLAN.path)}</h2>
<ol class="path">
${step(view, say(PLAN.meetings), plannedFor(view, plan, ['communication', 'training', 'co_creation']), meetings(view, data))}
${step(view, say(PLAN.axes), plannedFor(view, plan, ['axes', 'validation']), axes(view, data))}
${step(view, say(PLAN.consultations), plannedFor(view, plan, ['consultation']), consultations(view, data))}
${step(view, say(PLAN.session), plannedFor(view, plan, ['approval']), sessions(view, data))}
${step(view, say(PLAN.implementation), plannedFor(view, plan, ['implementation', 'evaluation']), afterwards(view, data))}
</ol></section></article>`,
  }
}

const step = (_view: View, title: Html, planned: Html | null, content: Html): Html =>
  html`<li><h3>${title}</h3>${planned}${content}</li>`

/** When phases were to be, of those for which somebody said so. */
function plannedFor(view: View, plan: ActionPlan, kinds: readonly string[]): Html | null {
  const periods = plan.phases
    .filter(({ kind, planned }) => kinds.includes(kind) && planned !== null)
    .map(({ planned }) => view.period(planned!.starts_on, planned!.ends_on))
    .filter((period) => period !== null)
  if (periods.length === 0) return null
  return html`<p class="small">${view.say(PLAN.planned, { period: joined(view, periods) })}</p>`
}

/** In the order of the method, then of time; what has no day stays where the method has it. */
const ORDER = ['communication_meeting', 'training', 'co_creation', 'committee', 'consultation']
function meetings(view: View, { plan }: PlanData): Html {
  const inOrder = plan.workshops.toSorted(
    (a, b) =>
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
      (a.held_on?.value ?? '').localeCompare(b.held_on?.value ?? ''),
  )
  return listOr(
    inOrder.map((workshop) => workshopItem(view, workshop)),
    view.say(PLAN.no_meetings),
    'cards stack',
  )
}

function axes(view: View, { plan }: PlanData): Html {
  const { say, name } = view
  const draft = plan.drafts?.find(({ number }) => number === plan.current_draft)
  const items = (plan.axes ?? []).map(
    ({ title, rationale, principles, commitments = [] }) => html`<li class="card"><h4>${name(title)}</h4>
${rationale !== null && html`<p>${name(rationale)}</p>`}
${
  principles.length > 0 &&
  html`<p class="small">${joined(
    view,
    principles.map((one) => say(wordOf(PRINCIPLE_WORDS, one))),
  )}</p>`
}
${
  commitments.length > 0 &&
  html`<p class="small">${say(PLAN.commitments)}</p><ul>${commitments.map(
    (one) =>
      html`<li>${name(one.title)}${one.lead_institution?.name && html` <span class="small">${say(PLAN.lead, { name: name(one.lead_institution.name) })}</span>`}</li>`,
  )}</ul>`
}</li>`,
  )
  return html`${
    draft &&
    html`<p><a href="${view.api(`/v1/action-plans/${plan.id}/drafts/${draft.number}`)}">${say(PLAN.draft_number, { number: draft.number })}</a>
<span class="small">${say(PLAN.published_on, { day: view.date(draft.published_on) })}</span></p>`
  }
${listOr(items, say(PLAN.no_axes), 'cards')}`
}

function consultations(view: View, { plan }: PlanData): Html {
  const { say } = view
  const items = plan.consultations.map(
    (one) => html`<li class="card"><h4>${view.name(one.title) ?? say(PLAN.round, { number: one.round })}</h4>
<p>${joined(view, [one.title !== null && say(PLAN.round, { number: one.round }), view.period(one.opens_at, one.closes_at) ?? say(FRAME.date_unknown)])}
<span class="badge">${say(wordOf(EVENT_STATUS_WORDS, one.status))}</span></p>
${one.description !== null && html`<p>${view.name(one.description)}</p>`}
<p class="small">${say(PLAN.how, {
      channels: joined(
        view,
        one.channels.map((channel) => say(wordOf(CHANNEL_WORDS, channel))),
      ),
    })}</p>
<p class="small"><a href="${view.api(`/v1/consultations/${one.id}`)}">${say(FRAME.data)}</a></p>
${sourcesOf(view, one.sources)}</li>`,
  )
  return listOr(items, say(PLAN.no_consultations), 'cards stack')
}

function sessions(view: View, { sessions, byLaw }: PlanData): Html {
  const { say } = view
  const items = sessions.map((session) => sessionItem(view, session))
  const coming = byLaw.flatMap(({ collectivity, sessions }) =>
    sessions.map(({ opening }) => {
      const day =
        opening.from === opening.until
          ? view.date(opening.from)
          : say(PLAN.between, { from: view.date(opening.from), until: view.date(opening.until) })
      return html`<li>${day} <span class="small">${view.name(collectivity.name)}, ${basisOf(view, opening.basis[0]!)}</span></li>`
    }),
  )
  return html`${listOr(items, say(PLAN.no_sessions), 'cards stack')}
${coming.length > 0 && html`<h4>${say(PLAN.next_by_law)}</h4><ul class="plain">${coming}</ul>`}`
}

function afterwards(view: View, { plan }: PlanData): Html {
  const actual = plan.phases
    .filter(({ kind }) => ['implementation', 'evaluation'].includes(kind))
    .map(({ actual }) => actual && view.period(actual.starts_on, actual.ends_on))
    .filter((period) => period !== null)
  if (actual.length > 0) return html`<p>${joined(view, actual)}</p>`
  return html`<p class="nothing">${view.say(PLAN.not_yet)}</p>`
}
