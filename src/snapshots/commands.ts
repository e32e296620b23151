import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type pg from 'pg'
import { v7 } from 'uuid'
import { atOneMoment, type Moment } from '../db/copy.ts'
import type { Db } from '../db/database.ts'
import type { Shape } from '../db/shape.ts'
import { type Clock, civilDay } from '../domain/clock.ts'
import { RECORD_TYPES, type RecordType } from '../domain/record-types.ts'
import type { FileStore, Received } from '../files/store.ts'
import { type Described, dataPackage } from './data-package.ts'
import { FILE_FORMATS, type FileFormat, findLatest, type Head, headNow, publicRecords } from './queries.ts'
import { factsOf, RECORDED } from './tables/commands.ts'

/** The task that makes a snapshot. */
export const SNAPSHOT_TASK = 'make-snapshot'
/** The task that keeps the snapshot of a day. */
export const VINTAGE_TASK = 'keep-vintage'
export const SNAPSHOT_QUEUE = 'snapshots'

/** Any constant: two are never made at once. */
const SNAPSHOT_LOCK = 7_110_535
const ATTEMPTS = 5
/** Older than this and not made, it was left by a process that was killed, hours. */
const LEFT_OVER_HOURS = 24

const NEWLINE = 0x0a
const MEDIA_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv', json: 'application/json' } as const

