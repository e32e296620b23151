import fc from 'fast-check'
import { sql } from 'kysely'
import t from 'tap'
import { startApp } from '../support/app.ts'
import { byBytes, linesOf, rowsOf } from '../support/pages.ts'

const service = await startApp(t)
const { db, json, request } = service

// biome-ignore lint/suspicious/noExplicitAny: rows of an answer, looked at as they are
type Loose = any
const search = async (path: string, q: string, more = '') =>
  await json(`/v1/${path}?q=${encodeURIComponent(q)}${more}`)
const namesOf = (page: Loose): string[] => page.data.map((row: Loose) => row.name.fr)
const folded = async (text: string) =>
  (await sql<{ folded: string }>`select fold_text(${text}) as folded`.execute(db)).rows[0]!.folded

t.test('Taroudannt is found first, however it is written', async (t) => {
  for (const q of [
    'تارودانت',
    'تارودنت',
    'Taroudannt',
    'taroudant',
    'TAROUDANT',
    'ⵜⴰⵔⵓⴷⴰⵏⵜ',
    '  taroudannt ',
    'تَارُودَانْت',
    'تـــارودانت',
    'Tàroudânnt',
    'taroudan',
    'تارودا',
  ]) {
    t.equal((await search('provincial-councils', q)).data[0]?.hcp_code, '09.541', q)
    t.equal((await search('communes', q)).data[0]?.hcp_code, '09.541.01.13', q)
  }
  for (const q of ['تارودانت', 'Taroudannt', 'taroudant', 'ⵜⴰⵔⵓⴷⴰⵏⵜ'])
    t.equal((await search('communes', q)).meta.match, 'exact', q)
  t.equal((await search('communes', 'تارودنت')).meta.match, 'approximate')
})

t.test('fold_text makes one of what people write in many ways', async (t) => {
  for (const [text, expected] of [
    ['أإآٱا', 'ااااا'],
    ['مسؤول', 'مسوول'],
    ['بئر', 'بير'],
    ['ماء', 'ما'],
    ['إيعزة', 'ايعزه'],
    ['مصطفى', 'مصطفي'],
    ['ی', 'ي'],
    ['مدرسة', 'مدرسه'],
    ['تــــارودانت', 'تارودانت'],
    ['تَارُودَانْتُ', 'تارودانت'],
    ['ٱلرِّبَاطُ', 'الرباط'],
    ['گلميم', 'كلميم'],
    ['ڭلميم', 'كلميم'],
    ['ݣلميم', 'كلميم'],
    ['کلمیم', 'كلميم'],
    ['قصر ٢٠٢٤', 'قصر 2024'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['ﺗﺎﺭﻭﺩﺍﻧﺖ', 'تارودانت'],
    ['ﻻ', 'لا'],
    ['ﷲ', 'الله'],
    ['Béni Mellal-Khénifra', 'beni mellal khenifra'],
    ['Laâyoune – Sakia El Hamra', 'laayoune sakia el hamra'],
    ['FÈS', 'fes'],
    ['Fe\u0300s', 'fes'],
    ["M'diq", 'mdiq'],
    ['M’diq', 'mdiq'],
    ['M‘diq', 'mdiq'],
    ['Mʼdiq', 'mdiq'],
    ['M`diq', 'mdiq'],
    ['Mdiq', 'mdiq'],
    ['Tanger-Tétouan-Al Hoceima', 'tanger tetouan al hoceima'],
    ['طنجة-تطوان-الحسيمة', 'طنجه تطوان الحسيمه'],
    ['  a   b\t\nc  ', 'a b c'],
    ['a،b؛c؟d', 'a b c d'],
    ['«a»', 'a'],
    ['A\u200fB\u200e', 'ab'],
    ['100%_x\\y', '100 x y'],
    ['ⵜⴰⵔⵓⴷⴰⵏⵜ', 'ⵜⴰⵔⵓⴷⴰⵏⵜ'],
    ['M＇diq', 'mdiq'],
    ['ŉ', 'n'],
    ['!؟.,-', ''],
    ['', ''],
  ] as const)
    t.equal(await folded(text), expected, JSON.stringify(text))
  const { rows } = await sql<Loose>`select fold_text(null) is null as is_null, provolatile as volatility
    from pg_proc where proname = 'fold_text'`.execute(db)
  t.same(rows, [{ is_null: true, volatility: 'i' }], 'immutable, so that an index can stand on it')
})

t.test('folding twice is folding once', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (text) => {
      const clean = text.replaceAll('\0', '').toWellFormed()
      const once = await folded(clean)
      if ((await folded(once)) !== once) throw new Error(JSON.stringify([clean, once]))
    }),
    { numRuns: 300 },
  )
  t.pass()
})

