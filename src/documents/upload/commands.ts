import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { FileStore, Received } from '../../files/store.ts'
import { dropUnused } from '../commands.ts'

/**
 * Puts a file into the store and does what is to be done with it. A file of which no document comes, for whatever
 * reason, is not kept; it is noted first, so that it is found even when this process is killed.
 */
export async function keepingFile<T>(
  { db, files }: { db: Db; files: FileStore },
  file: { key: string; received: Received; mediaType: string; at: Date },
  work: () => Promise<T>,
): Promise<T> {
  const { key, received, mediaType, at } = file
  await sql`insert into stored_file (key, noted_at) values (${key}, ${at})`.execute(db)
  try {
    await files.keep(key, received, mediaType)
    await files.discard(received)
    return await work()
  } finally {
    // Should this fail too, it is found as left over.
    await dropUnused(db, files, key).catch(() => {})
  }
}
