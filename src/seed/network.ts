import type { MemberToWrite } from '../members/document-columns.ts'
import type { MemberDocument } from '../members/schema.ts'
import type { DeclaredTotalFacts, NetworkFacts } from '../network/commands.ts'
import { orNull, readCsv, readJson, readSources } from './files.ts'
import { seedId } from './register.ts'

export const NETWORK_FILES = ['network.json', 'members.csv', 'declared_totals.csv', 'sources.csv']

interface NetworkFile extends Omit<NetworkFacts, 'id' | 'name' | 'sources'> {
  names: object
  sources: string[]
}

export function readNetwork(): { facts: NetworkFacts; totals: DeclaredTotalFacts[] } {
  const sources = readSources()
  const { names, ...rest } = readJson<NetworkFile>('network.json')
  const totals = readCsv('declared_totals.csv').map((row) => ({
    as_of: row.as_of!,
    regions: Number(row.regions),
    provincial_councils: Number(row.provincial_councils),
    communes: Number(row.communes),
    total: Number(row.total),
    contradictions:
      row.contradiction_measure === ''
        ? []
        : [
            {
              measure: row.contradiction_measure,
              value: Number(row.contradiction_value),
              note: { ar: row.contradiction_ar, fr: row.contradiction_fr, en: row.contradiction_en },
            },
          ],
    sources: sources(row.source!),
  }))
  return {
    facts: { ...rest, id: seedId('network'), name: names, sources: sources(rest.sources.join(' ')) },
    totals,
  }
}

/** @param ids of collectivities by `type:hcp_code` */
export function readMembers(ids: ReadonlyMap<string, string>): MemberToWrite[] {
  const sources = readSources()
  return readCsv('members.csv').map((row) => {
    const key = `${row.type}:${row.hcp_code}`
    const collectivityId = ids.get(key)
    if (collectivityId === undefined) throw new Error(`data/members.csv: the register has no ${key}`)
    const held = orNull(row.evidence_on)
    return {
      id: seedId(`member:${key}:${row.joined_on}`),
      collectivity_id: collectivityId,
      document: {
        wave: Number(row.wave),
        joined_on: { value: row.joined_on! },
        evidence: {
          kind: row.evidence_kind as NonNullable<MemberDocument['evidence']>['kind'],
          held_on: held === null ? null : { value: held },
        },
        sources: sources(row.sources!),
      },
    }
  })
}