t.test('apostrophes, hyphens, gafs, digits and accents do not matter', async (t) => {
  for (const [path, q, code] of [
    ['provincial-councils', "M'diq", '01.573'],
    ['provincial-councils', 'Mdiq', '01.573'],
    ['provincial-councils', 'M’diq', '01.573'],
    ['provincial-councils', 'mdiq fnideq', '01.573'],
    ['regions', 'Beni Mellal Khenifra', '05'],
    ['regions', 'beni mellal-khénifra', '05'],
    ['regions', 'طنجة تطوان الحسيمة', '01'],
    ['regions', 'طنجه', '01'],
    ['regions', 'گلميم واد نون', '10'],
    ['regions', 'ڭلميم', '10'],
    ['regions', 'ݣلميم', '10'],
    ['regions', 'Tangier', '01'],
    ['regions', 'اسفي', '07'],
    ['regions', 'ⵙⵓⵙⵙ', '09'],
    ['communes', 'Tangier', '01.511.01.0'],
    ['communes', 'tanger', '01.511.01.0'],
    ['communes', 'Fez', '03.231.01.0'],
    ['communes', 'Mogador', '07.211.01.05'],
    ['communes', 'الدارالبيضاء', '06.141.01.0'],
  ] as const) {
    const page = await search(path, q)
    t.equal(page.data[0]?.hcp_code, code, `${q} finds ${page.data[0]?.name.fr}`)
  }
})

t.test('words may come in any order, and all of them must occur', async (t) => {
  const page = await search('communes', 'ait sidi', '&limit=500')
  t.equal(page.meta.match, 'exact')
  t.ok(page.data.length > 0)
  for (const name of namesOf(page)) t.match(name.toLowerCase(), /(?=.*ait)(?=.*sidi)/, name)
  const turned = await search('communes', 'sidi ait', '&limit=500')
  t.same(new Set(namesOf(turned)), new Set(namesOf(page)))
})

t.test('the very name comes before names that begin with it, and those before the rest', async (t) => {
  const names = namesOf(await search('communes', 'fes', '&limit=500'))
  t.equal(names[0], 'Fès')
  const oulad = namesOf(await search('communes', 'oulad aissa'))
  t.same(oulad.slice(0, 3), ['Oulad Aissa', 'Oulad Aissa', 'Oulad Aissa'])
  const rabat = namesOf(await search('regions', 'rabat'))
  t.equal(rabat[0], 'Rabat-Salé-Kénitra')
  const two = namesOf(await search('communes', 'ai', '&limit=500'))
  t.ok(two.length > 0)
  for (const name of two) t.match(name.toLowerCase(), /(^|[ -])a[iï]/, 'two letters begin a word')
})

t.test('typing mistakes are forgiven, and the answer says so', async (t) => {
  for (const [path, q, name] of [
    ['communes', 'agdir', 'Agadir'],
    ['communes', 'marakech', 'Marrakech'],
    ['communes', 'casablnca', 'Casablanca'],
    ['communes', 'ouarzazatte', 'Ouarzazate'],
    ['communes', 'essaouria', 'Essaouira'],
    ['communes', 'khouribgua', 'Khouribga'],
    ['communes', 'اكادر', 'Agadir'],
    ['communes', 'مراكس', 'Marrakech'],
    ['communes', 'الضار البيضاء', 'Casablanca'],
    ['communes', 'خريبكا', 'Khouribga'],
    ['communes', 'ورززات', 'Ouarzazate'],
    ['provincial-councils', 'tarudannt', 'Taroudannt'],
    ['provincial-councils', 'chefchaoun', 'Chefchaouen'],
    ['regions', 'suss massa', 'Souss-Massa'],
    ['regions', 'الشرف', 'Oriental'],
  ] as const) {
    const page = await search(path, q)
    t.equal(page.data[0]?.name.fr, name, `${q} finds ${namesOf(page).slice(0, 3)}`)
    t.equal(page.meta.match, 'approximate', q)
  }
  const exact = await search('communes', 'الدار البيضاء')
  t.match([exact.data[0].name.fr, exact.meta.match], ['Casablanca', 'exact'])
  t.notOk('match' in (await json('/v1/communes?limit=1')).meta, 'nothing said without a search')
})