/** A file of a snapshot, as the snapshot tells of it. */
export interface SnapshotFile {
  readonly type: RecordType
  readonly format: FileFormat
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

export interface Making {
  readonly db: Db
  readonly pool: pg.Pool
  readonly files: FileStore
  readonly clock: Clock
  /** For how long a snapshot serves although something has changed since. */
  readonly freshSeconds: number
  /** What the fields of a kind of record mean, of which the journal tells these facts. */
  readonly describe: (type: RecordType, facts: Shape) => Described
}

export const keyOf = (snapshot: string, file: string) => `snapshots/${snapshot}/${file}`

/** Whether a snapshot is as good as one that was made now. */
export const isFresh = (
  snapshot: { position: number; made_at: string },
  head: Head,
  now: Date,
  freshSeconds: number,
): boolean =>
  snapshot.position === head.position || now.getTime() - Date.parse(snapshot.made_at) < freshSeconds * 1_000

/** Has the queue make a snapshot, or keep one as a vintage. However often it is asked for, it is done once. */
export async function askForSnapshot(
  db: Db,
  task: typeof SNAPSHOT_TASK | typeof VINTAGE_TASK = SNAPSHOT_TASK,
): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, queue_name => ${SNAPSHOT_QUEUE},
    max_attempts => ${ATTEMPTS}::int, job_key => ${task})`.execute(db)
}

/** @returns the id of the newest snapshot, which is made unless there is a fresh one */
export async function makeSnapshot(making: Making): Promise<string> {
  const received: ReceivedFile[] = []
  try {
    return await atOneMoment(
      making.pool,
      SNAPSHOT_LOCK,
      async (moment) => (await findFresh(making)) ?? (await copyAll(making, moment, received)),
      async (made) => (typeof made === 'string' ? made : await keepAll(making, made, received)),
    )
  } finally {
    for (const { bytes } of received) await making.files.discard(bytes)
  }
}

interface ReceivedFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Received
}

interface Copied {
  readonly id: string
  readonly head: Head
  readonly at: string
  readonly told: readonly SnapshotFile[]
}

async function findFresh({ db, clock, freshSeconds }: Making): Promise<string | undefined> {
  const { head, snapshot } = await findLatest(db, '')
  return snapshot !== undefined && isFresh(snapshot, head, clock(), freshSeconds) ? snapshot.id : undefined
}

/** Copies every kind of record into files that nobody sees yet. */
async function copyAll({ db, files, clock }: Making, moment: Moment, into: ReceivedFile[]): Promise<Copied> {
  const now = clock()
  const at = now.toISOString()
  const id = v7({ msecs: now.getTime() })
  const head = await moment.one<Head>(headNow)
  await db
    .insertInto('snapshot')
    .values({ id, ...head, begun_at: at })
    .execute()
  const told: SnapshotFile[] = []
  for (const type of RECORD_TYPES) {
    let rows = 0
    for (const format of FILE_FORMATS) {
      const query = publicRecords(type, RECORDED[type], factsOf(type), format)
      const { bytes, lines, sha256 } = await receive(files, moment, format, query)
      if (format === 'ndjson') rows = lines
      into.push({ name: `${type}.${format}`, mediaType: MEDIA_TYPES[format], bytes })
      told.push({ type, format, rows, bytes: bytes.size, sha256 })
    }
  }
  return { id, head, at, told }
}

/** Puts the files into the store, with what describes them, and shows the snapshot. */
async function keepAll(
  { db, files, describe }: Making,
  { id, head, at, told }: Copied,
  received: ReceivedFile[],
): Promise<string> {
  const position = `${head.epoch}.${head.position}`
  const described = dataPackage(position, at, told, (type) => describe(type, factsOf(type)))
  const text = Buffer.from(`${JSON.stringify(described, null, 2)}\n`)
  received.push({
    name: 'datapackage.json',
    mediaType: MEDIA_TYPES.json,
    bytes: await files.receive(oneChunk(text)),
  })
  for (const { name, bytes, mediaType } of received) await files.keep(keyOf(id, name), bytes, mediaType)
  const data_package = JSON.stringify({ bytes: text.length, sha256: sha256(text) })
  const whole = { made_at: at, files: JSON.stringify(told), data_package }
  await db.updateTable('snapshot').set(whole).where('id', '=', id).execute()
  return id
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function* oneChunk(bytes: Buffer) {
  yield bytes
}

/** Takes the rows into a file as they come, counted and hashed on their way. */
async function receive(files: FileStore, moment: Moment, format: FileFormat, query: RawBuilder<unknown>) {
  const hash = createHash('sha256')
  let lines = 0
  const rows: AsyncIterable<Buffer> = moment.copy(format, query)
  const watched = async function* () {
    for await (const chunk of rows) {
      hash.update(chunk)
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) lines += 1
      yield chunk
    }
  }
  const bytes = await files.receive(watched())
  return { lines, bytes, sha256: hash.digest('hex') }
}

/** Keeps the newest snapshot as the vintage of today, if today has none. */
export async function keepVintage(making: Making): Promise<void> {
  const day = civilDay(making.clock())
  const snapshot_id = await makeSnapshot(making)
  await making.db
    .insertInto('export_vintage')
    .values({ day, snapshot_id })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute()
}

export interface Retention {
  /** How long a snapshot is kept once there is a newer one. */
  readonly snapshotHours: number
  readonly vintageDays: number
}

/** Removes the vintages and snapshots whose time is over, and what was left by those who were killed at making one. */
export async function dropOldSnapshots(
  { db, files, clock }: Pick<Making, 'db' | 'files' | 'clock'>,
  { snapshotHours, vintageDays }: Retention,
): Promise<void> {
  const at = clock()
  await sql`delete from export_vintage
    where day < ${civilDay(at)}::date - ${vintageDays}::int`.execute(db)
  const { rows } = await sql<{ id: string }>`
    update snapshot s set made_at = null
    where not exists (select from export_vintage v where v.snapshot_id = s.id) and case
      when s.made_at is null then s.begun_at < ${at}::timestamptz - make_interval(hours => ${LEFT_OVER_HOURS}::int)
      else exists (select from snapshot newer where newer.made_at > s.made_at
        and newer.made_at < ${at}::timestamptz - make_interval(hours => ${snapshotHours}::int)) end
    returning id`.execute(db)
  for (const { id } of rows) {
    for (const type of RECORD_TYPES)
      for (const format of FILE_FORMATS) await files.remove(keyOf(id, `${type}.${format}`))
    await files.remove(keyOf(id, 'datapackage.json'))
    await db.deleteFrom('snapshot').where('id', '=', id).execute()
  }
}
