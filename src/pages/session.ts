import type { ApprovalSession } from '../approval-sessions/schema.ts'
import { type Html, html } from './html.ts'
import type { View } from './layout.ts'
import { basisOf, joined, placeLink, sourcesOf } from './parts.ts'
import { FRAME, PLAN } from './texts.ts'
import { EVENT_STATUS_WORDS, OUTCOME_WORDS, SESSION_KIND_WORDS, wordOf } from './words.ts'

/** A council session on a plan: as it was announced, what was decided, and what the law says of it. */
export function sessionItem(view: View, session: ApprovalSession): Html {
  const { say } = view
  const { opens_on, announced_as, vote, outcome } = session
  return html`<li class="card"><h4>${placeLink(view, session.collectivity)}</h4>
<p>${joined(view, [say(wordOf(SESSION_KIND_WORDS, session.kind)), opens_on === null ? say(FRAME.date_unknown) : view.date(opens_on)])}
<span class="badge">${say(wordOf(EVENT_STATUS_WORDS, session.status))}</span></p>
${announced_as !== null && html`<p>${say(PLAN.announced_as, { name: view.name(announced_as)! })}</p>`}
${session.sittings.map(({ held_on, quorum }) => html`<p>${view.date(held_on)}${quorum !== null && html`: ${say(quorum.met ? PLAN.quorum_met : PLAN.quorum_not_met)} <bdi>${quorum.present}/${quorum.required}</bdi> ${basisOf(view, quorum.basis)}`}</p>`)}
${
  outcome === null
    ? html`<p class="nothing">${say(PLAN.no_outcome)}</p>`
    : html`<p><strong>${say(wordOf(OUTCOME_WORDS, outcome))}</strong>${session.decided_on !== null && html` – ${view.date(session.decided_on)}`}</p>`
}
${vote !== null && html`<p>${say(PLAN.vote, { for: view.number(vote.for), against: view.number(vote.against), abstentions: view.number(vote.abstentions) })} ${basisOf(view, vote.majority.basis)}</p>`}
${session.warnings.map(({ detail, basis }) => html`<p class="warning"><strong>${say(PLAN.warning)}</strong> ${detail[view.language]}${basis !== null && html` ${basisOf(view, basis)}`}</p>`)}
${sourcesOf(view, session.sources)}</li>`
}