t.test('what is like nothing finds nothing', async (t) => {
  for (const q of ['zzzzzzzz', '漢字', 'qqqqxxxx', '🙂🙂🙂'])
    t.same((await search('communes', q)).data, [], q)
})

t.test('text that means something elsewhere is only text here', async (t) => {
  for (const q of ['%', '_', '%%%', '\\', '!', '...', '؟', '--', "'", '«»', '_%_', ' ', '*']) {
    for (const format of ['', '&format=csv']) {
      const answer = await request(`/v1/communes?q=${encodeURIComponent(q)}${format}`)
      t.equal(answer.statusCode, 400, JSON.stringify(q))
      t.match(answer.json().errors, [{ parameter: 'q', code: 'nothing_to_search' }])
    }
  }
  for (const q of [
    'agad%r',
    '%agadir%',
    'a_adir',
    "agadir' or '1'='1",
    'agadir; drop table collectivity',
    'aga\\dir',
    'agadir & !x',
    '"agadir"',
    'a:* | b',
  ]) {
    const page = await search('communes', q, '&limit=500')
    t.ok(page.data.length < 200, `${q} is no pattern (${page.data.length})`)
  }
  t.not((await search('communes', 'agad_r')).meta.match, 'exact')
  t.not((await search('communes', 'agad%r')).meta.match, 'exact')
})

t.test('a search goes with every other filter', async (t) => {
  const all = await linesOf(service, `/v1/communes?q=oulad`)
  t.ok(all.length > 50)
  const within = await linesOf(service, `/v1/communes?q=oulad&province=09.541`)
  t.same(
    new Set(within.map((row) => row.hcp_code)),
    new Set(all.map((row) => row.hcp_code).filter((code) => code.startsWith('09.541.'))),
  )
  t.equal((await search('communes', 'oulad', '&count=exact&limit=1')).page.total, all.length)
  const members = await search('communes', 'marrakech', '&member=true')
  t.same(namesOf(members), ['Marrakech'])
  t.same(
    (await search('communes', 'taroudannt', '&region=01')).data.filter(
      (row: Loose) => !row.hcp_code.startsWith('01.'),
    ),
    [],
  )
  const sorted = namesOf(await search('communes', 'oulad', '&sort=-name.fr&limit=5'))
  t.match(sorted[0], /Oulad/)
})

t.test('a search is paged like any list', async (t) => {
  for (const q of ['oulad', 'ait', 'بني', 'marakech']) {
    const url = `/v1/communes?q=${encodeURIComponent(q)}&fields=hcp_code`
    const whole = (await linesOf(service, url)).map((row) => row.hcp_code)
    const paged = (await rowsOf(service, `${url}&limit=7`)).map((row) => row.hcp_code)
    t.same(paged, whole, `${q}: ${whole.length}`)
    t.equal(new Set(paged).size, paged.length)
  }
})

