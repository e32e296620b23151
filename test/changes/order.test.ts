import { sql } from 'kysely'
import t from 'tap'
import { v7 } from 'uuid'
import { retriedWhenGivingWay } from '../../src/db/retry.ts'
import { recordedMember } from '../../src/members/commands.ts'
import { appOn, startApp } from '../support/app.ts'
import { collectivityId, createMember, removeMember, setWave, write } from '../support/journal.ts'
import { Mirror } from '../support/mirror.ts'

const service = await startApp(t)
const { db, json } = service
const commune = await collectivityId(db, '09.541.01.13')

const positions = async () => {
  const { rows } = await sql<{ position: number }>`
    select position from journal_transaction order by position`.execute(db)
  return rows.map(({ position }) => position)
}
const gapless = (numbers: readonly number[]) => numbers.every((number, index) => number === index + 1)

t.test('two transactions that overlap and commit in reverse order, with a reader between', async (t) => {
  const mirror = new Mirror(service)
  await mirror.catchUp()
  const began = Promise.withResolvers<void>()
  const mayCommit = Promise.withResolvers<void>()
  const first = write(db, async (writing) => {
    const id = await createMember(writing, commune)
    began.resolve()
    await mayCommit.promise
    return id
  })
  await began.promise
  const second = await write(db, (writing) => createMember(writing, commune))
  await mirror.follow(10)
  t.ok(mirror.rows.has(`member ${second}`), 'the one that began later is told of')
  const between = mirror.after
  mayCommit.resolve()
  const id = await first
  await mirror.follow(10)
  t.ok(mirror.rows.has(`member ${id}`), 'the one that began first is told of after it')
  t.not(mirror.after, between)
  const fresh = new Mirror(service)
  await fresh.catchUp()
  t.same([...mirror.rows].sort(), [...fresh.rows].sort(), 'the same as reading all of it now')
  t.ok(gapless(await positions()))
})

t.test('a long writer makes no short one wait', async (t) => {
  const began = Promise.withResolvers<void>()
  const mayCommit = Promise.withResolvers<void>()
  const long = write(db, async (writing) => {
    for (let count = 0; count < 20; count += 1) await createMember(writing, commune)
    began.resolve()
    await mayCommit.promise
  })
  await began.promise
  for (let count = 0; count < 5; count += 1) await write(db, (writing) => createMember(writing, commune))
  t.pass('five have committed meanwhile')
  mayCommit.resolve()
  await long
  const { data } = await json('/v1/changes?types=member&limit=1000')
  const last = data.slice(-20)
  t.equal(new Set(last.map((entry: { position: string }) => entry.position.split('.')[1])).size, 1)
  t.same(
    last.map((entry: { position: string }) => Number(entry.position.split('.')[2])),
    Array.from({ length: 20 }, (_, index) => index + 1),
    'all that it wrote has one position, in the order in which it wrote',
  )
})

t.test('a rollback leaves no entry and no gap', async (t) => {
  const before = await positions()
  const { data: entries } = await json('/v1/changes?types=member&limit=1000')
  await t.rejects(
    write(db, async (writing) => {
      await createMember(writing, commune)
      throw new Error('no')
    }),
  )
  await t.rejects(
    write(db, async (writing) => {
      await createMember(writing, commune)
      await writing.number()
      throw new Error('after it was numbered')
    }),
  )
  t.same(await positions(), before)
  t.same((await json('/v1/changes?types=member&limit=1000')).data, entries)
  await write(db, (writing) => createMember(writing, commune))
  t.same(await positions(), [...before, before.length + 1])
  const { rows } = await sql`
    select from journal_entry where transaction_id not in (select id from journal_transaction)`.execute(db)
  t.equal(rows.length, 0, 'no entry without its transaction')
})

t.test('a change that changes nothing writes nothing', async (t) => {
  const id = await write(db, (writing) => createMember(writing, commune))
  await write(db, (writing) => setWave(writing, id, 7))
  const before = await positions()
  const row = () => db.selectFrom('member').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const was = await row()
  const at = new Date('2026-02-01T10:00:00.000Z')
  t.match(await write(db, (writing) => setWave(writing, id, 7), { at }), { updated: 0, unchanged: 1 })
  t.match(await write(db, (writing) => removeMember(writing, '00000000-0000-4000-8000-000000000000')), {
    deleted: 0,
    unchanged: 0,
  })
  t.same(await row(), was, 'neither revision nor updated_at moves')
  t.same(await positions(), before)
  t.match(await write(db, (writing) => setWave(writing, id, 8), { at }), { updated: 1, unchanged: 0 })
  t.match(await row(), { revision: was.revision + 1, updated_at: at.toISOString() })
})

t.test('nobody makes a row between what was and what is', async (t) => {
  const mirror = new Mirror(service)
  await mirror.catchUp()
  for (const many of [0, 1, 150]) {
    const id = v7()
    const ids = [id, ...Array.from({ length: many }, () => v7())]
    let tries = 0
    const counts = await retriedWhenGivingWay(
      async () =>
        await write(db, (writing) =>
          writing.change(recordedMember, ids, async () => {
            tries += 1
            if (tries === 1) await write(db, (other) => createMember(other, commune, id))
            await sql`update member set wave = 77 where id = ${id}`.execute(writing.trx)
          }),
        ),
    )
    t.equal(tries, 2, `it gives way, of ${ids.length}`)
    t.match(counts, { created: 0, updated: 1 }, 'and then changes what the other has made')
    await mirror.catchUp()
    t.match(mirror.rows.get(`member ${id}`), { data: { wave: 77 } })
    const { data } = await json(`/v1/members/${id}/history`)
    t.same(data.map((entry: { change: string }) => entry.change).sort(), ['created', 'updated'])
  }
})

t.test('one row named twice is one row', async (t) => {
  const id = await write(db, (writing) => createMember(writing, commune))
  const counts = await write(db, (writing) =>
    writing.change(recordedMember, [id, id], () =>
      sql`update member set wave = 9 where id = ${id}`.execute(writing.trx),
    ),
  )
  t.match(counts, { updated: 1, unchanged: 0 })
  const { data } = await json(`/v1/members/${id}/history`)
  t.equal(data.length, 2)
})

t.test('the numbering holds whatever isolation the database has by default', async (t) => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  await sql`alter database ${sql.id(rows[0]!.name)} set default_transaction_isolation = 'repeatable read'`.execute(
    db,
  )
  const { db: late } = await appOn(t, service.url)
  const work = Array.from({ length: 20 }, () => write(late, (writing) => createMember(writing, commune)))
  await t.resolves(Promise.all(work))
  t.ok(gapless(await positions()))
})
