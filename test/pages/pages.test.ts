import { brotliDecompressSync } from 'node:zlib'
import t from 'tap'
import { startApp } from '../support/app.ts'
import { as, roleIdentity } from '../support/roles.ts'

// biome-ignore lint/suspicious/noExplicitAny: what a test looks for in an answer is what it tests
type Loose = any
const { app, json, request } = await startApp(t, { identity: roleIdentity })

const SCRIPT = '<script>alert("q")</script>'
const BREAKOUT = `"'><img src=x onerror=alert(1)>`
const sources = [{ title: SCRIPT, publisher: BREAKOUT, quoted: '<b>', url: "https://example.org/?a=1&b='" }]

async function write(url: string, payload: object): Promise<{ id: string }> {
  const answer = await request({ method: 'POST', url, payload, headers: as('association') })
  if (answer.statusCode !== 201) throw new Error(`${url}: ${answer.body}`)
  return answer.json()
}

const [seeded] = (await json('/v1/action-plans?collectivity=09.541')).data
const canary = await write('/v1/action-plans', {
  title: { fr: SCRIPT, ar: BREAKOUT },
  collectivities: [{ collectivity: '09.541.01.13' }],
  programme: { acronym: 'X', name: { fr: SCRIPT } },
  sources,
})
await write('/v1/workshops', {
  plan_id: canary.id,
  collectivities: ['09.541.01.13'],
  kind: 'co_creation',
  title: { fr: SCRIPT },
  held_on: { value: '2026-05' },
  place: { venue: { en: BREAKOUT } },
  chair: { name: { fr: SCRIPT }, function: { ar: BREAKOUT } },
  agenda: [{ title: { fr: SCRIPT }, speaker: { name: { fr: BREAKOUT }, function: { fr: SCRIPT } } }],
  breakout_groups: [{ topic: { ar: SCRIPT }, components: ['elected'] }],
  sources,
})
const consultation = await write('/v1/consultations', {
  plan_id: canary.id,
  round: 1,
  title: { ar: SCRIPT },
  description: { fr: BREAKOUT },
  channels: ['online_form'],
  opens_at: { value: '2026-03-01' },
  closes_at: { value: '2026-03-31' },
  sources,
})
await write('/v1/approval-sessions', {
  plan_id: canary.id,
  collectivity: '09.541.01.13',
  kind: 'ordinary',
  announced_as: { fr: SCRIPT },
  opens_on: { value: '2026-10' },
  sources,
})

const PATHS = [
  '/',
  `/action-plans/${seeded.id}`,
  `/action-plans/${canary.id}`,
  '/regions/09',
  '/provincial-councils/09.541',
  '/communes/09.541.01.13',
]
const LANGUAGES = ['ar', 'fr', 'en'] as const
const inLanguage = (language: string, path: string) =>
  language === 'ar' ? path : `/${language}${path === '/' ? '' : path}`
const PAGES = LANGUAGES.flatMap((language) =>
  PATHS.map((path) => ({ language, path, url: inLanguage(language, path) })),
)

const withoutLanguage = (href: string) => href.replace(/^\/(fr|en)(?=[/?]|$)/, '') || '/'
const hrefs = (body: string) => [...body.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, href]) => href!)

