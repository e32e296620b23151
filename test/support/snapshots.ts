import { tasks } from '../../src/jobs.ts'
import { NOW, type Service } from './app.ts'

/** A snapshot of all there is now, kept as the vintage of the day: what the queue does each morning. */
export async function plantVintage({ db, pool, files }: Service, clock = () => NOW): Promise<void> {
  await tasks({ db, pool, files, clock })['keep-vintage']!({}, {} as never)
}
