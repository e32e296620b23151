import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Recorded, Writing } from '../db/journal.ts'
import { jsonOf } from '../db/shape.ts'
import { addDays } from '../domain/days.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import type { RuleName, Unit } from '../domain/law.ts'
import type { CollectivityType } from '../domain/register-types.ts'
import type { NewSources } from '../http/schema.ts'
import { sourcesColumn } from '../members/document-columns.ts'
import { faultsOfForm } from './form.ts'
import { ruleFacts } from './queries.ts'

export const recordedLegalRule: Recorded = {
  table: 'legal_rule',
  facts: ruleFacts,
  states: (ids) => sql`
    select r.id, 'legal_rule' as type, r.revision, ${jsonOf(ruleFacts)} as state, '{}'::uuid[] as territories
    from legal_rule r where r.id = ${ids}`,
}

export interface RuleToAdd {
  council_type: CollectivityType
  rule: RuleName
  value: readonly number[]
  unit: Unit
  law: string
  article: string
  effective_from: string
  sources: NewSources
}

/**
 * Adds a version of a rule. The one in force before ends the day before it begins, and stays for what was done under
 * it.
 *
 * @returns its id
 * @throws {DomainError} `unprocessable` when its numbers do not fit the rule, or when it begins no later than the
 *   version in force
 */
export async function addLegalRule(writing: Writing, version: RuleToAdd): Promise<string> {
  requireForm(version)
  const { trx, author } = writing
  const { rows } = await sql<{ id: string; effective_from: string }>`
    select id, effective_from from legal_rule
    where council_type = ${version.council_type} and rule = ${version.rule} and effective_until is null
    for update`.execute(trx)
  const before = rows[0]
  if (before !== undefined && before.effective_from >= version.effective_from)
    throw new DomainError('unprocessable', {
      faults: [
        {
          at: { pointer: '/effective_from' },
          code: 'too_early',
          values: { limit: addDays(before.effective_from, 1) },
        },
      ],
    })
  const id = v7({ msecs: author.at.getTime() })
  await writing.change(recordedLegalRule, before === undefined ? [id] : [before.id, id], async () => {
    if (before !== undefined)
      await sql`update legal_rule set effective_until = ${addDays(version.effective_from, -1)}
        where id = ${before.id}`.execute(trx)
    await insertRules(writing, [{ id, ...version }])
  })
  return id
}

/** Brings the rules of the files into the table; what is there already is left as it is. */
export async function loadLegalRules(writing: Writing, rules: readonly (RuleToAdd & { id: string })[]) {
  const { rows } = await sql<{ id: string }>`
    select wanted.id from legal_rule r
    join json_to_recordset(${JSON.stringify(rules.map(({ id, council_type, rule, effective_from }) => ({ id, council_type, rule, effective_from })))}::json)
      as wanted (id uuid, council_type text, rule text, effective_from date)
      using (council_type, rule, effective_from)`.execute(writing.trx)
  const known = new Set(rows.map(({ id }) => id))
  const fresh = rules.filter(({ id }) => !known.has(id))
  const counts = await writing.change(
    recordedLegalRule,
    fresh.map(({ id }) => id),
    () => insertRules(writing, fresh),
  )
  return { ...counts, unchanged: known.size }
}

async function insertRules({ trx, author }: Writing, rules: readonly (RuleToAdd & { id: string })[]) {
  await sql`
    insert into legal_rule (id, council_type, rule, value, unit, law, article, effective_from, sources, created_at,
      updated_at)
    select id, council_type, rule, value, unit, law, article, effective_from, sources, ${author.at}, ${author.at}
    from json_populate_recordset(null::legal_rule, ${JSON.stringify(
      rules.map((rule) => ({
        ...rule,
        sources: sourcesColumn(rule.sources),
        value: `{${rule.value.join()}}`,
      })),
    )}::json)`.execute(trx)
}

function requireForm(version: RuleToAdd): void {
  const faults = faultsOfForm(version).map(
    ({ field, index, allowed }): Fault => ({
      at: { pointer: index === undefined ? `/${field}` : `/${field}/${index}` },
      code: 'not_allowed',
      values: {
        value: field === 'unit' ? version.unit : (version.value[index ?? -1] ?? version.value.join(', ')),
      },
      ...(allowed ? { allowed } : {}),
    }),
  )
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
}
