import type { TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import { CONSULTATION_TASK, moveDue } from './consultations/clock/commands.ts'
import { withdrawNames } from './contributions/commands.ts'
import type { Db } from './db/database.ts'
import { KEPT_HOURS } from './db/idempotency.ts'
import type { CronJob } from './db/jobs.ts'
import { transact } from './db/journal.ts'
import { dropLeftOvers } from './documents/commands.ts'
import { type Clock, civilDay } from './domain/clock.ts'
import type { FileStore } from './files/store.ts'
import { eraseExpired } from './focal-points/commands.ts'
import { IMPORT_TASK, runQueued } from './member-imports/queue/commands.ts'
import { discardLeftOvers } from './member-imports/upload/commands.ts'
import {
  dropOldSnapshots,
  keepVintage,
  makeSnapshot,
  type Retention,
  SNAPSHOT_QUEUE,
  SNAPSHOT_TASK,
  VINTAGE_TASK,
} from './snapshots/commands.ts'
import { describeTable } from './snapshots/dictionary/schema.ts'
import { forgetOld } from './webhook-endpoints/lease/commands.ts'

/** When each task runs by itself, UTC. */
export const CRONS: readonly CronJob[] = [
  { task: 'erase-expired-persons', match: '7 * * * *' },
  { task: 'forget-answers', match: '23 * * * *' },
  { task: 'discard-uploads', match: '37 * * * *' },
  { task: 'drop-unused-files', match: '51 * * * *' },
  { task: 'forget-deliveries', match: '13 * * * *' },
  { task: 'drop-old-snapshots', match: '43 * * * *' },
  { task: VINTAGE_TASK, match: '17 3 * * *', options: { queueName: SNAPSHOT_QUEUE } },
  // Each has a job at its own time; this is for those whose job was lost.
  { task: CONSULTATION_TASK, match: '* * * * *' },
]

export interface JobDeps {
  db: Db
  pool: Pool
  clock: Clock
  files: FileStore
  /** How long snapshots and vintages are kept, and for how long one serves although something has changed. */
  snapshots?: Retention & { freshSeconds: number }
}

const SNAPSHOTS = { freshSeconds: 600, snapshotHours: 48, vintageDays: 400 }

/** Everything that is done without a caller. Each task may be run twice without harm. */
export function tasks({ db, pool, clock, files, snapshots = SNAPSHOTS }: JobDeps): TaskList {
  const making = { db, pool, clock, files, freshSeconds: snapshots.freshSeconds, describe: describeTable }
  return {
    [SNAPSHOT_TASK]: async () => {
      await makeSnapshot(making)
    },
    [VINTAGE_TASK]: async () => await keepVintage(making),
    'drop-old-snapshots': async () => await dropOldSnapshots(making, snapshots),
    'erase-expired-persons': async () => {
      const at = clock()
      const author = { actor: 'system', origin: 'retention', requestId: null, at }
      let erased: number
      do {
        erased = await transact(db, author, async (writing) => {
          const count = await eraseExpired(writing, civilDay(at))
          await withdrawNames(writing)
          return count
        })
      } while (erased > 0)
    },
    'forget-answers': async () => {
      await sql`delete from idempotent_answer
        where answered_at < ${clock()}::timestamptz - make_interval(hours => ${KEPT_HOURS}::int)`.execute(db)
    },
    'discard-uploads': async () => {
      await discardLeftOvers(db, clock())
    },
    'drop-unused-files': async () => {
      await dropLeftOvers(db, files, clock())
    },
    'forget-deliveries': async () => {
      await forgetOld(db, clock())
    },
    [CONSULTATION_TASK]: async (payload) => {
      await moveDue({ db, clock }, (payload as { plan?: string }).plan)
    },
    [IMPORT_TASK]: async (payload, { job, abortSignal }) => {
      const { id } = payload as { id: string }
      await runQueued({ db, clock }, id, { isLast: job.attempts >= job.max_attempts, stopping: abortSignal })
    },
  }
}
