import type { Workshop } from '../workshops/schema.ts'
import { type Html, html } from './html.ts'
import type { View } from './layout.ts'
import { joined, sourcesOf } from './parts.ts'
import { FRAME, PLAN } from './texts.ts'
import { CATEGORY_WORDS, DAY_PARTS, EVENT_STATUS_WORDS, MODE_WORDS, WORKSHOP_KINDS, wordOf } from './words.ts'

type Role = NonNullable<Workshop['chair']>

/** A meeting or a workshop of a plan: when, where, who spoke, what was on the table, who came. */
export function workshopItem(view: View, workshop: Workshop): Html {
  const { say, name } = view
  const { held_on, part_of_day, starts_at, place } = workshop
  return html`<li class="card"><h4>${name(workshop.title) ?? say(wordOf(WORKSHOP_KINDS, workshop.kind))}</h4>
<p>${joined(view, [
    say(wordOf(WORKSHOP_KINDS, workshop.kind)),
    held_on === null ? say(FRAME.date_unknown) : view.date(held_on),
    part_of_day !== null && say(wordOf(DAY_PARTS, part_of_day)),
    starts_at !== null && html`<bdi>${starts_at}</bdi>`,
    workshop.mode !== null && say(wordOf(MODE_WORDS, workshop.mode)),
  ])} <span class="badge">${say(wordOf(EVENT_STATUS_WORDS, workshop.status))}</span></p>
${place !== null && html`<p>${joined(view, [name(place.room), name(place.venue), place.collectivity && name(place.collectivity.name)])}</p>`}
${workshop.chair !== null && html`<p>${say(PLAN.chaired, { name: roleOf(view, workshop.chair) })}</p>`}
${agenda(view, workshop)}
${groups(view, workshop)}
${attendance(view, workshop)}
${sourcesOf(view, workshop.sources)}</li>`
}

const roleOf = (view: View, role: Role): Html =>
  html`${view.name(role.name)}${role.function !== null && html` <span class="small">(${view.name(role.function)})</span>`}`

function agenda(view: View, { agenda }: Workshop): Html | null {
  if (agenda.length === 0) return null
  const items = agenda.map(({ title, speaker, on_behalf_of }) => {
    const who =
      speaker !== null &&
      (on_behalf_of === null
        ? roleOf(view, speaker)
        : view.say(PLAN.on_behalf, { name: view.name(speaker.name)!, other: roleOf(view, on_behalf_of) }))
    return html`<li>${view.name(title)}${who && html` <span class="small">– ${who}</span>`}</li>`
  })
  return html`<details><summary>${view.say(PLAN.agenda)}</summary><ol>${items}</ol></details>`
}

function groups(view: View, { breakout_groups }: Workshop): Html | null {
  if (breakout_groups.length === 0) return null
  const items = breakout_groups.map(
    ({ topic, components, outputs }) => html`<li>${view.name(topic)}
<span class="small">(${joined(
      view,
      components.map((one) => view.say(wordOf(CATEGORY_WORDS, one))),
    )})</span>
${outputs.length > 0 && html`<ul>${outputs.map(({ text }) => html`<li>${view.name(text)}</li>`)}</ul>`}</li>`,
  )
  return html`<details open><summary>${view.say(PLAN.groups)}</summary><ul>${items}</ul></details>`
}

function attendance(view: View, { attendance }: Workshop): Html | null {
  if (attendance === null) return null
  const { present } = attendance.total
  const categories = joined(
    view,
    attendance.by_category.map(({ category }) => view.say(wordOf(CATEGORY_WORDS, category))),
  )
  if (present.value !== null)
    return html`<p>${view.say(PLAN.present_total, { count: view.number(present.value) })}</p>`
  const text = present.status === 'suppressed' ? PLAN.present_suppressed : PLAN.present_unknown
  return html`<p>${view.say(text, { categories })}</p>`
}
