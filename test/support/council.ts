import { v5 } from 'uuid'
import type { Service } from './app.ts'
import { as } from './roles.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers, looked at as they are
type Loose = any

const SOURCES = [{ title: 'Exemple' }]
const AXES = [
  {
    key: 'bus',
    title: { ar: 'النقل' },
    commitments: [{ key: 'lines', title: { fr: 'Publier les lignes' }, principles: ['transparency'] }],
  },
]

/** What a test of council sessions does over HTTP, as the association unless it says otherwise. */
export function council({ request }: Pick<Service, 'request'>) {
  const send = async (method: string, url: string, payload?: object, headers: object = as('association')) =>
    await request({
      method: method as 'POST',
      url,
      headers: { 'if-match': '*', ...headers } as never,
      ...(payload && { payload }),
    })
  const must = async (method: string, url: string, payload?: object, headers?: object): Promise<Loose> => {
    const answer = await send(method, url, payload, headers)
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
  const step = (plan: string, action: string, more: object = {}) =>
    send('POST', `/v1/action-plans/${plan}/transitions`, {
      action,
      effective_on: { value: '2023-09-01' },
      ...more,
    })
  /** A plan whose draft is validated. @returns its id */
  const validatedPlan = async (...codes: string[]): Promise<string> => {
    const collectivities = codes.map((collectivity) => ({ collectivity }))
    const { id } = await must('POST', '/v1/action-plans', { collectivities, sources: SOURCES })
    await must('PUT', `/v1/action-plans/${id}/drafts/1`, { axes: AXES })
    await must('POST', `/v1/action-plans/${id}/transitions`, {
      action: 'validate',
      effective_on: { value: '2023-08-01' },
    })
    return id
  }
  const announce = (plan: string, collectivity: string, more: object = {}) =>
    must('POST', '/v1/approval-sessions', {
      plan_id: plan,
      collectivity,
      kind: 'ordinary',
      opens_on: { value: '2023-09-11' },
      members_in_office: 31,
      members_in_office_on: '2023-09-11',
      item_on_agenda: true,
      sources: SOURCES,
      ...more,
    })
  /** A session to which the frozen draft of a plan is bound. @returns the ids of both */
  const scheduled = async (code: string, more: object = {}) => {
    const plan = await validatedPlan(code)
    const { id } = await announce(plan, code, more)
    const answer = await step(plan, 'schedule')
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return { plan, id: id as string, url: `/v1/approval-sessions/${id}` }
  }
  const sit = (url: string, call: number | null, held_on: string, present: number | null) =>
    send('POST', `${url}/sittings`, { call, held_on, present_at_opening: present })
  const vote = (url: string, counted: object, headers?: object) =>
    send('PUT', `${url}/vote`, { sitting: 1, for: 0, against: 0, abstentions: 0, ...counted }, headers)
  return { send, must, step, validatedPlan, announce, scheduled, sit, vote }
}

/** Any id that no record has. */
export const nobody = v5('nobody', '6f1c0e6a-6a58-5c1e-9d1b-3f1f5b7f0a01')
