import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

const Environment = Type.Object({
  HOST: Type.String({ default: '127.0.0.1' }),
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 3_000 }),
  WORKERS: Type.Integer({ minimum: 1, maximum: 256, default: 1 }),
  DATA_DIR: Type.String({ minLength: 1, default: '.data' }),
  DATABASE_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })),
  DATABASE_DIRECT_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })),
  DATABASE_REPLICA_URL: Type.Optional(
    Type.String({ pattern: '^postgres(ql)?://[^,\\s]+(,postgres(ql)?://[^,\\s]+)*$' }),
  ),
  DATABASE_POOL: Type.Integer({ minimum: 1, maximum: 200, default: 10 }),
  DATABASE_QUEUE: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  DATABASE_STREAMS: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  LAG_LIMIT_MS: Type.Integer({ minimum: 0, maximum: 60_000, default: 500 }),
  CONNECTIONS_LIMIT: Type.Integer({ minimum: 1, maximum: 1_000_000, default: 10_000 }),
  OIDC_ISSUER: Type.Optional(Type.String({ pattern: '^https?://[^\\s?#]+$' })),
  OIDC_AUDIENCE: Type.String({ minLength: 1, default: 'infitah' }),
  OIDC_JWKS_URL: Type.Optional(Type.String({ pattern: '^https?://[^\\s#]+$' })),
  OIDC_ROLES_CLAIM: Type.String({ minLength: 1, default: 'roles' }),
  OIDC_COLLECTIVITIES_CLAIM: Type.String({ minLength: 1, default: 'collectivities' }),
  KEY_SECRET: Type.Optional(Type.String({ minLength: 32 })),
  DOCUMENTS_MAX_BYTES: Type.Integer({ minimum: 1, maximum: 2_000_000_000, default: 26_214_400 }),
  DOCUMENTS_S3_BUCKET: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$' })),
  DOCUMENTS_S3_ENDPOINT: Type.Optional(Type.String({ pattern: '^https?://[^\\s?#]+$' })),
  DOCUMENTS_S3_REGION: Type.String({ minLength: 1, default: 'us-east-1' }),
  KEPT_MEGABYTES: Type.Integer({ minimum: 0, maximum: 100_000, default: 64 }),
  OTEL_EXPORTER_OTLP_ENDPOINT: Type.Optional(Type.String({ pattern: '^https?://[^\\s?#]+$' })),
  OTEL_SERVICE_NAME: Type.String({ minLength: 1, default: 'infitah' }),
  OTEL_TRACES_SAMPLER_ARG: Type.Number({ minimum: 0, maximum: 1, default: 1 }),
  SHARED_CACHE_SECONDS: Type.Integer({ minimum: 0, maximum: 3_600, default: 0 }),
  SNAPSHOT_FRESH_SECONDS: Type.Integer({ minimum: 1, maximum: 86_400, default: 600 }),
  SNAPSHOT_KEEP_HOURS: Type.Integer({ minimum: 1, maximum: 8_760, default: 48 }),
  EXPORT_KEEP_DAYS: Type.Integer({ minimum: 1, maximum: 100_000, default: 400 }),
  FEED_HORIZON_DAYS: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  PUBLIC_URL: Type.Optional(Type.String({ pattern: '^https?://[^\\s?#]*[^\\s?#/]$' })),
  LOG_LEVEL: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], { default: 'info' }),
  TRUST_PROXY: Type.Optional(Type.String({ pattern: '^[0-9a-fA-F.:/, ]+$' })),
  RATE_LIMIT: Type.Integer({ minimum: 0, maximum: 1_000_000_000, default: 600 }),
  CONTRIBUTION_LIMIT: Type.Integer({ minimum: 0, maximum: 1_000_000_000, default: 10 }),
  WEBHOOKS_ALLOW_LOOPBACK: Type.Enum(['true', 'false'], { default: 'false' }),
  METRICS_TOKEN: Type.Optional(Type.String({ minLength: 16 })),
  SECURITY_CONTACT: Type.Optional(Type.String({ pattern: '^(mailto:|https://|tel:)' })),
  DATA_CONTACT: Type.Optional(Type.String({ pattern: '^(mailto:|https://)' })),
  DRAIN_SECONDS: Type.Number({ minimum: 0, maximum: 60, default: 0 }),
  NODE_ENV: Type.Optional(Type.String()),
})

export type Config = Readonly<Static<typeof Environment>>