t.test('pages are in the order of a look at every name, however short they are', async (t) => {
  const { rows: names } = await sql<{ id: string; code: string; folded: string; official: boolean }>`
    select collectivity_id as id, hcp_code as code, folded, official from collectivity_search
    where type = 'commune'`.execute(db)
  const holds = (name: string, word: string) => ` ${name}`.includes(word.length < 3 ? ` ${word}` : word)
  const best = (text: string) => {
    const found = new Map<string, { distance: number; code: string }>()
    for (const { id, code, folded, official } of names) {
      if (!text.split(' ').every((word) => holds(folded, word))) continue
      const place =
        folded === text ? 0 : folded.startsWith(text) ? 1 : ` ${folded}`.includes(` ${text}`) ? 2 : 3
      const distance =
        place * 1_000 + (official ? 0 : 50) + Math.min([...folded].length - [...text].length, 900)
      if (distance < (found.get(id)?.distance ?? Number.POSITIVE_INFINITY)) found.set(id, { distance, code })
    }
    return [...found]
      .sort(([, a], [, b]) => a.distance - b.distance || byBytes(a.code, b.code))
      .map(([id]) => id)
  }
  const piece = fc
    .tuple(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 1, max: 9 }), fc.boolean())
    .map(([{ folded }, from, length, beginning]) => {
      const letters = [...folded]
      const start = beginning ? 0 : from % letters.length
      return letters
        .slice(start, start + length)
        .join('')
        .trim()
    })
    .filter((text) => text !== '' && best(text).length > 0)
  await fc.assert(
    fc.asyncProperty(piece, fc.integer({ min: 1, max: 60 }), async (text, limit) => {
      const expected = best(text)
      // A few pages are enough to come from names that begin with it to those that hold it.
      const most = limit * 8
      const found: string[] = []
      let next: string | null = `/v1/communes?q=${encodeURIComponent(text)}&fields=id&limit=${limit}`
      while (next !== null && found.length < most) {
        const page: Loose = await json(next)
        found.push(...page.data.map((row: Loose) => row.id))
        next = page.links.next
      }
      t.same(found, expected.slice(0, found.length), `${text}, ${limit} a page`)
      if (next === null) t.equal(found.length, expected.length, `${text}, to its end`)
      const within = await linesOf(service, `/v1/communes?q=${encodeURIComponent(text)}&fields=id`)
      t.same(
        within.map((row) => row.id),
        expected,
        `${text}, all of it`,
      )
    }),
    { numRuns: 25 },
  )
})

t.test('members are found by the names of their collectivity', async (t) => {
  for (const q of ['تارودانت', 'taroudant', 'ⵜⴰⵔⵓⴷⴰⵏⵜ']) {
    const page = await search('members', q)
    t.equal(page.data[0]?.collectivity.hcp_code, '09.541', q)
  }
  const page = await search('members', 'bengerir')
  t.match([page.data[0]?.collectivity.name.fr, page.meta.match], ['Ben Guerir', 'approximate'])
})

const lists = ['regions', 'provincial-councils', 'communes']
const known = (
  await Promise.all(
    lists.map(async (path) =>
      (
        await linesOf(service, `/v1/${path}?fields=id,name`)
      ).flatMap(({ id, name }) =>
        Object.values<string | null>(name).flatMap((text) => (text === null ? [] : [{ path, id, text }])),
      ),
    ),
  )
).flat()

const isArabic = (letter: string) => /[\u0621-\u064A]/.test(letter)
const MARKS = ['\u064B', '\u064E', '\u064F', '\u0650', '\u0651', '\u0652', 'ـ', '']

/** The same name as somebody else might write it. */
const respelt = fc
  .record({
    name: fc.constantFrom(...known),
    choices: fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
    accents: fc.boolean(),
    hyphens: fc.constantFrom('-', ' ', ' - ', '–'),
  })
  .map(({ name, choices, accents, hyphens }) => {
    const text = (accents ? name.text : name.text.normalize('NFD').replaceAll(/[\u0300-\u036F]/g, ''))
      .replaceAll('-', hyphens)
      .normalize('NFC')
    const q = [...text]
      .map((letter, index) => {
        const choice = choices[index % choices.length]!
        if (isArabic(letter)) return letter + MARKS[choice % MARKS.length]
        return choice % 2 === 0 ? letter.toUpperCase() : letter.toLowerCase()
      })
      .join('')
    return { ...name, q }
  })

t.test('any name of any row, respelt, finds its row', async (t) => {
  await fc.assert(
    fc.asyncProperty(respelt, async ({ path, id, q, text }) => {
      const page = await search(path, q, '&fields=id&limit=500')
      if (!page.data.some((row: Loose) => row.id === id)) throw new Error(`${q} does not find ${text}`)
      if (page.meta.match !== 'exact') throw new Error(`${q} is only like ${text}`)
    }),
    { numRuns: 200 },
  )
  t.pass('200 of them')
})

t.test('every official name finds its row on the first page', async (t) => {
  const lost: string[] = []
  for (const { path, id, text } of known.filter((_, index) => index % 9 === 0)) {
    const page = await search(path, text, '&fields=id&limit=50')
    if (!page.data.some((row: Loose) => row.id === id)) lost.push(text)
  }
  t.same(lost, [])
})
