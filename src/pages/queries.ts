import type { Static } from 'typebox'
import type { ApprovalSession } from '../approval-sessions/schema.ts'
import type { Consultation } from '../consultations/schema.ts'
import type { Event } from '../events/schema.ts'
import type { Ask } from '../http/own-api.ts'
import type { Network } from '../network/schema.ts'
import type { Collectivity } from '../register/schema.ts'
import type { SessionCalendar } from '../session-calendar/schema.ts'
import type { HomeData } from './home.ts'
import type { Area } from './map.ts'
import { type Outline, pathOf } from './outlines.ts'
import type { Named } from './parts.ts'
import type { PlaceData } from './place.ts'
import { type PlanData, planPath } from './plan.ts'

interface List<T> {
  readonly data: T[]
  readonly page: { readonly next_cursor: string | null }
}

/** All rows of a list, page by page. */
async function allRows<T>(ask: Ask, path: string): Promise<T[]> {
  const rows: T[] = []
  let cursor: string | null = null
  do {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const { data, page } = await ask<List<T>>(`${path}&limit=500${from}`)
    rows.push(...data)
    cursor = page.next_cursor
  } while (cursor !== null)
  return rows
}

const rowsOf = async <T>(ask: Ask, path: string): Promise<T[]> => (await ask<List<T>>(path)).data

type Drawn = Pick<Collectivity, 'type' | 'hcp_code' | 'name' | 'location' | 'region'>
type Outlines = <T extends Drawn>(ask: Ask, list: string, rows: readonly T[]) => Promise<(T & Area)[]>

/** Draws outlines, which are large, only when the register says that one of them has changed. */
export function outlineReader(): Outlines {
  const drawn = new Map<string, { edition: string; paths: ReadonlyMap<string, string> }>()
  return async (ask, list, rows) => {
    const edition = rows.map(({ location }) => location?.outline_sha256).join()
    let known = drawn.get(list)
    if (known?.edition !== edition) {
      const outlines = await allRows<{ hcp_code: string; geometry: Outline | null }>(
        ask,
        `${list}?geometry=outline&fields=hcp_code`,
      )
      const paths = new Map(
        outlines.map(({ hcp_code, geometry }) => [hcp_code, geometry === null ? '' : pathOf(geometry)]),
      )
      known = { edition, paths }
      drawn.set(list, known)
    }
    const { paths } = known
    return rows.map((row) => ({ ...row, path: paths.get(row.hcp_code) ?? '' }))
  }
}

/** Lines of the calendar on the first page. */
const MOST_EVENTS = 8

/** @param asked the day to tell of, which the API judges; today when nobody asked for one */
export async function readHome(
  ask: Ask,
  outlines: Outlines,
  today: string,
  asked?: string,
): Promise<HomeData> {
  const asOf = asked === undefined ? '' : `as_of=${encodeURIComponent(asked)}`
  const fields = 'fields=type,hcp_code,name,region,location'
  const network = await ask<Network>(`/v1/network?${asOf}`)
  const [regions, provinces, members, plans, open, next, latest] = await Promise.all([
    allRows<Drawn>(ask, `/v1/regions?${fields}`),
    allRows<Drawn & { region: { hcp_code: string } }>(ask, `/v1/provincial-councils?${fields}`),
    allRows<HomeData['members'][number]>(
      ask,
      `/v1/members?status=active&certainty=certain&fields=collectivity&${asOf}`,
    ),
    allRows<HomeData['plans'][number]>(ask, '/v1/action-plans?fields=id,title,status,collectivities,cycle'),
    rowsOf<Consultation>(ask, '/v1/consultations?status=open'),
    rowsOf<Event>(
      ask,
      `/v1/events?from=${today}&sort=starts_on&status=planned,announced,convened,open&limit=${MOST_EVENTS}`,
    ),
    rowsOf<Event>(ask, `/v1/events?until=${today}&limit=${MOST_EVENTS}`),
  ])
  const coming = new Set(next.map(({ id }) => id))
  return {
    network,
    regions: await outlines(ask, '/v1/regions', regions),
    provinces: await outlines(ask, '/v1/provincial-councils', provinces),
    members,
    plans,
    open,
    next,
    latest: latest.filter(({ id }) => !coming.has(id)),
    asked,
  }
}

/** Before its council has voted, a plan's page tells when it may. */
const UNDECIDED = ['drafting', 'consulting', 'validated', 'scheduled']

export async function readPlan(ask: Ask, today: string, id: string): Promise<PlanData> {
  const plan = await ask<PlanData['plan'] & { approval_sessions: readonly { id: string }[] }>(planPath(id))
  const sessions = await Promise.all(
    plan.approval_sessions.map((session) => ask<ApprovalSession>(`/v1/approval-sessions/${session.id}`)),
  )
  const councils = UNDECIDED.includes(plan.status) ? plan.collectivities : []
  const byLaw = await Promise.all(councils.map((council) => comingSessions(ask, today, council.hcp_code)))
  return { plan, sessions, byLaw }
}

/** Ordinary sessions of this year that are yet to open, else those of the next. */
async function comingSessions(
  ask: Ask,
  today: string,
  code: string,
): Promise<Static<typeof SessionCalendar>> {
  const ofYear = async (year: number) => {
    const calendar = await ask<Static<typeof SessionCalendar>>(
      `/v1/session-calendar?collectivity=${code}&year=${year}`,
    )
    return { ...calendar, sessions: calendar.sessions.filter(({ opening }) => opening.until >= today) }
  }
  const year = Number(today.slice(0, 4))
  const coming = await ofYear(year)
  return coming.sessions.length > 0 ? coming : await ofYear(year + 1)
}

export async function readPlace(ask: Ask, path: string, code: string): Promise<PlaceData> {
  const include = path === '/regions/' ? '?include=provincial_councils' : ''
  const place = await ask<Collectivity>(`/v1${path}${encodeURIComponent(code)}${include}`)
  // With all that lies within: the programmes of a region are also those of its communes.
  const territory =
    { region: 'region', provincial_council: 'province' }[place.type as string] ?? 'collectivity'
  const of = `${territory}=${place.hcp_code}`
  const [plans, members, events] = await Promise.all([
    allRows<PlaceData['plans'][number]>(ask, `/v1/action-plans?${of}&fields=id,title,status,collectivities`),
    allRows<{ collectivity: Named & { id: string } }>(
      ask,
      `/v1/members?${of}&status=active&certainty=certain&fields=collectivity`,
    ),
    rowsOf<Event>(ask, `/v1/events?${of}&limit=${MOST_EVENTS}`),
  ])
  const within = members.map(({ collectivity }) => collectivity).filter(({ id }) => id !== place.id)
  return { place, plans, within, events }
}
