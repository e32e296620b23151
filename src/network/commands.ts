import { sql } from 'kysely'
import type { Recorded, Writing } from '../db/journal.ts'
import { jsonOf } from '../db/shape.ts'
import { networkState } from './queries.ts'

export const recordedNetwork: Recorded = {
  table: 'network',
  facts: networkState.fields,
  states: (ids) => sql`
    select n.id, 'network' as type, n.revision, ${jsonOf(networkState.fields)} as state, '{}'::uuid[] as territories
    from network n where n.id = ${ids}`,
}

export interface NetworkFacts {
  id: string
  name: object
  acronym: string
  founded_on: string
  principles: object[]
  supervising_bodies: object[]
  partner_bodies: object[]
  support_programme: object
  sources: unknown[]
}

export interface DeclaredTotalFacts {
  as_of: string
  regions: number
  provincial_councils: number
  communes: number
  total: number
  contradictions: object[]
  sources: unknown[]
}

/** Brings the network's own record and all that was declared of it to these facts. */
export async function putNetwork(
  writing: Writing,
  facts: NetworkFacts,
  totals: readonly DeclaredTotalFacts[],
) {
  const { trx, author } = writing
  const declared = JSON.stringify(totals.map((total) => ({ network_id: facts.id, ...total })))
  return await writing.change(recordedNetwork, [facts.id], async () => {
    await sql`
      insert into network (id, name, acronym, founded_on, principles, supervising_bodies, partner_bodies,
        support_programme, sources, created_at, updated_at)
      select id, name, acronym, founded_on, principles, supervising_bodies, partner_bodies, support_programme,
        sources, ${author.at}, ${author.at}
      from json_populate_record(null::network, ${JSON.stringify(facts)}::json)
      on conflict (id) do update set
        (name, acronym, founded_on, principles, supervising_bodies, partner_bodies, support_programme, sources)
        = (excluded.name, excluded.acronym, excluded.founded_on, excluded.principles, excluded.supervising_bodies,
          excluded.partner_bodies, excluded.support_programme, excluded.sources)`.execute(trx)
    await sql`delete from declared_total where network_id = ${facts.id}`.execute(trx)
    await sql`insert into declared_total
      select * from json_populate_recordset(null::declared_total, ${declared}::json)`.execute(trx)
  })
}
