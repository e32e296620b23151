import t from 'tap'
import { partOf, readConfig, trustedProxies } from '../src/config.ts'

t.test('nothing has to be set', (t) => {
  t.match(readConfig({}), {
    HOST: '127.0.0.1',
    PORT: 3000,
    WORKERS: 1,
    DATA_DIR: '.data',
    DATABASE_POOL: 10,
    LAG_LIMIT_MS: 500,
    CONNECTIONS_LIMIT: 10_000,
    LOG_LEVEL: 'info',
    RATE_LIMIT: 600,
    DRAIN_SECONDS: 0,
    DOCUMENTS_MAX_BYTES: 26_214_400,
    DOCUMENTS_S3_REGION: 'us-east-1',
  })
  t.equal(readConfig({}).DATABASE_URL, undefined)
  t.ok(Object.isFrozen(readConfig({})))
  t.same(readConfig({ PORT: '', HOST: '', DATABASE_URL: '' }), readConfig({}), 'an empty variable is none')
  t.notOk('PATH' in readConfig({ PATH: '/bin' }), 'and others are not ours')
  t.end()
})

t.test('what is set is read in its type', (t) => {
  t.match(
    readConfig({
      PORT: '0',
      DATABASE_URL: 'postgresql://u:p@h/d',
      DATABASE_POOL: '25',
      PUBLIC_URL: 'https://open.example.ma/api',
      RATE_LIMIT: '0',
      METRICS_TOKEN: '1234567890123456',
      DRAIN_SECONDS: '1.5',
      LOG_LEVEL: 'silent',
      SECURITY_CONTACT: 'mailto:a@example.ma',
    }),
    {
      PORT: 0,
      DATABASE_URL: 'postgresql://u:p@h/d',
      DATABASE_POOL: 25,
      RATE_LIMIT: 0,
      METRICS_TOKEN: '1234567890123456',
      DRAIN_SECONDS: 1.5,
      LOG_LEVEL: 'silent',
    },
  )
  t.end()
})

t.test('workers have equal parts of memory and connections', (t) => {
  const part = partOf(readConfig({ WORKERS: '4', DATABASE_QUEUE: '0', KEPT_MEGABYTES: '0' }))
  t.match(part, { DATABASE_POOL: 3, DATABASE_QUEUE: 0, KEPT_MEGABYTES: 0, RATE_LIMIT: 600 })
  t.equal(part.DATABASE_STREAMS, undefined)
  t.match(partOf(readConfig({ WORKERS: '64' })), { DATABASE_POOL: 2, KEPT_MEGABYTES: 1 })
  t.same(partOf(readConfig({})), readConfig({}), 'one has all')
  t.end()
})

t.test('every bad variable is named in one error, and no value', (t) => {
  const bad = {
    PORT: '70001',
    DATABASE_URL: 'mysql://root:hunter2@db/secret',
    DATABASE_POOL: '777',
    PUBLIC_URL: 'https://open.example.ma/',
    LOG_LEVEL: 'chatty',
    TRUST_PROXY: 'everybody',
    RATE_LIMIT: '-3',
    METRICS_TOKEN: 'tooshort',
    SECURITY_CONTACT: 'call-me',
    DRAIN_SECONDS: 'soon',
    DOCUMENTS_MAX_BYTES: '25 MB',
    DOCUMENTS_S3_BUCKET: 'UPPER_case',
    DOCUMENTS_S3_ENDPOINT: 's3.example.ma',
  }
  let message = ''
  try {
    readConfig(bad)
  } catch (error) {
    message = (error as Error).message
  }
  t.equal(message.split('\n').length, 1 + Object.keys(bad).length, message)
  for (const [name, value] of Object.entries(bad)) {
    t.match(message, new RegExp(`^ {2}${name} must be \\S.+$`, 'm'))
    t.notOk(message.includes(value), `${name}: not its value`)
  }
  t.notMatch(message, 'hunter2')
  t.notMatch(message, 'undefined')
  t.end()
})

t.test('each bound', (t) => {
  const isRefused = (name: string, value: string) => {
    try {
      readConfig({ [name]: value })
      return false
    } catch {
      return true
    }
  }
  for (const [name, good, bad] of [
    ['PORT', ['0', '65535'], ['-1', '65536', '1.5', 'abc', '1e9']],
    ['DATABASE_POOL', ['1', '200'], ['0', '201', 'x']],
    ['DATABASE_URL', ['postgres://h/d', 'postgresql:///d?host=/tmp'], ['http://h', 'h/d']],
    [
      'PUBLIC_URL',
      ['http://localhost:3000', 'https://a.ma/x'],
      ['https://a.ma/', 'a.ma', 'https://a.ma?x', 'ftp://a.ma'],
    ],
    ['LOG_LEVEL', ['trace', 'fatal'], ['INFO', 'all']],
    ['RATE_LIMIT', ['0', '1000000000'], ['-1', '1.5', '1000000001']],
    ['METRICS_TOKEN', ['x'.repeat(16)], ['x'.repeat(15)]],
    ['DRAIN_SECONDS', ['0', '60', '0.5'], ['-1', '61', 'x']],
    ['DOCUMENTS_MAX_BYTES', ['1', '2000000000'], ['0', '2000000001', '25MB']],
    ['DOCUMENTS_S3_BUCKET', ['documents', 'a.b-c'], ['ab', '-ab', 'Bucket']],
    ['DOCUMENTS_S3_ENDPOINT', ['http://127.0.0.1:9000', 'https://s3.a.ma'], ['s3.a.ma', 'https://a.ma?x']],
    ['TRUST_PROXY', ['10.0.0.0/8, ::1'], ['true', '*']],
    ['SECURITY_CONTACT', ['tel:+212', 'https://a.ma'], ['a@b.ma']],
  ] as const) {
    for (const value of good) t.notOk(isRefused(name, value), `${name}=${value}`)
    for (const value of bad) t.ok(isRefused(name, value), `${name}=${value} is refused`)
  }
  t.end()
})

t.test('proxies are believed only when they are named', (t) => {
  t.equal(trustedProxies(readConfig({})), false)
  t.same(trustedProxies(readConfig({ TRUST_PROXY: '10.0.0.1, 192.168.0.0/16' })), [
    '10.0.0.1',
    '192.168.0.0/16',
  ])
  t.end()
})
