import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import t from 'tap'
import { startApp } from '../support/app.ts'
import { CHROMIUM, launch } from '../support/chromium.ts'

interface Violation {
  id: string
  nodes: { html: string; failureSummary: string }[]
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const skip = existsSync(CHROMIUM) ? false : `there is no browser at ${CHROMIUM}`

t.test('pages in a browser', { skip, timeout: 90_000 }, async (t) => {
  const { app, json } = await startApp(t)
  const [plan] = (await json('/v1/action-plans?collectivity=09.541')).data
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await launch()
  t.teardown(() => browser.close())
  // What the pages' own policy forbids them, a test may: axe is a script.
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 360, height: 800 } })
  const outside: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => {
    const asked = new URL(request.url())
    if (asked.origin !== origin && asked.protocol !== 'data:') outside.push(asked.href)
  })
  context.on('weberror', (error) => complaints.push(error.error().message))
  context.on('console', (message) => complaints.push(message.text()))
  const page = await context.newPage()

  const plans = `/action-plans/${plan.id}`
  for (const path of ['/', '/fr?map=plans', '/en', plans, `/fr${plans}`, '/en/provincial-councils/09.541']) {
    await page.goto(origin + path)
    t.equal(await page.evaluate('document.documentElement.scrollWidth'), 360, 'nothing hangs over the edge')
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
    await page.evaluate(AXE)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await page.evaluate<{ violations: Violation[] }>(
        'axe.run({ resultTypes: ["violations"] })',
      )
      t.same(
        violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map((one) => one.failureSummary)]),
        [],
        `${path} in ${colorScheme}`,
      )
    }
  }

  await t.test('by keyboard', async (t) => {
    await page.goto(`${origin}/`)
    const focused = () =>
      page.evaluate<{ text: string; outline: string; hash: string }>(`(() => {
        const at = document.activeElement
        return { text: at.textContent.trim(), outline: getComputedStyle(at).outlineStyle, hash: location.hash }
      })()`)
    await page.keyboard.press('Tab')
    t.match(await focused(), { text: 'انتقل إلى المحتوى', outline: 'solid' }, 'the first stop skips ahead')
    await page.keyboard.press('Enter')
    t.equal((await focused()).hash, '#main')
    await page.keyboard.press('Tab')
    t.match(await focused(), { outline: 'solid' }, 'what has the focus shows it')
    const stops = await page.locator('svg a').evaluateAll((links) => links.map((one) => one.tabIndex))
    t.same([stops.length, ...new Set(stops)], [75, -1], 'the map is passed by: its table says the same')
    await page.locator('summary').nth(8).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    t.ok(await page.locator('details[open] table').isVisible())
    t.equal((await focused()).text, 'أكادير-إدا وتنان')
    await page.getByRole('link', { name: 'Français' }).press('Enter')
    await page.waitForURL(`${origin}/fr`)
    t.equal(
      await page.getByRole('heading', { level: 1 }).textContent(),
      'Réseau marocain des collectivités territoriales ouvertes',
    )
  })

  t.same(outside, [], 'no other host is asked')
  t.same(complaints, [], 'the console is clean')

  await t.test('under its own policy', async (t) => {
    const strict = await browser.newPage({ javaScriptEnabled: false })
    const refused: string[] = []
    strict.on('console', (message) => refused.push(message.text()))
    await strict.goto(`${origin}/fr?map=plans`)
    const brand = await strict.locator('.mark').boundingBox()
    t.match(brand, { width: 36, height: 36 })
    const { y } = (await strict.locator('.skip').boundingBox())!
    t.ok(y < 0, 'its style holds: the link that skips waits above the page')
    await strict.getByRole('link', { name: 'Taroudannt' }).first().click()
    await strict.waitForURL(`${origin}/fr/provincial-councils/09.541`)
    t.same(refused, [])
  })
})
