import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import t from 'tap'
import { v7 } from 'uuid'
import { appOn, startApp } from '../support/app.ts'
import { movable } from '../support/consultations.ts'
import { freshDatabase } from '../support/database.ts'
import { collectivityId, createMember, removeMember, setWave, write } from '../support/journal.ts'
import { Mirror } from '../support/mirror.ts'
import { plantVintage } from '../support/snapshots.ts'

const script = fileURLToPath(new URL('../../examples/mirror/mirror.mjs', import.meta.url))
const { clock, to } = movable()
const service = await startApp(t, { clock, feedHorizonDays: 60, rateLimit: 0 })
const { db } = service
const origin = await service.app.listen({ port: 0, host: '127.0.0.1' })
const target = await freshDatabase(t)
const copy = new pg.Client(target.url)
await copy.connect()
t.teardown(() => copy.end())
await copy.query('create schema mirror')
await copy.query('set search_path to mirror')
const mirrored = new URL(target.url)
mirrored.searchParams.set('options', '-c search_path=mirror')
const DATABASE_URL = mirrored.href

function start(...args: string[]) {
  const env = { ...process.env, SOURCE: origin, DATABASE_URL }
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'inherit', 'inherit'] })
  t.teardown(() => child.kill('SIGKILL'))
  return child
}

// The whole feed, without a horizon, is the truth.
const truth = await appOn(t, service.url, { clock, files: service.files })

/** Row by row: what the copy has, and what whoever reads the whole feed comes to. */
async function differences(): Promise<string[]> {
  const [code] = await once(start('--once'), 'exit')
  if (code !== 0) return [`ended with ${code}`]
  const source = new Mirror(truth)
  await source.catchUp()
  const { rows } = await copy.query('select type, id, revision, data from record')
  const kept = new Map(rows.map(({ type, id, revision, data }) => [`${type} ${id}`, { revision, data }]))
  return [...new Set([...kept.keys(), ...source.rows.keys()])].filter(
    (key) => JSON.stringify(kept.get(key)) !== JSON.stringify(source.rows.get(key)),
  )
}

const place = await collectivityId(db, '01.151.01.01')
const known: string[] = []
async function writeAtRandom(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const id = known[Math.floor(Math.random() * known.length)]
    const chance = Math.random()
    await write(db, async (writing) => {
      if (id === undefined || chance < 0.4) {
        known.push(v7())
        await createMember(writing, place, known.at(-1)!)
      } else if (chance < 0.8) await setWave(writing, id, 1 + Math.floor(chance * 100))
      else {
        known.splice(known.indexOf(id), 1)
        await removeMember(writing, id, 'at random')
      }
    })
  }
}

t.test('the example keeps a copy in under sixty lines', (t) => {
  const lines = readFileSync(script, 'utf8').split('\n')
  t.ok(lines.filter((line) => /^\s*(?!\/)\S/.test(line)).length < 60, 'of code')
  t.end()
})

t.test('from nothing, killed at any point while things change, the copy is the source', async (t) => {
  await plantVintage(service, clock)
  for (let time = 0; time < 5; time += 1) {
    const child = start()
    await writeAtRandom(5)
    await pause(Math.random() * 400)
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  t.same(await differences(), [])
  await writeAtRandom(20)
  t.same(await differences(), [], 'it goes on where it was')
})

t.test('away for too long, or of another installation, it starts over from a snapshot', async (t) => {
  to('2026-06-01T10:00:00Z')
  await writeAtRandom(3)
  await plantVintage(service, clock)
  await copy.query('delete from record where type = $1', ['region'])
  const [epoch] = (await copy.query('select position from place')).rows[0].position.split('.')
  await copy.query('update place set position = $1', [`${epoch}.1`])
  t.same(await differences(), [], 'after a 410')
  await copy.query("delete from record; update place set position = 'elsewhere.3'")
  t.same(await differences(), [], 'after a restore')
})
