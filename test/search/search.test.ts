import { sql } from 'kysely'
import t from 'tap'
import { recordedCollectivity } from '../../src/register/commands.ts'
import { startApp } from '../support/app.ts'
import { announced, consultationOf, draftedPlan } from '../support/consultations.ts'
import { bearer } from '../support/identity.ts'
import { collectivityId, write } from '../support/journal.ts'
import { rowsOf } from '../support/pages.ts'
import { COMMITMENT, PLAN, plantPlan } from '../support/plans.ts'
import { workshop } from '../support/workshop.ts'

const service = await startApp(t)
const { db, json, request } = service
const association = await bearer('association')
const COMMUNE = '09.541.01.13'

await plantPlan(service, COMMUNE)
/** Of a plan whose draft is not public, with a word that is nowhere else. */
const hidden = await draftedPlan(service, '09.541.01.01')
const HIDDEN_WORD = 'ornithorynque'
await db
  .updateTable('axis')
  .set({ title: JSON.stringify({ fr: HIDDEN_WORD }) as never })
  .where('plan_id', '=', hidden)
  .execute()

const planned = await request({
  method: 'POST',
  url: '/v1/workshops',
  headers: association,
  payload: workshop(),
})
const WORKSHOP = planned.json().id as string
const CONSULTATION = await announced(
  service,
  consultationOf(PLAN, {
    title: { ar: 'التشاور العمومي', fr: 'Consultations <publiques> & "ouvertes"' },
  }),
)
const addDocument = async (title: string, published: boolean) => {
  const query = `owner_type=workshop&owner_id=${WORKSHOP}&kind=minutes&published=${published}`
  const answer = await request({
    method: 'POST',
    url: `/v1/documents?${query}&title.fr=${encodeURIComponent(title)}`,
    headers: { ...association, 'content-type': 'application/pdf' },
    payload: '%PDF-1.4\n',
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
}
await addDocument('Procès-verbal de l’atelier', true)
await addDocument(`Relevé ${HIDDEN_WORD}`, false)

const find = async (q: string, more = '') => await json(`/v1/search?q=${encodeURIComponent(q)}${more}`)
interface Hit {
  type: string
  id: string
  match: string
  href: string
}
const told = async (q: string, more = ''): Promise<string[]> =>
  (await find(q, more)).data.map((hit: Hit) => `${hit.match} ${hit.type}`)

/** What is typed, and a hit that must be among the first three. */
const FOUND: [q: string, hit: string, why: string][] = [
  ['تارودانت', 'name provincial_council', 'the very name'],
  ['Taroudant', 'name provincial_council', 'a variant'],
  ['09.541', 'name provincial_council', 'a code'],
  ['taroudan', 'name_start provincial_council', 'the start of a name'],
  ['سوس ماسة', 'name region', 'ta marbuta'],
  ['سُوس ماسه', 'name region', 'tashkeel, and ha for ta marbuta'],
  ['Souss-Massa', 'name region', 'a hyphen'],
  ['Drâa Tafilalet', 'name region', 'an accent'],
  ['draa tafilalet', 'name region', 'none'],
  ['ورشة', 'name_start workshop', 'a noun'],
  ['ورشات', 'title workshop', 'its plural'],
  ['الورشات', 'title workshop', 'with the article'],
  ['بالورشات', 'title workshop', 'and with what is joined to it'],
  ['الاعداد', 'title workshop', 'no hamza'],
  ['ateliers', 'title workshop', 'a plural'],
  ['consultation', 'name_start consultation', 'of a plural'],
  ['publique consultation', 'title consultation', 'two, in another order'],
  ['للتشاور', 'title consultation', 'with a preposition'],
  ['تشاور', 'title consultation', 'without the article'],
  ['مدرسية', 'title commitment', 'another gender'],
  ['transports scolaires', 'title commitment', 'two plurals'],
  ['lignes et horaires', 'text commitment', 'in the text, without the word that says nothing'],
  ['l’horaire', 'text commitment', 'elided'],
  ['digitalisation', 'text action_plan', 'an axis'],
  ['sentiers balisée', 'text output', 'of a group, and a feminine'],
  ['أكتوبر', 'title approval_session', 'as it was announced'],
  ['transpo', 'beginning commitment', 'the beginning of a word'],
  ['Tarudant', 'approximate provincial_council', 'a mistake in a name'],
  ['konsultation publique', 'approximate consultation', 'a mistake in a title'],
  ['النقل المدرصي', 'approximate commitment', 'a mistake in Arabic'],
]

t.test('what is typed finds what is meant', async (t) => {
  for (const [q, hit, why] of FOUND) {
    const hits = await told(q)
    t.ok(hits.slice(0, 3).includes(hit), `${q}: ${hit} (${why}) among ${hits.slice(0, 5).join(', ')}`)
  }
})

t.test('the best match comes first', async (t) => {
  const order = ['name', 'name_start', 'title', 'text', 'beginning', 'approximate']
  for (const q of ['taroudannt', 'transport', 'ورشة', 'برنامج', 'ouver']) {
    const ranks = (await told(q, '&limit=500')).map((hit) => order.indexOf(hit.split(' ')[0]!))
    t.ok(ranks.length > 1, q)
    t.same(
      ranks,
      [...ranks].sort((a, b) => a - b),
      q,
    )
  }
  t.equal((await find('Taroudant')).meta.match, 'exact')
  t.equal((await find('Tarudant')).meta.match, 'approximate')
  t.equal((await find('zzzz')).meta.match, 'none')
})

t.test('a hit says enough to be shown, as HTML that holds the text alone', async (t) => {
  const [hit] = (await find('consultation', '&type=consultation')).data
  t.match(hit, {
    type: 'consultation',
    id: CONSULTATION,
    part: null,
    href: `/v1/consultations/${CONSULTATION}`,
    title: { ar: 'التشاور العمومي', fr: 'Consultations <publiques> & "ouvertes"' },
    match: 'name_start',
    collectivities: [{ hcp_code: COMMUNE }],
  })
  t.same(hit.highlight, {
    title: '<mark>Consultations</mark> &lt;publiques&gt; &amp; &quot;ouvertes&quot;',
    text: null,
  })
  const [output] = (await find('sentiers', '&type=output')).data
  t.match(output, {
    id: WORKSHOP,
    href: `/v1/workshops/${WORKSHOP}`,
    part: '/breakout_groups/0/outputs/1',
    highlight: { title: null, text: 'Un <mark>sentier</mark> balisé' },
  })
  t.equal((await json(output.href)).breakout_groups[0].outputs[1].text.fr, 'Un sentier balisé')
  t.match((await find('النقل', '&type=commitment')).data[0].highlight.title, /<mark>النقل<\/mark>/)
  const hits: Hit[] = (await find('taroudannt', '&limit=500')).data
  for (const { href } of hits) t.equal((await request(href)).statusCode, 200, `${href} is there`)
  t.same(new Set(hits.map(({ type }) => type)).size > 5, true)
})

t.test('by type and by territory', async (t) => {
  const only = await told('taroudannt', '&type=commune,workshop')
  t.same(new Set(only.map((hit) => hit.split(' ')[1])), new Set(['commune', 'workshop']))
  const ids = async (more: string) =>
    (await find('transport', `&type=commitment${more}`)).data.map((hit: Hit) => hit.id)
  for (const more of ['', '&region=09', '&province=09.541', `&collectivity=${COMMUNE}`])
    t.same(await ids(more), [COMMITMENT], more)
  for (const more of ['&region=01', '&province=01.051', '&collectivity=09.541'])
    t.same(await ids(more), [], more)
  t.same(await told('souss', '&type=region&collectivity=09'), ['name_start region'], 'the region itself')
  t.same(await told('ait', '&type=commune&collectivity=09'), [], 'and nothing within it')
})

t.test('paged through, each hit comes once and in order', async (t) => {
  for (const q of ['ouverture taroudannt', 'ait']) {
    const whole = (await find(q, '&limit=500')).data
    t.ok(whole.length > 1, `${q}: ${whole.length}`)
    const paged = await rowsOf(service, `/v1/search?q=${encodeURIComponent(q)}&limit=${q === 'ait' ? 60 : 1}`)
    t.same(paged.slice(0, 500), whole)
    t.equal(new Set(paged.map(({ id, part }) => `${id}${part}`)).size, paged.length)
  }
})

t.test('nothing that was typed is an operator, and what cannot be searched is said', async (t) => {
  const HARMLESS = [
    "' | taroudannt",
    'transport:*',
    'transport <-> x',
    "a'); drop table axis; --",
    'x\\1',
    'a(',
    'a%_',
    '<mark>',
    'de la',
    'x'.repeat(200),
    'ا '.repeat(100),
  ]
  for (const q of HARMLESS)
    t.equal((await request(`/v1/search?q=${encodeURIComponent(q)}`)).statusCode, 200, q)
  t.same(await told('!transport', '&type=commitment'), await told('transport', '&type=commitment'))
  const refused = async (query: string): Promise<string[]> => {
    const answer = await request(`/v1/search${query}`)
    t.equal(answer.statusCode, 400, query)
    const { errors } = answer.json()
    return errors.map((fault: { parameter: string; code: string }) => `${fault.parameter} ${fault.code}`)
  }
  for (const q of ['؟ …', '\\', '%_'])
    t.same(await refused(`?q=${encodeURIComponent(q)}`), ['q nothing_to_search'], q)
  t.match(await refused('?q='), [/^q /])
  t.match(await refused(''), [/^q /])
  t.match(await refused(`?q=${'x'.repeat(201)}`), [/^q /])
  t.match(await refused('?q=x&type=comune'), [/^type/])
  t.match(await refused('?q=x&format=csv'), [/^format/])
  t.same(await refused('?q=x&collectivity=99.999'), ['collectivity no_such_collectivity'])
  const { links } = await find('ait', '&limit=1')
  const other = await request(links.next.replace('q=ait', 'q=ain'))
  t.match(other.json(), { status: 400, code: 'cursor_mismatch' })
})

/** What there is to be found. */
const entries = async () =>
  (
    await sql<{ entry: string; title: string; body: string }>`
      select e::text as entry, s.title::text, s.body
      from search_entry e join search_text s using (type, id, part) order by 1`.execute(db)
  ).rows

t.test('what is not public is never found, and what becomes public is at once', async (t) => {
  t.same(await told(HIDDEN_WORD), [])
  t.same(await told('Transport scolaire sûr', '&type=action_plan'), ['text action_plan'], 'its second draft')
  const { revision } = await json(`/v1/action-plans/${hidden}`)
  const published = await request({
    method: 'POST',
    url: `/v1/action-plans/${hidden}/transitions`,
    headers: { ...association, 'if-match': `"${revision}"` },
    payload: {
      action: 'publish_draft',
      effective_on: { value: '2026-01-30' },
      sources: [{ title: 'Exemple' }],
    },
  })
  t.ok(published.statusCode < 300, published.body)
  t.same(await told(HIDDEN_WORD), ['text action_plan'])
  const { revision: edited } = await json(`/v1/workshops/${WORKSHOP}`)
  await request({
    method: 'PATCH',
    url: `/v1/workshops/${WORKSHOP}`,
    headers: { ...association, 'if-match': `"${edited}"` },
    payload: { title: { ar: null, fr: 'Zellige' }, breakout_groups: [], collectivities: [COMMUNE] },
  })
  t.same(await told('zellige'), ['name workshop'])
  t.same(await told('sentier', '&type=output'), [], 'the output went with its group')
  t.equal((await find('zellige', `&collectivity=${COMMUNE}`)).data.length, 1)
  const [minutes] = (await find('procès-verbal')).data
  t.match(minutes.collectivities, [{ hcp_code: COMMUNE }], 'a document is of whom its record is')
  const removed = await request({
    method: 'DELETE',
    url: minutes.href,
    headers: { ...association, 'if-match': `"${(await json(minutes.href)).revision}"` },
  })
  t.equal(removed.statusCode, 204)
  t.same(await told('procès-verbal'), [])
  const commune = await collectivityId(db, COMMUNE)
  await write(db, (writing) =>
    writing.change(recordedCollectivity, [commune], () =>
      sql`update collectivity set name_fr = 'Quincaille' where id = ${commune}`.execute(writing.trx),
    ),
  )
  t.ok((await told('quincaille', '&limit=500')).includes('text commitment'), 'by the new name of its place')
})

t.test('what is kept is what the records make of it', async (t) => {
  const kept = await entries()
  t.ok(kept.length > 1_590)
  await sql`truncate search_entry cascade`.execute(db)
  await sql`select keep_search_of(of_type, array_agg(of_id))
    from (select distinct of_type, of_id from search_source) owner group by of_type`.execute(db)
  t.same(kept, await entries())
})
