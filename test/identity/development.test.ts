import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { readConfig } from '../../src/config.ts'
import { configuredKeySecret, configuredTokens } from '../../src/identity/configured.ts'
import { startApp } from '../support/app.ts'

const directory = mkdtempSync(join(tmpdir(), 'infitah-identity-'))
t.teardown(() => rmSync(directory, { recursive: true, force: true }))
const clock = () => new Date()

async function script(name: string, args: readonly string[], env: Record<string, string> = {}) {
  const path = new URL(`../../scripts/${name}.ts`, import.meta.url).pathname
  const { PATH = '' } = process.env
  return await promisify(execFile)(process.execPath, [path, ...args], {
    env: { PATH, DATA_DIR: directory, ...env },
  }).catch((error: { code: number; stdout: string; stderr: string }) => error)
}

t.test('tokens of this machine, before the service has run and by several at once', async (t) => {
  const args = [
    '--role',
    'association',
    '--role',
    'member_editor',
    '--collectivity',
    '09.541',
    '--subject',
    'me',
  ]
  const answers = await Promise.all([1, 2, 3, 4].map(() => script('token', args)))
  t.same(readdirSync(directory), ['development-issuer.pem'], 'one key for all, and nothing half-made')
  t.equal(statSync(join(directory, 'development-issuer.pem')).mode & 0o777, 0o600)
  const tokens = configuredTokens(readConfig({ DATA_DIR: directory }), clock, () => {})
  const { request } = await startApp(t, { clock, tokens })
  for (const { stdout, stderr } of answers) {
    t.equal(stderr, '')
    t.match(stdout, /^[\w-]+\.[\w-]+\.[\w-]+\n$/, 'a token and nothing else')
    const me = await request({ url: '/v1/me', headers: { authorization: `Bearer ${stdout.trim()}` } })
    t.equal(me.statusCode, 200)
    t.match(me.json(), {
      id: 'urn:infitah:development|me',
      roles: ['member_editor', 'association'],
      collectivities: [{ hcp_code: '09.541' }],
    })
    const left = Date.parse(me.json().expires_at) - Date.now()
    t.ok(left > 7.9 * 3_600_000 && left <= 8 * 3_600_000, 'eight hours')
  }
})

t.test('refused with one sentence', async (t) => {
  const cases: [string[], Record<string, string>, RegExp][] = [
    [['--role', 'admin'], { OIDC_ISSUER: 'https://issuer.example' }, /OIDC_ISSUER/],
    [['--role', 'admin'], { NODE_ENV: 'production' }, /NODE_ENV/],
    [['--role', 'admin'], { DATABASE_URL: 'postgres://host/database' }, /DATABASE_URL/],
    [['--role', 'root'], {}, /"root" is no role.*association/],
    [[], {}, /Name a role/],
    [['--role', 'admin', '--hours', '25'], {}, /--hours/],
    [['--role', 'admin', '--hours', 'x'], {}, /--hours/],
    [['--role', 'admin', '--collectivity', 'x'], {}, /"x"/],
    [['--rule', 'admin'], {}, /--rule/],
    [['--role', 'admin'], { PORT: 'x' }, /PORT/],
  ]
  for (const [args, env, sentence] of cases) {
    const answer = await script('token', args, env)
    t.match(answer, { code: 1, stdout: '', stderr: sentence }, `${args.join(' ')} ${JSON.stringify(env)}`)
    t.notMatch(answer.stderr, /\n.*\n.*at /, 'no stack')
  }
})

t.test('what the service believes', async (t) => {
  const { stdout } = await script('token', ['--role', 'admin'])
  for (const env of [
    { OIDC_ISSUER: 'http://127.0.0.1:9' },
    { NODE_ENV: 'production' },
    { DATABASE_URL: 'postgres://host/database' },
  ]) {
    const tokens = configuredTokens(readConfig({ DATA_DIR: directory, ...env }), clock, () => {})
    const { request } = await startApp(t, { clock, tokens })
    const answer = await request({ url: '/v1/me', headers: { authorization: `Bearer ${stdout.trim()}` } })
    t.equal(answer.statusCode, 401, JSON.stringify(env))
  }
})

t.test('the secret of keys', async (t) => {
  const first = configuredKeySecret(readConfig({ DATA_DIR: directory }))
  t.match(first, /^[\w-]{43}$/)
  t.equal(configuredKeySecret(readConfig({ DATA_DIR: directory })), first)
  const path = join(directory, 'key-secret')
  t.equal(readFileSync(path, 'utf8'), first)
  t.equal(statSync(path).mode & 0o777, 0o600)
  const given = 'a secret from the environment, long enough'
  t.equal(configuredKeySecret(readConfig({ DATA_DIR: directory, KEY_SECRET: given })), given)
  t.throws(() => readConfig({ KEY_SECRET: 'short' }), {
    message: /KEY_SECRET must be at least 32 characters/,
  })
})

t.test('the first key is made by a script', async (t) => {
  const { request, url } = await startApp(t, {
    clock,
    keySecret: configuredKeySecret(readConfig({ DATA_DIR: directory })),
  })
  const env = { DATABASE_URL: url }
  const { stdout, stderr } = await script(
    'api-key',
    ['--name', 'First', '--role', 'admin', '--scope', 'read'],
    env,
  )
  t.equal(stderr, '')
  t.match(stdout, /^inf_live_[\w-]{43}\n$/, 'the key and nothing else')
  const headers = { authorization: `Bearer ${stdout.trim()}` }
  const list = (await request({ url: '/v1/api-keys', headers })).json()
  t.match(list.data, [{ name: 'First', roles: ['admin'], scopes: ['read'], status: 'active' }])
  for (const [args, sentence] of [
    [['--role', 'admin'], /\/name/],
    [['--name', 'x'], /\/roles/],
    [['--name', 'x', '--role', 'root'], /\/roles\/0/],
    [['--name', 'x', '--role', 'admin', '--scope', 'all'], /\/scopes\/0/],
    [['--name', 'x', '--role', 'member_editor'], /\/collectivities: A value is required/],
    [['--name', 'x', '--role', 'admin', '--collectivity', 'x'], /\/collectivities\/0: .*"x"/],
    [['--name', 'x', '--role', 'admin', '--expires', '2020'], /\/expires_at/],
  ] as const)
    t.match(await script('api-key', args, env), { code: 1, stdout: '', stderr: sentence })
  const none = await script('api-key', ['--name', 'x', '--role', 'admin'])
  t.match(none, { code: 1, stdout: '', stderr: /npm start/ })
})
