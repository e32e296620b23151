import t from 'tap'
import { startApp } from '../support/app.ts'
import { association, COMMUNES, importer, table } from '../support/imports.ts'
import { roleIdentity } from '../support/roles.ts'

const service = await startApp(t, { identity: roleIdentity })
const { request } = service
const { send, place, rows } = importer(service)
const [A, B] = COMMUNES as [string, string]

const read = (url: string, language: string) =>
  request({ url, headers: { ...association, 'accept-language': language } })

t.test('what is wrong with a row is told in the language of whoever reads it', async (t) => {
  const file = table(
    'hcp_code,wave,evidence.kind,source.title',
    `${A},x,leter,=A1`,
    '09.541.99.99,1,letter,x',
    `${B},1,letter,x`,
    `${B},2,letter,x`,
  )
  const sent = await send(file, '?on_error=continue', 'text/csv', { 'accept-language': 'fr' })
  t.equal(sent.statusCode, 200, sent.body)
  const details = {
    ar: [
      /من نوع integer\.$/,
      /^«leter» ليست .* هل تقصد «letter»؟$/,
      /09\.541\.99\.99/,
      /4/,
      /[\u0600-\u06FF]/,
    ],
    fr: [
      /de type integer\.$/,
      /^« leter » .* Vouliez-vous dire « letter » \?$/,
      /09\.541\.99\.99/,
      /4/,
      /formule/i,
    ],
    en: [/of type integer\.$/, /^"leter" .* Did you mean "letter"\?$/, /09\.541\.99\.99/, /4/, /formula/i],
  }
  for (const [language, wanted] of Object.entries(details)) {
    const answer = await read(`${place(sent)}/rows`, language)
    t.equal(answer.headers['content-language'], language)
    const [first, second, third, fourth] = answer.json().data
    const faults = [...first.errors, ...second.errors]
    t.match(faults, [
      { column: 'wave', pointer: '/wave', code: 'wrong_type' },
      { column: 'evidence.kind', code: 'not_allowed', nearest: 'letter' },
      { column: 'hcp_code', pointer: '/collectivity', code: 'no_such_collectivity' },
    ])
    t.ok(faults[1].allowed.includes('letter'))
    t.notOk('values' in first.errors[0], 'the values are in the text')
    t.same(third.errors, [])
    const repeated = fourth.errors[0]
    t.equal(repeated.code, 'row_repeated')
    t.match(first.notes, [{ column: 'source.title', code: 'formula_as_text' }])
    const told = [...faults, repeated, first.notes[0]].map(({ detail }) => detail)
    for (const [index, pattern] of wanted.entries()) t.match(told[index], pattern, language)

    for (const format of ['ndjson', 'csv']) {
      const table = await read(`${place(sent)}/rows?format=${format}`, language)
      t.equal(table.headers['content-language'], language)
      t.match(table.body, 'not_allowed')
      t.match(table.body, wanted[2])
    }
    const mend = await read(`${place(sent)}/errors.csv`, language)
    t.equal(mend.headers['content-language'], language)
    t.equal(mend.headers.vary, 'Authorization, Accept-Language')
    t.ok(mend.body.includes(repeated.detail))
    t.notMatch(mend.body, /[{}]/, 'every place in the texts is filled')
  }
})

t.test('a refusal tells the same', async (t) => {
  const refused = await send(table('hcp_code,wave', `${A},x`), '', 'text/csv', { 'accept-language': 'en' })
  t.equal(refused.statusCode, 422)
  const [{ row, ...fault }] = refused.json().errors
  t.equal(row, 2)
  t.same([fault], (await rows(refused))[0].errors)
})

t.test('a table to mend can be opened in a spreadsheet, and sent back as it is', async (t) => {
  const cells = ['=cmd()', '+1+1', '-x', '@SUM(1)', '\t=1', '＝1', '-12.5', 'plain']
  const titles = table('hcp_code,source.title', ...cells.map((cell) => `09.541.99.99,"${cell}"`))
  const refused = await send(titles)
  const raw = await read(`${place(refused)}/errors.csv`, 'en')
  t.match(raw.body, '\r\n09.541.99.99,=cmd(),', 'as it came unless asked for')
  const safe = await read(`${place(refused)}/errors.csv?excel_safe=true`, 'en')
  const written = safe.body.split('\r\n').slice(1, -1)
  const of = (line: string) => /^09\.541\.99\.99,"?([^,"]*)/.exec(line)?.[1]
  t.same(written.map(of), ["'=cmd()", "'+1+1", "'-x", "'@SUM(1)", "'\t=1", "'＝1", '-12.5', 'plain'])

  const back = await send(safe.body, '?on_error=continue')
  const notes = (await rows(back)).map(({ notes }) => notes.map(({ code }: { code: string }) => code))
  const formula = ['formula_as_text']
  t.same(notes, [formula, formula, formula, formula, formula, formula, [], []])
  const mended = safe.body.split('\r\n').slice(0, 2).join('\r\n').replace('09.541.99.99', A)
  const done = await send(mended)
  t.equal(done.statusCode, 200, done.body)
  const { member_id } = (await rows(done))[0]
  t.match(await service.json(`/v1/members/${member_id}`), { sources: [{ title: '=cmd()' }] })
})

t.test('an empty title is in the column of the title', async (t) => {
  const refused = await send(table('hcp_code,wave,source.title', `${B},1,`))
  t.equal(refused.statusCode, 422)
  t.match(refused.json().errors, [{ row: 2, column: 'source.title', pointer: '/sources', code: 'too_short' }])
})
