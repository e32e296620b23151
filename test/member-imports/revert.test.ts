import t from 'tap'
import { startApp } from '../support/app.ts'
import { association, COMMUNES, importer, table } from '../support/imports.ts'
import { roleIdentity } from '../support/roles.ts'

const service = await startApp(t, { identity: roleIdentity })
const { request, json } = service
const { send, get, of, rows, place, revert, journal } = importer(service)

// biome-ignore lint/suspicious/noExplicitAny: rows of an answer, looked at as they are
type Loose = any
const [A, B, C, D] = COMMUNES as [string, string, string, string]
const HEADER = 'hcp_code,wave,joined_on,evidence.kind,identifier.association,source.title'
const row = (code: string, wave = 4) => `${code},${wave},2026-01,letter,${code.replaceAll('.', '-')},Liste`
const members = async (): Promise<Loose[]> =>
  (await json('/v1/members?limit=500&sort=collectivity.hcp_code')).data
const member = async (code: string) =>
  (await members()).find(({ collectivity }) => collectivity.hcp_code === code)
/** All but what every write moves. */
const facts = (list: Loose[]) => list.map(({ revision, updated_at, ...rest }) => rest)
const edit = async (code: string, payload: object) =>
  await request({
    method: 'PATCH',
    url: `/v1/members/${(await member(code)).id}`,
    headers: { ...association, 'if-match': '*' },
    payload,
  })

t.test('what was created is gone, what was changed is as it was', async (t) => {
  await send(table(HEADER, row(A), row(B)))
  await edit(A, {
    consultative_bodies: [{ name: { fr: 'Instance' } }],
    follow_up_committee: { established_on: { value: '2026' } },
    applied_on: { value: '2025-11' },
  })
  const before = await members()
  const columns = `${HEADER},applied_on,consultative_bodies,follow_up_committee,evidence.held_on,identifier.ministry`
  const file = table(
    columns,
    `${A},9,2025-12,workshop,,Autre,,,,2026-01-03,M-1`,
    `${B},4,2026-01,letter,${B.replaceAll('.', '-')},Liste,,,,,`,
    `${C},1,2026-01,letter,C-1,Liste,,,,,`,
  )
  const imported = await send(file)
  t.match(imported.json(), { outcomes: { created: 1, updated: 1, unchanged: 1 } }, imported.body)
  t.match(await member(A), {
    wave: 9,
    joined_on: { value: '2025-12' },
    consultative_bodies: [],
    follow_up_committee: null,
  })
  const { entries } = await journal()

  const reverted = await revert(imported)
  t.equal(reverted.statusCode, 200)
  t.match(reverted.json(), { status: 'reverted', revert: { undone: 2, conflict: 0, position: /\.\d+$/ } })
  t.same(await of(imported), reverted.json())
  t.same(facts(await members()), facts(before))
  t.equal((await journal()).entries, entries + 2)
  const [last] = (
    await json(`/v1/members/${before.find((one) => one.collectivity.hcp_code === A).id}/history`)
  ).data
  t.match(last, { change: 'updated', origin: 'import', reason: `revert of import ${imported.json().id}` })
  const { data } = await json('/v1/changes?types=member&limit=500')
  t.match(data.at(-1).change === 'deleted' || data.at(-2).change === 'deleted', true, 'with a tombstone')
  t.same(
    (await rows(imported)).map((one) => one.revert),
    ['undone', null, 'undone'],
  )

  const twice = await revert(imported)
  t.match(twice.json(), { status: 409, code: 'wrong_state', detail: /reverted.*finished/ })
  t.match(
    (await send(file)).json(),
    { outcomes: { created: 1, updated: 1, unchanged: 1 } },
    'and may be done again',
  )
})

t.test('what something newer touched is left, and told', async (t) => {
  const imported = await send(table(HEADER, row(A, 20), row(B, 20), row(C, 20), row(D, 20)))
  t.match(imported.json(), { outcomes: { updated: 3, created: 1 } })
  await edit(B, { wave: 21 })
  await request({
    method: 'POST',
    url: `/v1/members/${(await member(D)).id}/focal-points`,
    headers: association,
    payload: {
      name: 'Exemple',
      function: 'Direction',
      legal_basis: 'Consentement',
      retention_until: '2027-01-31',
    },
  })
  const reverted = await revert(imported)
  t.match(reverted.json(), { status: 'reverted', revert: { undone: 2, conflict: 2 } })
  t.same(
    (await rows(imported)).map((one) => one.revert),
    ['undone', 'conflict', 'undone', 'conflict'],
  )
  t.same(
    (await rows(imported, '&revert=conflict')).map(({ number }) => number),
    [3, 5],
  )
  t.equal((await member(B)).wave, 21)
  t.ok(await member(D), 'who has a focal point since stays')
})

t.test('a number that another has taken since', async (t) => {
  await send(table('hcp_code,identifier.association', `${A},A-old`))
  const imported = await send(table('hcp_code,identifier.association', `${A},A-new`))
  t.match(imported.json(), { outcomes: { updated: 1 } })
  const own = await edit(B, { identifiers: [{ scheme: 'association', value: 'A-old' }] })
  t.equal(own.statusCode, 200)
  t.match((await revert(imported)).json(), { revert: { undone: 0, conflict: 1 } })
})

t.test('what cannot be reverted', async (t) => {
  const dry = await send(table('hcp_code,wave', `${A},30`), '?dry_run=true')
  t.match((await revert(dry)).json(), { status: 409, code: 'wrong_state' })
  const failed = await send(table('hcp_code,wave', `${A},x`))
  t.match((await revert(failed)).json(), { status: 409, code: 'wrong_state', detail: /failed/ })
  const nobody = '/v1/member-imports/01900000-0000-7000-8000-000000000000'
  t.equal((await request({ method: 'POST', url: `${nobody}/revert`, headers: association })).statusCode, 404)
  const same = await send(table('hcp_code,wave', `${A},${(await member(A)).wave}`))
  const { entries } = await journal()
  t.match((await revert(same)).json(), {
    status: 'reverted',
    revert: { undone: 0, conflict: 0, position: null },
  })
  t.equal((await journal()).entries, entries, 'of nothing, nothing')
  t.ok(await get(place(same)))
})

t.test('a lost answer and a retry', async (t) => {
  const imported = await send(table('hcp_code,wave', `${A},31`))
  const ask = async () =>
    await request({
      method: 'POST',
      url: `${place(imported)}/revert`,
      headers: { ...association, 'idempotency-key': 'undo' },
    })
  const [first, second] = [await ask(), await ask()]
  t.equal(second.body, first.body)
  t.equal(second.headers['idempotency-replayed'], 'true')
})
