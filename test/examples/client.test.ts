import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { answered, openClient, Refused, rows } from '../../examples/client/client.ts'
import { startApp } from '../support/app.ts'
import { clientTypes } from '../support/client-types.ts'
import { bearer } from '../support/identity.ts'
import { plantPlan } from '../support/plans.ts'
import { listening } from '../support/socket.ts'

const root = new URL('../../', import.meta.url)

t.test('the types are those of the contract (else: npm run openapi)', async (t) => {
  const made = await clientTypes(readFileSync(new URL('openapi/openapi.json', root), 'utf8'))
  t.ok(made === readFileSync(new URL('examples/client/contract.ts', root), 'utf8'))
})

t.test('against the service', async (t) => {
  const service = await startApp(t)
  await plantPlan(service)
  const address = `http://127.0.0.1:${await listening(service.app)}`

  t.test('every row of a list, page after page', async (t) => {
    const infitah = openClient(`${address}/`)
    const query = { type: ['region', 'provincial_council'], limit: 3, count: 'exact' } as const
    let total: number | null = null
    const seen: string[] = []
    const list = rows(async (cursor) => {
      const params = { query: { ...query, type: [...query.type], ...cursor } }
      const page = await answered(infitah.GET('/v1/members', { params }))
      total = page.page.total
      return page
    })
    for await (const { id, collectivity } of list) {
      t.not(collectivity.type, 'commune', 'several values of one parameter')
      seen.push(id)
    }
    t.ok(seen.length > 3, 'more than a page')
    t.equal(seen.length, total)
    t.equal(new Set(seen).size, seen.length, 'each once')
  })

  t.test('a refusal, in the language that was asked for', async (t) => {
    const path = { id: '00000000-0000-4000-8000-000000000000' }
    for (const [language, title] of [
      ['ar', 'غير موجود'],
      ['fr', 'Introuvable'],
    ] as const) {
      const call = answered(openClient(address, { language }).GET('/v1/members/{id}', { params: { path } }))
      const refused = await call.then(
        () => t.fail('it was answered'),
        (error) => error,
      )
      t.ok(refused instanceof Refused)
      t.equal(refused.problem.code, 'not_found')
      t.match(refused.message, title)
    }
    const wrong = openClient(address).GET('/v1/members', { params: { query: { as_of: '2024-02-30' } } })
    t.match(await answered(wrong).catch((error) => error.problem), { errors: [{ parameter: 'as_of' }] })
  })

  t.test('an edit, with a token', async (t) => {
    const { authorization } = await bearer('association')
    const infitah = openClient(address, { token: authorization.replace('Bearer ', '') })
    const body = { collectivity: '09.541.01.13', sources: [{ title: 'Compte rendu' }] }
    const made = await answered(infitah.POST('/v1/members', { body }))
    t.match(made, { status: 'candidate', collectivity: { hcp_code: '09.541.01.13' } })
    const edited = await answered(
      infitah.PATCH('/v1/members/{id}', {
        params: { path: { id: made.id }, header: { 'if-match': `"${made.revision}"` } },
        headers: { 'content-type': 'application/merge-patch+json' },
        body: { wave: 2 },
      }),
    )
    t.match(edited, { wave: 2, revision: made.revision + 1 })
  })

  t.test('the plan of a collectivity, as text', async (t) => {
    const run = async (...args: string[]) => {
      const script = fileURLToPath(new URL('examples/client/plan.ts', root))
      const child = spawn(process.execPath, [script, ...args])
      const [out, errors, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'close'),
      ])
      return { out, errors, code }
    }
    const { out, errors, code } = await run(address)
    t.equal(errors, '')
    t.equal(code, 0)
    t.match(out, /^# برنامج عمل الانفتاح لمجلس إقليم تارودانت\nتارودانت \(09\.541\) · قيد الإعداد\n/)
    t.match(out, '4. تعزيز آليات التواصل والحق في الحصول على المعلومة: ترسيخ مبادئ المشاركة المواطنة')
    t.match(out, '- 2023-03-02: ورشة الإعداد المشترك')
    t.match(out, '- 2023-10: دورة أكتوبر 2023')
    t.match(out, /## «النقل المدرسي»\n- برنامج .*\/v1\/action-plans\//)
    const [wrong, none] = await Promise.all([run(address, '09.999'), run(address, '09.541.01.01')])
    t.equal(wrong.code, 1)
    t.equal(wrong.out, '')
    t.match(wrong.errors, 'الطلب غير صحيح', 'what the service says, in Arabic')
    t.match(none, { code: 0, out: /^لا برنامج عمل منشور بعد/ })
  })
})
