import { existsSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import t from 'tap'
import { startApp } from '../support/app.ts'
import { CHROMIUM, launch } from '../support/chromium.ts'

const POLICY =
  "default-src 'none';script-src 'self';style-src 'self' 'unsafe-inline';img-src data:;connect-src 'self';" +
  "base-uri 'none';form-action 'none';frame-ancestors 'none'"

const { app } = await startApp(t)
const { paths } = (await app.inject('/openapi.json')).json()
const summaries = Object.values<Record<string, { summary: string }>>(paths)
  .flatMap((methods) => Object.values(methods))
  .map(({ summary }) => summary)

t.test('the page and all that it is made of come from here', async (t) => {
  const page = await app.inject('/docs/')
  t.equal(page.statusCode, 200)
  t.equal(page.headers['content-type'], 'text/html; charset=utf-8')
  t.equal(page.headers['content-security-policy'], POLICY)
  const parts = [...page.body.matchAll(/(?:src|rel="stylesheet" href)="([^"]+)"/g)].map(([, name]) => name!)
  t.same(parts, ['page.css', 'scalar.js', 'page.js'])
  for (const part of parts) {
    const { statusCode, headers, body } = await app.inject(`/docs/${part}`)
    t.equal(statusCode, 200, part)
    t.equal(headers['content-type'], `text/${part.endsWith('.css') ? 'css' : 'javascript'}; charset=utf-8`)
    t.ok(body.length > 100)
  }
  t.notMatch(
    page.body,
    /<script(?! src)|https?:\/\/(?!www\.w3\.org)/,
    'neither inline scripts nor other hosts',
  )
})

t.test('the script is compressed, and not sent again to who has it', async (t) => {
  const get = (headers: Record<string, string>) => app.inject({ url: '/docs/scalar.js', headers })
  const plain = await get({})
  const small = await get({ 'accept-encoding': 'gzip, br' })
  const zipped = await get({ 'accept-encoding': 'gzip' })
  t.equal(small.headers['content-encoding'], 'br')
  t.ok(small.rawPayload.length < 1_500_000)
  t.ok(brotliDecompressSync(small.rawPayload).equals(plain.rawPayload))
  t.ok(gunzipSync(zipped.rawPayload).equals(plain.rawPayload))
  t.equal(new Set([plain, small, zipped].map(({ headers }) => headers.etag)).size, 3)
  t.match(small.headers, { vary: 'Accept-Encoding', 'cache-control': 'public, no-cache' })

  const again = await get({ 'accept-encoding': 'br', 'if-none-match': `W/"x", ${small.headers.etag}` })
  t.equal(again.statusCode, 304)
  t.equal(again.body, '')
  t.equal(again.headers['content-security-policy'], POLICY)
})

t.test('addresses around the page', async (t) => {
  for (const url of ['/docs', '/docs?theme=dark']) {
    const moved = await app.inject(url)
    t.equal(moved.statusCode, 301, url)
    t.equal(moved.headers.location, 'docs/')
  }
  for (const url of ['/docs/', '/docs/scalar.js', '/docs']) {
    const [head, get] = [await app.inject({ method: 'HEAD', url }), await app.inject(url)]
    t.equal(head.statusCode, get.statusCode, `HEAD ${url}`)
    t.equal(head.headers['content-length'], get.headers['content-length'])
    t.equal(head.body, '')
  }
  for (const url of [
    '/docs/nothing',
    '/docs/js/scalar.js',
    '/docs/page.css/',
    '/docs/%2e%2e/docs.ts',
    '/docs//',
  ])
    t.match(await app.inject(url), { statusCode: 404, headers: { 'content-type': /problem\+json/ } }, url)
  for (const url of ['/docs', '/docs/', '/docs/scalar.js']) {
    const posted = await app.inject({ method: 'POST', url })
    t.match(posted, { statusCode: 405, headers: { allow: 'GET, HEAD, OPTIONS' } }, url)
    t.equal((await app.inject({ method: 'OPTIONS', url })).statusCode, 204)
  }
})

const skip = existsSync(CHROMIUM) ? false : `there is no browser at ${CHROMIUM}`

t.test('in a browser', { skip, timeout: 200_000 }, async (t) => {
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await launch()
  t.teardown(() => browser.close())
  // One context: what the first page has loaded and compiled is there for the others.
  const context = await browser.newContext({ hasTouch: true, reducedMotion: 'reduce' })
  context.setDefaultTimeout(25_000)
  const outside: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => {
    const asked = new URL(request.url())
    if (asked.origin !== origin && asked.protocol !== 'data:') outside.push(asked.href)
  })
  context.on('weberror', (error) => complaints.push(error.error().message))
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  const open = async (colorScheme: 'light' | 'dark', width: number) => {
    const page = await context.newPage()
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme })
    await page.goto(`${origin}/docs`)
    await page.getByRole('heading', { level: 1, name: 'Infitah' }).waitFor()
    return page
  }

  await t.test('light, on a desk', async (t) => {
    const page = await open('light', 1280)
    t.equal(await page.title(), 'Infitah API reference')
    await page.locator('body.light-mode').waitFor()
    for (const summary of summaries) await entry(page, summary).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('licences')
    await page.getByRole('option', { name: 'Path: /v1/licences' }).click()
    await page.getByRole('button', { name: 'Test Request (get /v1/licences)' }).click()
    await page.getByRole('button', { name: 'Send get request' }).click()
    await page.getByText('200 OK').waitFor()
  })

  await t.test('dark, on a phone', async (t) => {
    const page = await open('dark', 390)
    await page.locator('body.dark-mode').waitFor()
    for (const name of ['The communes', 'Collectivity']) {
      await page.getByRole('button', { name: 'Open Menu' }).tap()
      await page
        .getByRole('link', { name, exact: name === 'Collectivity' })
        .first()
        .tap()
      await page.getByRole('heading', { name }).first().waitFor()
      t.equal(await page.evaluate('document.documentElement.scrollWidth'), 390, 'nothing hangs over the edge')
    }
    await page.getByText('x-extensible-enum').first().waitFor()
  })

  t.same(outside, [], 'no other host is asked')
  t.same(complaints, [], 'the console is clean')
})

/** An operation in the list of all of them. */
const entry = (page: Page, summary: string) => page.getByRole('link', { name: summary }).first()
