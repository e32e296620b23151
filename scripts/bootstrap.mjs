// Makes node_modules agree with package-lock.json before `npm start` and `npm test`, so that a bare clone needs
// one command. Plain JavaScript that Node 18 runs: the Node that the service needs is among what it installs.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pack } from './pack.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const note = join(modules, '.infitah-lock')
const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`

if (read(note) !== wanted || !existsSync(join(modules, '.bin'))) {
  if (!isInstalledByHand()) install()
  await pack()
  // `npm ci` begins by deleting node_modules, and the note with it: one that fails half-way leaves none.
  writeFileSync(note, wanted)
}
checkNode()

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Whether npm's own note has all of the lock, as after `npm ci && npm test`; it is written last. */
function isInstalledByHand() {
  const installed = JSON.parse(read(join(modules, '.package-lock.json')) ?? '{}').packages
  if (!installed || !existsSync(join(modules, '.bin'))) return false
  return Object.entries(JSON.parse(lock).packages).every(([path, entry]) => {
    const found = installed[path]
    if (found) return found.version === entry.version && found.integrity === entry.integrity
    const isForHere = isIn(entry.os, process.platform) && isIn(entry.cpu, process.arch) && !entry.libc
    return path === '' || (entry.optional && !isForHere)
  })
}

function isIn(words, word) {
  return words === undefined || [words].flat().includes(word)
}

function install() {
  console.log('Installing what package-lock.json lists with npm ci (about 20 seconds the first time)')
  // Development packages and optional ones (Node, PostgreSQL) are wanted even where NODE_ENV is production.
  // An old npm's EBADENGINE warnings are about the Node that runs npm, which is not the one that runs us.
  const options = ['ci', '--loglevel=error', '--include=dev', '--include=optional']
  const npm = process.env.npm_execpath ?? ''
  const isNpm = /^npm(-cli)?\.c?js$/.test(basename(npm))
  const result = isNpm
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', options, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (result.error) fail(`npm does not run here: ${result.error.message}`)
  if (result.status !== 0) process.exit(result.status ?? 1)
}

/** npm puts node_modules/.bin first in the PATH of the script that follows, and so the Node installed there. */
function checkNode() {
  const installed = join(modules, '.bin', 'node')
  let version = process.versions.node
  if (existsSync(installed) && !process.execPath.startsWith(modules)) {
    const result = spawnSync(installed, ['--version'], { encoding: 'utf8' })
    if (result.status !== 0) fail(`The Node.js in node_modules does not run on this machine: ${installed}`)
    version = result.stdout.trim().slice(1)
  }
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  fail(`Node.js 22.18 or later is needed, this is ${version}: install it (npm has none for this platform)`)
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
