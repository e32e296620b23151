import { sql } from 'kysely'
import t from 'tap'
import { startApp } from '../support/app.ts'
import { as, roleIdentity } from '../support/roles.ts'

const { db, request, json } = await startApp(t, { identity: roleIdentity })

/** The next `times` writes of a holiday end as deadlocks do: a sequence is not taken back with them. */
async function deadlocks(times: number): Promise<void> {
  await sql`create sequence if not exists deadlocks`.execute(db)
  await sql`select setval('deadlocks', 1, false)`.execute(db)
  await sql`create or replace function give_way() returns trigger language plpgsql as ${sql.lit(`begin
    if nextval('deadlocks') <= ${times} then raise exception 'deadlock detected' using errcode = '40P01'; end if;
    return new;
  end`)}`.execute(db)
  await sql`create or replace trigger give_way before insert on holiday for each row execute function give_way()`.execute(
    db,
  )
}

const add = async (day: string) =>
  await request({
    method: 'POST',
    url: '/v1/holidays',
    headers: { ...as('association'), 'idempotency-key': day },
    payload: {
      day,
      recurrence: 'once',
      name: { ar: 'عيد', fr: 'Fête' },
      sources: [{ title: 'Annonce' }],
    },
  })
const count = async () => (await json('/v1/holidays?count=exact')).page.total as number

t.test('a write that gave way is done again, once', async (t) => {
  const before = await count()
  await deadlocks(2)
  const answer = await add('2026-03-20')
  t.equal(answer.statusCode, 201)
  t.equal(await count(), before + 1)
  t.equal((await json(`${answer.headers.location}/history`)).data.length, 1)
})

t.test('and not for ever', async (t) => {
  const before = await count()
  await deadlocks(3)
  const answer = await add('2026-05-27')
  t.equal(answer.statusCode, 503)
  t.match(answer.headers, { 'retry-after': /^\d+$/ })
  t.match(answer.json(), { code: 'database_unavailable' })
  t.equal(await count(), before, 'nothing of it was done')
  t.equal((await add('2026-05-27')).statusCode, 201, 'the same key does it later')
})

await t.test(
  'a statement asked with other values is the very same text, and each value stands in its place',
  async (t) => {
    const asked = (one: string, many: readonly number[], name: 'a' | 'b') => sql<{ a?: string; b?: string }>`
    select ${one}::text || ${sql.join([...many], sql`::text || `)}::text || ${sql.lit(name)} as ${sql.ref(name)}`
    const [first, again, longer, other] = [
      asked('x', [1, 2], 'a').compile(db),
      asked('y', [3, 4], 'a').compile(db),
      asked('y', [3, 4, 5], 'a').compile(db),
      asked('y', [3, 4], 'b').compile(db),
    ]
    t.same(again.parameters, ['y', 3, 4])
    t.equal(again.sql, first.sql)
    t.equal(new Set([first, longer, other].map((one) => one.sql)).size, 3)
    for (const times of [1, 2]) {
      t.same((await asked('y', [3, 4, 5], 'a').execute(db)).rows, [{ a: 'y345a' }], `${times}`)
      t.same((await asked('z', [6], 'b').execute(db)).rows, [{ b: 'z6b' }], `${times}`)
    }
  },
)
