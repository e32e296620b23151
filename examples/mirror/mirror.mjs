// Keeps a copy of all public records in PostgreSQL. Start it again whenever you like: it goes on where it was.
// SOURCE=http://127.0.0.1:3000 DATABASE_URL=postgres://… node mirror.mjs [--once]
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const source = process.env.SOURCE ?? 'http://127.0.0.1:3000'
const once = process.argv.includes('--once')
const db = new pg.Client(process.env.DATABASE_URL)
await db.connect()
await db.query(`
  create table if not exists record (type text, id uuid, revision integer, data json, primary key (type, id));
  create table if not exists place (only_one boolean primary key default true, position text);
  insert into place values (default, null) on conflict do nothing`)

/** What the service answers; asked again while it cannot be reached or is not ready. */
async function get(path) {
  for (;;) {
    const answer = await fetch(new URL(path, source)).catch(() => undefined)
    if (answer !== undefined && answer.status < 500 && answer.status !== 429) return answer
    await pause(Number(answer?.headers.get('retry-after') ?? 2) * 1_000)
  }
}

const KEEP = `insert into record select * from json_to_recordset($1) as r (type text, id uuid, revision integer, data json)
  on conflict (type, id) do update set revision = excluded.revision, data = excluded.data`
const keep = (rows) => db.query(KEEP, [JSON.stringify(rows)])

/** Does work and moves on to a position, both or neither: whoever is killed here begins the same again. */
async function moveTo(position, work) {
  await db.query('begin')
  await work()
  await db.query('update place set position = $1', [position])
  await db.query('commit')
}

async function startOver() {
  const { position, files } = await (await get('/v1/snapshots/latest')).json()
  await moveTo(position, async () => {
    await db.query('delete from record')
    for (const file of files.filter(({ format }) => format === 'ndjson')) {
      const text = await (await get(file.url)).text()
      const sha256 = createHash('sha256').update(text).digest('hex')
      if (sha256 !== file.sha256) throw new Error(`${file.url} is broken`)
      const lines = text.split('\n').slice(0, -1)
      await keep(lines.map((line) => JSON.parse(line)))
    }
  })
}

for (;;) {
  const position = (await db.query('select position from place')).rows[0].position
  const answer = position && (await get(`/v1/changes?limit=1000&after=${position}${once ? '' : '&wait=30'}`))
  if (!answer?.ok)
    await startOver() // The first time, or too far behind (410), or of another installation (400).
  else {
    const { data, page } = await answer.json()
    await moveTo(page.next_cursor, async () => {
      for (const one of data)
        if (one.data !== null) await keep([one])
        else await db.query('delete from record where type = $1 and id = $2', [one.type, one.id])
    })
    if (once && data.length < 1_000) break
  }
}
await db.end()
