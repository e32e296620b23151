import t from 'tap'
import { startApp } from '../support/app.ts'
import { movable } from '../support/consultations.ts'
import { council } from '../support/council.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { workshop } from '../support/workshop.ts'

const { clock, to } = movable()
const service = await startApp(t, { identity: roleIdentity, clock })
const { request } = service
const headers = as('association')
const { must, scheduled, sit, vote } = council(service)

const person = { name: 'Exemple A', email: 'a@example.org', legal_basis: 'Consentement écrit' }
const { id } = await must('POST', '/v1/workshops', workshop())
const DOORS = {
  '/v1/members/ac3b5a44-ae1d-5824-a678-258ba9f8edc4/focal-points': { ...person, function: 'Direction' },
  [`/v1/workshops/${id}/participants`]: { ...person, category: 'civil_society' },
}
const TODAY = clock().toISOString().slice(0, 10)
const PAST = new Date(clock().getTime() - 86_400_000).toISOString().slice(0, 10)
const refusal = (pointer: string) => ({
  code: 'unprocessable',
  errors: [{ pointer, code: 'too_early', detail: `The earliest date accepted here is ${TODAY}.` }],
})
const addressed = { ...headers, 'accept-language': 'en' }

t.test('nobody is kept until a day that is past, nor shown after it', async (t) => {
  const urls: string[] = []
  for (const [url, payload] of Object.entries(DOORS)) {
    const late = { ...payload, retention_until: PAST }
    const refused = await request({ method: 'POST', url, payload: late, headers: addressed })
    t.equal(refused.statusCode, 422, url)
    t.match(refused.json(), refusal('/retention_until'))
    const added = await must('POST', url, { ...payload, retention_until: TODAY })
    t.match(added.person, { name: 'Exemple A', email: 'a@example.org' })
    urls.push(`${url}/${added.id}`)
  }
  to(`${TODAY}T23:30:00Z`)
  for (const url of urls) {
    const hidden = { name: null, email: null, retention_until: TODAY, erased_at: null }
    t.match((await request({ url, headers })).json().person, hidden, 'it is past midnight in Morocco')
    const list = await request({ url: url.slice(0, url.lastIndexOf('/')), headers })
    t.match(list.json().data.at(-1).person, hidden)
  }
  to(`${TODAY}T10:00:00Z`)
})

t.test('neither is who voted how', async (t) => {
  const { url } = await scheduled('09.541')
  await sit(url, 1, '2023-09-11', 20)
  const roll = (retention_until: string) => ({
    legal_basis: 'Procès-verbal',
    retention_until,
    voters: [{ name: 'Exemple A', side: 'for' }],
  })
  const refused = await vote(url, { for: 20, roll: roll(PAST) })
  t.equal(refused.statusCode, 422)
  t.match(refused.json().errors, [{ pointer: '/roll/retention_until', code: 'too_early' }])
  t.equal((await vote(url, { for: 20, roll: roll(TODAY) })).statusCode, 200)
  const names = async () => {
    const { data } = (await request({ url: `${url}/vote/roll`, headers })).json()
    return data.map(({ name }: { name: string | null }) => name)
  }
  t.same(await names(), ['Exemple A'])
  to(`${TODAY}T23:30:00Z`)
  t.same(await names(), [null])
})
