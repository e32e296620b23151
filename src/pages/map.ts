import { type Html, html } from './html.ts'
import type { Names } from './language.ts'
import type { View } from './layout.ts'
import { SIZE } from './outlines.ts'
import { groupOf, placePath, STAGE_GROUPS, type StageGroup } from './parts.ts'
import { HOME } from './texts.ts'
import { STAGE_GROUP_WORDS } from './words.ts'

/** A region, prefecture or province on the map. */
export interface Area {
  readonly type: string
  readonly hcp_code: string
  readonly name: Names
  readonly path: string
}

/** What is known of the territory of a provincial council, its communes counted in. */
export interface Standing {
  readonly isMember: boolean
  readonly communes: number
  readonly plans: readonly { readonly id: string; readonly status: string }[]
}

export const membersIn = ({ isMember, communes }: Standing) => communes + (isMember ? 1 : 0)

/** The stage of the plan that has come furthest. */
export function furthest({ plans }: Standing): StageGroup | null {
  const reached = plans.map(({ status }) => STAGE_GROUPS.indexOf(groupOf(status)))
  return reached.length === 0 ? null : STAGE_GROUPS[Math.max(...reached)]!
}

/** From how many members on an area has each shade. */
const SHADES = [1, 2, 4, 8] as const
const shadeOf = (members: number) => SHADES.filter((from) => members >= from).length

export type Colouring = 'members' | 'plans'

const classOf = (colouring: Colouring, standing: Standing) => {
  if (colouring === 'members') return `m${shadeOf(membersIn(standing))}`
  const stage = furthest(standing)
  return stage === null ? 'm0' : `stage-${stage}`
}

/** The picture, for those who see it; the same is in the table, for everybody. */
export function mapOf(
  view: View,
  colouring: Colouring,
  provinces: readonly Area[],
  regions: readonly Area[],
  standingOf: (code: string) => Standing,
): Html {
  return html`<svg class="map" viewBox="0 0 ${SIZE} ${SIZE}" aria-hidden="true" focusable="false">
<g class="areas">${provinces.map((area) => {
    const standing = standingOf(area.hcp_code)
    const title = `${view.plainName(area.name)}: ${titleOf(view, colouring, standing)}`
    return html`<a href="${view.page(placePath(area))}" tabindex="-1"><path class="${classOf(colouring, standing)}" d="${area.path}"><title>${title}</title></path></a>
`
  })}</g>
<g class="borders">${regions.map((area) => html`<path d="${area.path}"/>`)}</g>
</svg>`
}

function titleOf(view: View, colouring: Colouring, standing: Standing): string {
  if (colouring === 'members') return view.number(membersIn(standing))
  const stage = furthest(standing)
  return view.say(stage === null ? HOME.no_plan : STAGE_GROUP_WORDS[stage]).text
}

/** What each colour means. */
export function legendOf(view: View, colouring: Colouring): Html {
  const entry = (name: string, text: Html | string) =>
    html`<li><svg viewBox="0 0 20 14" width="20" height="14" aria-hidden="true" class="map"><rect class="${name}" width="20" height="14" rx="3"/></svg> ${text}</li>`
  if (colouring === 'plans')
    return html`<ul class="legend">${entry('m0', view.say(HOME.no_plan))}
${STAGE_GROUPS.toSorted((a, b) => Number(a === 'ended') - Number(b === 'ended')).map((stage) =>
  entry(`stage-${stage}`, view.say(STAGE_GROUP_WORDS[stage])),
)}</ul>`
  const bands = SHADES.map((from, index) => {
    const next = SHADES[index + 1]
    if (next === undefined) return html`<bdi>${view.number(from)}+</bdi>`
    return next === from + 1
      ? view.number(from)
      : html`<bdi>${view.number(from)}–${view.number(next - 1)}</bdi>`
  })
  return html`<ul class="legend">${entry('m0', view.say(HOME.none_known))}
${bands.map((band, index) => entry(`m${index + 1}`, band))}</ul>`
}
