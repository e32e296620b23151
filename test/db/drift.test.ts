import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import t from 'tap'
import { startApp } from '../support/app.ts'

const folder = fileURLToPath(new URL('../../src/db', import.meta.url))
const source = ['schema.ts', ...globSync('*-tables.ts', { cwd: folder })]
  .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  .join('\n')

/** Words of TypeScript for each type of PostgreSQL: what the driver makes of a value of it. */
const FORMS: Record<string, RegExp> = {
  boolean: /boolean/,
  integer: /number/,
  bigint: /number/,
  'double precision': /number/,
  json: /Json/,
  ARRAY: /\[\]/,
}
/** Of any other: text, or a closed set of words. */
const TEXT = /^(?!.*(boolean|number|Json|\[\]))/

interface Column {
  line: string
  form: string
}

/** `table.column null? default? computed?` of every column, read out of src/db/schema.ts and *-tables.ts as text. */
function declared(): Map<string, Column> {
  const root = /interface Database \{([^}]*)\}/.exec(source)![1]!
  return new Map(
    [...root.matchAll(/(\w+): (\w+)/g)].flatMap(([, table, type]) => {
      const body = new RegExp(`interface ${type} \\{([^}]*)\\}`).exec(source)![1]!
      return [...body.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, column, form]) => {
        const marks = [
          /\| null\b/.test(form!) ? ' null' : '',
          /Generated|JsonDefault/.test(form!) ? ' default' : '',
          /Computed/.test(form!) ? ' computed' : '',
        ]
        return [`${table}.${column}`, { line: `${table}.${column}${marks.join('')}`, form: form! }] as const
      })
    }),
  )
}

t.test('src/db/schema.ts is the database that the migrations make', async (t) => {
  const { db } = await startApp(t)
  const { rows } = await sql<{ name: string; line: string; type: string }>`
    select table_name || '.' || column_name as name, data_type as type,
      table_name || '.' || column_name || case is_nullable when 'YES' then ' null' else '' end
        || case when column_default is not null or is_identity = 'YES' then ' default' else '' end
        || case is_generated when 'ALWAYS' then ' computed' else '' end as line
    from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely_%'
    order by 1`.execute(db)
  const columns = declared()
  t.ok(rows.length > 80)
  t.same([...columns.values()].map((column) => column.line).sort(), rows.map((row) => row.line).sort())
  const wrong = rows.filter(({ name, type }) => !(FORMS[type] ?? TEXT).test(columns.get(name)?.form ?? ''))
  t.same(
    wrong.map(({ name, type }) => `${name}: ${columns.get(name)?.form} for ${type}`),
    [],
    'and each column has the form in which the driver gives it',
  )
})

t.test('every foreign key has an index, and every table a primary key', async (t) => {
  const { db } = await startApp(t)
  const { rows } = await sql<{ name: string }>`
    select c.conrelid::regclass || ' ' || c.conname as name from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
      select from pg_index i where i.indrelid = c.conrelid and i.indpred is null
        and (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey)`.execute(db)
  t.same(
    rows.map((row) => row.name),
    ['collectivity collectivity_seat_id_fkey'].filter((name) => rows.some((row) => row.name === name)),
    'nothing that points is searched from one end to the other',
  )
  const { rows: bare } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname not like 'kysely_%' and not exists (select from pg_constraint where conrelid = pg_class.oid and contype = 'p')`.execute(
    db,
  )
  t.same(bare, [])
})
