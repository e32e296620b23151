import type { TaskList } from 'graphile-worker'
import { sql } from 'kysely'
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
import { forgetOld } from './webhook-endpoints/lease/commands.ts'

/** When each task runs by itself, UTC. */
export const CRONS: readonly CronJob[] = [
  { task: 'erase-expired-persons', match: '7 * * * *' },
  { task: 'forget-answers', match: '23 * * * *' },
  { task: 'discard-uploads', match: '37 * * * *' },
  { task: 'drop-unused-files', match: '51 * * * *' },
  { task: 'forget-deliveries', match: '13 * * * *' },
  // Each has a job at its own time; this is for those whose job was lost.
  { task: CONSULTATION_TASK, match: '* * * * *' },
]

/** Everything that is done without a caller. Each task may be run twice without harm. */
export function tasks({ db, clock, files }: { db: Db; clock: Clock; files: FileStore }): TaskList {
  return {
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
