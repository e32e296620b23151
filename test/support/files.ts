import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { type FileStore, openFileStore } from '../../src/files/store.ts'

/** A directory of a test's own, gone when it ends. */
export function ownDirectory(t: Pick<Test, 'teardown'>): string {
  const directory = mkdtempSync(join(tmpdir(), 'infitah-'))
  t.teardown(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** A store of files of a test's own. */
export async function ownFiles(t: Pick<Test, 'teardown'>): Promise<FileStore> {
  return await openFileStore(ownDirectory(t), undefined, Date.now())
}
