import { AsyncLocalStorage } from 'node:async_hooks'
import { type Span as OtelSpan, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { parseTraceParent, setGlobalErrorHandler } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { TaskList } from 'graphile-worker'
import type { Clock } from './domain/clock.ts'

// Loaded only where traces are sent somewhere (service.ts); everybody else imports its types.

type Attributes = Readonly<Record<string, string | number>>

/** Something that is being done. */
export interface Span {
  readonly traceId: string
  /** @param failed what went wrong, in a word that says nothing of anybody */
  end(attributes?: Attributes, failed?: string): void
}

const KINDS = { answering: SpanKind.SERVER, asking: SpanKind.CLIENT, working: SpanKind.CONSUMER }

interface Beginning {
  readonly name: string
  readonly kind: keyof typeof KINDS
  readonly attributes?: Attributes
  /** `traceparent` (W3C Trace Context) of whoever asked for it; else it is part of what is being done here. */
  readonly parent?: string | undefined
}

export interface Tracing {
  begin(what: Beginning): Span
  /** Does a work as part of a span, which is to be ended by others. */
  within<T>(span: Span, work: () => T): T
  /** Does a work that is a span of its own. */
  during<T>(what: Beginning, work: () => Promise<T>): Promise<T>
  /** Tells of a statement that has just come to its end, if it was part of anything. */
  statement(text: string, milliseconds: number, error?: unknown): void
  /** The same tasks, each a span of its own. */
  traced(tasks: TaskList): TaskList
  /** Sends what has not been sent. */
  close(): Promise<void>
}

export interface TracingOptions {
  /** Of OTLP over HTTP, without `/v1/traces`. */
  readonly endpoint: string
  readonly serviceName: string
  /** Share of the traces that begin here, from 0 to 1; who sends a `traceparent` says so himself. */
  readonly ratio: number
  /** Between two sendings, milliseconds. */
  readonly everyMs?: number
  readonly clock: Clock
  readonly onError: (error: Error) => void
}

class Noted implements Span {
  readonly otel: OtelSpan

  constructor(otel: OtelSpan) {
    this.otel = otel
  }

  get traceId(): string {
    return this.otel.spanContext().traceId
  }

  end(attributes: Attributes = {}, failed?: string): void {
    this.otel.setAttributes(attributes)
    if (failed !== undefined)
      this.otel.setAttribute('error.type', failed).setStatus({ code: SpanStatusCode.ERROR })
    this.otel.end()
  }
}

export function openTracing({
  endpoint,
  serviceName,
  ratio,
  everyMs,
  clock,
  onError,
}: TracingOptions): Tracing {
  setGlobalErrorHandler((error) => onError(error instanceof Error ? error : new Error(String(error))))
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter,
        ...(everyMs === undefined ? {} : { scheduledDelayMillis: everyMs }),
      }),
    ],
  })
  const tracer = provider.getTracer('infitah')
  const current = new AsyncLocalStorage<Noted>()

  function contextOf(parent: string | undefined) {
    const given = parent === undefined ? null : parseTraceParent(parent)
    if (given !== null) return trace.setSpanContext(ROOT_CONTEXT, { ...given, isRemote: true })
    const around = current.getStore()
    return around === undefined ? ROOT_CONTEXT : trace.setSpan(ROOT_CONTEXT, around.otel)
  }

  function begin({ name, kind, attributes = {}, parent }: Beginning): Noted {
    return new Noted(tracer.startSpan(name, { kind: KINDS[kind], attributes }, contextOf(parent)))
  }

  const tracing: Tracing = {
    begin,
    within: (span, work) => current.run(span as Noted, work),
    async during(what, work) {
      const span = begin(what)
      try {
        const done = await current.run(span, work)
        span.end()
        return done
      } catch (error) {
        span.end({}, wordOf(error))
        throw error
      }
    },
    statement(text, milliseconds, error) {
      if (current.getStore() === undefined) return
      const name = statementName(text)
      const attributes = { 'db.system.name': 'postgresql', 'db.query.summary': name }
      const startTime = clock().getTime() - milliseconds
      const otel = tracer.startSpan(
        name,
        { kind: SpanKind.CLIENT, attributes, startTime },
        contextOf(undefined),
      )
      new Noted(otel).end({}, error === undefined ? undefined : wordOf(error))
    },
    traced: (tasks) => tracedTasks(tasks, tracing),
    close: async () => await provider.shutdown().catch(onError),
  }
  return tracing
}

/** A code, or the name of a class: messages can hold values. */
const wordOf = (error: unknown): string =>
  String((error as { code?: unknown } | null)?.code ?? (error as Error | null)?.name ?? 'unknown')

const names = new Map<string, string>()
const MOST_NAMES = 1_000
/** Of an `update`, only what begins a statement: rows are locked `for update` too. */
const WRITES = [
  /\b(insert)\s+into\s+"?([\w.]+)/i,
  /(?:^|[(;])\s*(update)\s+(?:only\s+)?"?([\w.]+)/i,
  /\b(delete)\s+from\s+"?([\w.]+)/i,
]
const READ = /\bselect\b/i
const FROM = /\bfrom\s+"?([a-z_][\w.]*)\b(?!\s*\()/i

/** The first thing that is written; several small patterns, for one of all would take far longer. */
function writtenIn(text: string): RegExpExecArray | undefined {
  return WRITES.map((pattern) => pattern.exec(text))
    .filter((found) => found !== null)
    .sort((one, other) => one.index - other.index)[0]
}

/** In two steps: one pattern for both would take far longer than in proportion to the text. */
function readIn(text: string): (string | undefined)[] {
  const at = text.search(READ)
  const table = at === -1 ? undefined : FROM.exec(text.slice(at))?.[1]
  return table === undefined ? [] : [text, 'select', table]
}

/** What a statement does, and with which table first: `select member`. Never a value. */
export function statementName(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const [, verb, table] = writtenIn(text) ?? readIn(text)
  const name = verb
    ? `${verb.toLowerCase()} ${table}`
    : (/[a-z]+/i.exec(text)?.[0].toLowerCase() ?? 'unknown')
  if (names.size < MOST_NAMES) names.set(text, name)
  return name
}

function tracedTasks(tasks: TaskList, tracing: Pick<Tracing, 'during'>): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]): [string, NonNullable<typeof task>] => [
      name,
      async (payload, helpers) => {
        const attributes = { 'job.name': name, 'job.id': helpers.job.id, 'job.attempt': helpers.job.attempts }
        return await tracing.during({ name: `job ${name}`, kind: 'working', attributes }, async () =>
          task!(payload, helpers),
        )
      },
    ]),
  )
}