/** What a variable must be, in words, for the message. */
const EXPECTED: Readonly<Record<keyof Config, string>> = {
  HOST: 'a host name or an address',
  PORT: 'a whole number from 0 to 65535',
  WORKERS: 'a whole number from 1 to 256',
  DATA_DIR: 'a path',
  DATABASE_URL: 'postgres://user:password@host/database',
  DATABASE_DIRECT_URL:
    'postgres://user:password@host/database, of the server behind the pooler of DATABASE_URL',
  DATABASE_REPLICA_URL: 'postgres://user:password@host/database, or several, separated by commas',
  DATABASE_POOL: 'a whole number from 1 to 200',
  DATABASE_QUEUE: 'a whole number from 0 to 10000; nothing for nine times DATABASE_POOL',
  DATABASE_STREAMS: 'a whole number from 1 to 200; nothing for a third of DATABASE_POOL',
  LAG_LIMIT_MS: 'a whole number of milliseconds; 0 for no limit',
  CONNECTIONS_LIMIT: 'a whole number from 1 to 1000000',
  OIDC_ISSUER: 'https://… without query, exactly as the iss of its tokens has it',
  OIDC_AUDIENCE: 'the aud of the tokens that are meant for this service',
  OIDC_JWKS_URL: 'https://…, the address of the keys of OIDC_ISSUER',
  OIDC_ROLES_CLAIM: 'the name of a claim, or a dotted path to it',
  OIDC_COLLECTIVITIES_CLAIM: 'the name of a claim, or a dotted path to it',
  KEY_SECRET: 'at least 32 characters',
  DOCUMENTS_MAX_BYTES: 'a whole number from 1 to 2000000000',
  DOCUMENTS_S3_BUCKET: 'the name of a bucket; nothing for a directory in DATA_DIR',
  DOCUMENTS_S3_ENDPOINT: 'https://…, the address of a service that speaks S3',
  DOCUMENTS_S3_REGION: 'the region of the bucket',
  KEPT_MEGABYTES: 'a whole number of megabytes; 0 to keep no answers',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'https://…, the address of a collector of traces (OTLP over HTTP)',
  OTEL_SERVICE_NAME: 'a name',
  OTEL_TRACES_SAMPLER_ARG: 'a number from 0 to 1',
  SHARED_CACHE_SECONDS: 'a whole number of seconds up to 3600; 0 to be asked each time',
  SNAPSHOT_FRESH_SECONDS: 'a whole number of seconds from 1 to 86400',
  SNAPSHOT_KEEP_HOURS: 'a whole number of hours from 1 to 8760',
  EXPORT_KEEP_DAYS: 'a whole number of days from 1 to 100000',
  FEED_HORIZON_DAYS: 'a whole number of days from 1 to 100000; nothing for all',
  PUBLIC_URL: 'https://host, without a slash at its end',
  LOG_LEVEL: 'trace, debug, info, warn, error, fatal or silent',
  TRUST_PROXY: 'addresses or networks of proxies, separated by commas',
  RATE_LIMIT: 'requests a minute and client, a whole number; 0 for no limit',
  CONTRIBUTION_LIMIT: 'contributions a minute and client, a whole number; 0 for no limit',
  WEBHOOKS_ALLOW_LOOPBACK: 'true or false',
  METRICS_TOKEN: 'at least 16 characters',
  SECURITY_CONTACT: 'mailto:…, https://… or tel:…',
  DATA_CONTACT: 'mailto:… or https://…',
  DRAIN_SECONDS: 'a number from 0 to 60',
  NODE_ENV: 'production or nothing',
}

/**
 * Reads the environment once.
 *
 * @throws {Error} naming every variable that is malformed and what it must be, but no value: one may be a secret
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const wrong: (keyof Config)[] = []
  const config: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(Environment.properties)) {
    const text = env[name]
    const value = text ? exact(text, schema as { type?: string }) : (schema as { default?: unknown }).default
    if (value === undefined) continue
    if (Value.Check(schema, value)) config[name] = value
    else wrong.push(name as keyof Config)
  }
  if (wrong.length > 0) {
    const lines = wrong.map((name) => `  ${name} must be ${EXPECTED[name]}`)
    throw new Error(`The environment does not make sense:\n${lines.join('\n')}`)
  }
  return Object.freeze(config as Config)
}

/** A number where one is declared and the text is nothing else; otherwise the text, to be refused. */
function exact(text: string, { type }: { type?: string }): unknown {
  if (type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text)
  if (type === 'number' && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text)
  return text
}

/** Addresses of the proxies whose X-Forwarded-For is believed; none by default, and never all. */
export function trustedProxies(config: Config): string[] | false {
  return config.TRUST_PROXY?.split(',').map((address) => address.trim()) ?? false
}

/** Fewer connections than this make the requests of a worker wait for each other. */
const LEAST_POOL = 2

/** What one of the workers has of it: memory and connections are of the service, and each has an equal part. */
export function partOf(config: Config): Config {
  const { WORKERS: workers } = config
  const part = (whole: number, least: number) => Math.max(least, Math.ceil(whole / workers))
  const { DATABASE_POOL, DATABASE_QUEUE, DATABASE_STREAMS, CONNECTIONS_LIMIT, KEPT_MEGABYTES } = config
  return Object.freeze({
    ...config,
    DATABASE_POOL: part(DATABASE_POOL, LEAST_POOL),
    ...(DATABASE_QUEUE === undefined ? {} : { DATABASE_QUEUE: part(DATABASE_QUEUE, 0) }),
    ...(DATABASE_STREAMS === undefined ? {} : { DATABASE_STREAMS: part(DATABASE_STREAMS, 1) }),
    CONNECTIONS_LIMIT: part(CONNECTIONS_LIMIT, 1),
    KEPT_MEGABYTES: part(KEPT_MEGABYTES, 0),
  })
}
