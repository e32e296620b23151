import type { Service } from './app.ts'
import { COMMITMENT } from './plans.ts'
import { as } from './roles.ts'

const ASSOCIATION = as('association')
export const SOURCES = [{ title: 'Exemple' }]
/** The commitment of plantPlan, as a resource. */
export const OF = `/v1/commitments/${COMMITMENT}`
export const REPORT = { reported_on: { value: '2026-02-01' }, stage: 'started', sources: SOURCES }
export const FOUND = {
  assessed_on: { value: '2026-02-01' },
  completion: 'limited',
  assessor: { name: { fr: 'Organisation indépendante (exemple)' } },
  sources: SOURCES,
}

/** What a test of progress does over HTTP, as the association unless it says otherwise. */
export function follower({ request }: Pick<Service, 'request'>) {
  const send = async (method: 'POST' | 'PATCH', url: string, payload: object, headers: object) =>
    await request({ method, url, payload, headers: headers as never })
  const held = { ...ASSOCIATION, 'if-match': '*' }
  const report = (payload: object, headers: object = ASSOCIATION, of = OF) =>
    send('POST', `${of}/progress-reports`, { ...REPORT, ...payload }, headers)
  const assess = (payload: object, headers: object = ASSOCIATION, of = OF) =>
    send('POST', `${of}/assessments`, { ...FOUND, ...payload }, headers)
  const patch = (url: string, payload: object, headers: object = {}) =>
    send('PATCH', url, payload, { ...held, ...headers })
  const withdraw = (url: string, headers: object = {}) =>
    send('POST', `${url}/withdrawal`, { reason: 'Erreur de saisie' }, { ...held, ...headers })
  return { report, assess, patch, withdraw }
}