t.test('every page in three languages', async (t) => {
  const linked = new Set<string>()
  for (const { language, path, url } of PAGES) {
    const page = await app.inject(url)
    t.match(page, {
      statusCode: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-language': language,
        'cache-control': 'public, no-cache',
        link: /service-desc.*api-catalog/,
      },
    })
    t.ok(page.body.includes(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`), url)
    for (const other of LANGUAGES)
      t.match(
        page.body,
        `<link rel="alternate" hreflang="${other}" href="${inLanguage(other, path)}">`,
        `${url} in ${other}`,
      )
    const tags = page.body.replaceAll(/"[^"]*"/g, '""').match(/<[a-z][^>]*>/g)!
    t.same(
      tags.filter((tag) => /^<(script|img|iframe)|\s(on\w+|style)=/i.test(tag)),
      [],
      `${url} holds nothing that runs`,
    )
    t.notOk(/javascript:|undefined|\[object|NaN/.exec(page.body)?.[0], `${url} says all that it means to`)
    for (const href of hrefs(page.body)) linked.add(href.replace(/#.*$/, '').replaceAll('&amp;', '&'))
  }
  const own = new Set([...linked].filter((href) => href.startsWith('/')).map(withoutLanguage))
  const outside = [...linked].filter((href) => !/^(\/|#|data:image|$)/.test(href))
  t.same(
    outside.filter((href) => !/^https?:\/\//.test(href)),
    [],
    'sources alone are elsewhere',
  )
  t.ok(own.size > 100)
  // Of the provinces, which are alike, every tenth.
  const alike = [...own].filter((href) => href.startsWith('/provincial-councils/')).sort()
  for (const href of own) {
    if (alike.indexOf(href) % 10 > 0) continue
    const { statusCode } = await app.inject(href)
    if (statusCode !== 200) t.fail(`${href} answers ${statusCode}`)
  }
})

t.test('what people write stays text', async (t) => {
  for (const url of [`/fr/action-plans/${canary.id}`, '/fr', '/', '/en/communes/09.541.01.13']) {
    const { body } = await app.inject(url)
    t.match(body, '&lt;script&gt;alert(&quot;q&quot;)&lt;/script&gt;', url)
    t.notOk(body.includes(SCRIPT) || body.includes(BREAKOUT))
  }
  const { body } = await app.inject(`/action-plans/${canary.id}`)
  t.match(body, '&quot;&#39;&gt;&lt;img src=x onerror=alert(1)&gt;')
  t.match(body, 'href="https://example.org/?a=1&amp;b=&#39;"')
})

t.test('the network as the API counts it, and what sources declare', async (t) => {
  const network = await json('/v1/network')
  const { body } = await app.inject('/en')
  t.match(body, `<p class="big">${network.counts.total.certain}</p>`)
  const [last] = network.declared_totals.slice(-1)
  t.match(body, `Latest declared total: <strong>${last.declared.total}</strong>`)
  t.match(body, `Of these, <strong>${last.unknown.total}</strong> that no source we found names.`)
  t.match(body, 'Does not agree')
  t.match(body, 'https://sinpress.ma/50509-11-10')
  const past = (await app.inject('/en?as_of=2022-12-31')).body
  const then = await json('/v1/network?as_of=2022-12-31')
  t.match(past, `<p class="big">${then.counts.total.certain}</p>`)
  t.not(then.counts.total.certain, network.counts.total.certain)

  const regions = body.split('<details>').slice(1)
  t.equal(regions.length, 12)
  t.equal((body.match(/<th scope="row"><a href="\/en\/provincial-councils/g) ?? []).length, 75)
  t.equal((body.match(/<path class="m\d" d="M/g) ?? []).length, 75, 'every province has its outline')
  const counted = [...body.matchAll(/<span class="count">.*?<\/span>(\d+)<\/span>/g)].map(([, n]) =>
    Number(n),
  )
  t.equal(
    counted.reduce((sum, one) => sum + one, 0),
    network.counts.total.certain,
    'the table adds up to the count',
  )
  const plans = (await app.inject('/en?map=plans')).body
  t.equal((plans.match(/<path class="stage-preparing"/g) ?? []).length, 1, 'one province has plans')
})

t.test('what is next, and what the reader may take part in', async (t) => {
  const { body } = await app.inject('/fr')
  const [before, after] = body.split('Derniers faits connus')
  t.match(before, '<time datetime="2026-05">mai 2026</time>')
  t.match(before, 'Aucune consultation n’est ouverte')
  t.match(after, '<time datetime="2023-10">octobre 2023</time>', 'no more precise than its source')
  t.match((await app.inject('/')).body, '<time datetime="2023-10">أكتوبر 2023</time>')
  t.equal((await json(`/v1/consultations/${consultation.id}`)).status, 'announced')
})

t.test('the path of the plan of Taroudannt', async (t) => {
  const { body } = await app.inject(`/action-plans/${seeded.id}`)
  for (const told of [
    'لقاء تواصلي حول برنامج الانفتاح',
    'ورشة تكوينية عن بعد',
    'تاريخ غير معروف',
    'ورشة الإعداد المشترك لبرنامج عمل الانفتاح',
    'كيفية جلب التمويل',
    'مبارك الضردوري',
    'العدد غير معروف',
    'تعزيز آليات التواصل والحق في الحصول على المعلومة',
    'محاربة الهدر المدرسي',
    'لا تشاور معروف',
    'دورة أكتوبر 2023',
    'ليس الشهر 10 من أشهر الدورات العادية',
    'القانون التنظيمي <bdi dir="ltr">112-14</bdi>، المادة 34',
    'اسرار بريس',
    'لم يذكر أي مصدر بلغنا نتيجة التصويت',
  ])
    t.match(body, told)
  const french = (await app.inject(`/fr/action-plans/${seeded.id}`)).body
  t.match(french, '<bdi lang="ar" dir="rtl">النقل المدرسي</bdi>', 'Arabic is marked as such')
  t.match(french, 'Le mois 10 n’est pas un mois de session ordinaire')
})

t.test('bytes are small, and not sent again to who has them', async (t) => {
  for (const url of ['/', `/fr/action-plans/${seeded.id}`]) {
    const plain = await app.inject(url)
    const small = await app.inject({ url, headers: { 'accept-encoding': 'br' } })
    t.ok(plain.rawPayload.length < 100_000, `${plain.rawPayload.length} bytes`)
    t.ok(small.rawPayload.length < 30_000, `${small.rawPayload.length} bytes compressed`)
    t.ok(brotliDecompressSync(small.rawPayload).equals(plain.rawPayload))
    const headers = { 'if-none-match': String(plain.headers.etag) }
    const again = await app.inject({ url, headers })
    t.match(again, { statusCode: 304, body: '' })
    t.match(again.headers['content-security-policy'], /^default-src 'none';style-src 'sha256-/)
    t.equal((await app.inject({ url, headers, method: 'HEAD' })).statusCode, 304)
  }
  const tag = (await app.inject('/regions/09')).headers.etag
  await write('/v1/action-plans', { collectivities: [{ collectivity: '09' }], sources })
  const headers = { 'if-none-match': String(tag) }
  t.equal((await app.inject({ url: '/regions/09', headers })).statusCode, 200, 'a write shows at once')
})

t.test('what is not there, in the language of the page', async (t) => {
  for (const url of [
    `/fr/action-plans/${consultation.id}`,
    '/fr/communes/99.999.99.99',
    '/fr/regions/09.541',
  ]) {
    const missing = await app.inject(url)
    t.match(missing, { statusCode: 404, headers: { 'content-type': /^text\/html/ } }, url)
    t.match(missing.body, '<html lang="fr" dir="ltr">')
    t.match(missing.body, 'Retour au réseau')
  }
  const wrong = await app.inject('/?as_of=2026-02-30')
  t.match(wrong, { statusCode: 400, headers: { 'content-language': 'ar' } })
  t.equal((await app.inject('/?utm_source=x&fbclid=y')).statusCode, 200, 'what others add to links')
  t.match(await app.inject('/nothing'), { statusCode: 404, headers: { 'content-type': /problem\+json/ } })
  const { data } = await json('/v1/communes?limit=500&fields=hcp_code,identifiers')
  const moved = data.find(({ identifiers }: Loose) => identifiers.some((one: Loose) => one.valid_until))
  const { value } = moved.identifiers.find((one: Loose) => one.valid_until)
  t.match(await app.inject(`/en/communes/${value}`), {
    statusCode: 301,
    headers: { location: `/en/communes/${moved.hcp_code}` },
  })
  t.equal((await app.inject({ method: 'POST', url: '/' })).statusCode, 405)
})
