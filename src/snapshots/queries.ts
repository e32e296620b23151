import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Recorded } from '../db/journal.ts'
import type { Listing } from '../db/listing.ts'
import { group, json, jsonListOf, jsonOf, plain, type Shape, type ShapeOf } from '../db/shape.ts'
import type { RecordType } from '../domain/record-types.ts'
import type { ExportVintage, Snapshot } from './schema.ts'

export const FILE_FORMATS = ['ndjson', 'csv'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** The position of all that is public now, in the parts that it is written of. */
export const headNow = sql<Head>`
  select epoch, (select coalesce(max(position), 0) from type_position) as position from installation`

export interface Head {
  readonly epoch: string
  readonly position: number
}

/** All public records of a kind, each as the journal has it, in the order of their ids. */
export function publicRecords(
  type: RecordType,
  recorded: Recorded,
  facts: Shape,
  format: FileFormat,
): RawBuilder<unknown> {
  const stated = recorded.states(sql`any(select id from ${sql.table(recorded.table)})`)
  const shown = recorded.visibility === 'by_row' ? sql`and not hidden` : sql``
  const rows = sql`(select * from (${stated}) stated where type = ${sql.lit(type)} ${shown}) this`
  if (format === 'csv') {
    const { cells, from } = unpacked(facts, sql`this.state`)
    const columns = cells.map(({ header, value }) => sql`${value} as ${sql.id(header)}`)
    return sql`select ${sql.join(columns)} from ${rows} ${sql.join(from, sql` `)} order by this.id`
  }
  const line = jsonOf({
    type: plain(sql`this.type`),
    id: plain(sql`this.id`),
    revision: plain(sql`this.revision`),
    data: json(sql`this.state`),
  })
  return sql`select ${line}::text from ${rows} order by this.id`
}

interface Unpacked {
  readonly cells: readonly { readonly header: string; readonly value: RawBuilder<unknown> }[]
  readonly from: readonly RawBuilder<unknown>[]
}

/** A state as the columns of a table: what the JSON holds, so that both files say the same. */
function unpacked(facts: Shape, state: RawBuilder<unknown>): Unpacked {
  const from: RawBuilder<unknown>[] = []
  const cellsIn = (shape: Shape, object: RawBuilder<unknown>, prefix: string): Unpacked['cells'] => {
    const alias = `part_${from.length}`
    const types = Object.entries(shape).map(
      ([name, entry]) =>
        sql`${sql.id(name)} ${sql.raw('fields' in entry || entry.cell === 'json' ? 'json' : 'text')}`,
    )
    from.push(
      sql`left join lateral json_to_record(${object}) as ${sql.id(alias)} (${sql.join(types)}) on true`,
    )
    return Object.entries(shape).flatMap(([name, entry]) => {
      const value = sql`${sql.ref(`${alias}.${name}`)}`
      return 'fields' in entry
        ? cellsIn(entry.fields, value, `${prefix}${name}.`)
        : [{ header: prefix + name, value }]
    })
  }
  const inside = cellsIn(facts, state, '').filter(({ header }) => header !== 'id')
  const cells = [
    { header: 'id', value: sql`this.id` },
    { header: 'revision', value: sql`this.revision` },
    ...inside,
  ]
  return { cells, from }
}

/** What a snapshot says of itself, `s`. */
export const snapshotShape = (publicUrl: string) => {
  const address = sql`${sql.lit(`${publicUrl}/v1/snapshots/`)} || s.epoch || '.' || s.position`
  return {
    position: plain(sql`s.epoch || '.' || s.position`),
    made_at: plain(sql`wire_instant(s.made_at)`),
    follow: plain(sql`case when s.epoch = (select epoch from installation)
      then ${sql.lit(`${publicUrl}/v1/changes?after=`)} || s.epoch || '.' || s.position end`),
    data_package: group({
      url: plain(sql`${address} || '/datapackage.json'`),
      bytes: plain(sql`(s.data_package ->> 'bytes')::bigint`),
      sha256: plain(sql`s.data_package ->> 'sha256'`),
    }),
    files: json(
      jsonListOf(
        {
          type: plain(sql`f.type`),
          format: plain(sql`f.format`),
          rows: plain(sql`f.rows`),
          bytes: plain(sql`f.bytes`),
          sha256: plain(sql`f.sha256`),
          url: plain(sql`${address} || '/' || f.type || '.' || f.format`),
          dictionary: plain(sql`${sql.lit(`${publicUrl}/v1/dictionary?type=`)} || f.type`),
        },
        sql`f.place`,
        sql`from (
          select file ->> 'type' as type, file ->> 'format' as format, (file ->> 'rows')::bigint as rows,
            (file ->> 'bytes')::bigint as bytes, file ->> 'sha256' as sha256, place
          from json_array_elements(s.files) with ordinality as listed (file, place)
        ) f`,
      ),
    ),
  } satisfies ShapeOf<Snapshot>
}

export interface FoundSnapshot extends Head {
  readonly id: string
  readonly made_at: string
  /** Whether it is of the epoch that the feed has now. */
  readonly follows: boolean
  readonly json: string
}

const found = (publicUrl: string) => sql`
  s.id, s.epoch, s.position, wire_instant(s.made_at) as made_at,
  s.epoch = (select epoch from installation) as follows, ${jsonOf(snapshotShape(publicUrl))}::text as json`

/** The newest snapshot of this installation, and where all that is public stands now. */
export async function findLatest(
  db: Db,
  publicUrl: string,
): Promise<{ head: Head; snapshot?: FoundSnapshot }> {
  const { rows } = await sql<{ head: Head } & (FoundSnapshot | { id: null })>`
    select row_to_json(head) as head, latest.*
    from (${headNow}) head left join lateral (
      select ${found(publicUrl)} from snapshot s where s.made_at is not null and s.epoch = head.epoch
      order by s.position desc limit 1
    ) latest on true`.execute(db)
  const [row] = rows
  return row!.id === null ? { head: row!.head } : { head: row!.head, snapshot: row as FoundSnapshot }
}

/** A snapshot by its position; of an earlier epoch too, as long as it is kept. */
export async function findSnapshot(
  db: Db,
  { epoch, position }: Head,
  publicUrl: string,
): Promise<FoundSnapshot | undefined> {
  const { rows } = await sql<FoundSnapshot>`
    select ${found(publicUrl)} from snapshot s
    where s.made_at is not null and s.epoch = ${epoch} and s.position = ${position}`.execute(db)
  return rows[0]
}

export interface StoredFile {
  readonly bytes: number
  readonly sha256: string
}

/** A file of a snapshot, and the id under which the snapshot's files are kept. */
export async function findFile(
  db: Db,
  { epoch, position }: Head,
  file: string,
): Promise<(StoredFile & { snapshot: string }) | undefined> {
  const { rows } = await sql<StoredFile & { snapshot: string }>`
    select s.id as snapshot, (one ->> 'bytes')::bigint as bytes, one ->> 'sha256' as sha256
    from snapshot s, lateral (
      select file from json_array_elements(s.files) file
      where concat_ws('.', file ->> 'type', file ->> 'format') = ${file}
      union all select s.data_package where ${file} = 'datapackage.json'
    ) kept (one)
    where s.made_at is not null and s.epoch = ${epoch} and s.position = ${position}`.execute(db)
  return rows[0]
}

/** What this installation calls its numbers now. */
export async function findEpoch(db: Db): Promise<string> {
  const { epoch } = await db.selectFrom('installation').select('epoch').executeTakeFirstOrThrow()
  return epoch
}

/** The days whose vintage is kept, the newest first. */
export function exportVintages(publicUrl: string): Listing {
  const shape = { day: plain(sql`v.day`), ...snapshotShape(publicUrl) } satisfies ShapeOf<ExportVintage>
  return {
    dependsOn: [],
    // Vintages come and go without a change in the journal: as if each day were one within its latest transaction.
    position: sql`(select head.epoch || '.' || head.position
      || coalesce('.' || to_char((select max(day) from export_vintage), 'YYYYMMDD'), '') from (${headNow}) head)`,
    shape,
    from: sql`export_vintage v join snapshot s on s.id = v.snapshot_id and s.made_at is not null`,
    where: [],
    sort: [{ by: sql`v.day`, descending: true }],
    id: sql`s.id`,
  }
}
