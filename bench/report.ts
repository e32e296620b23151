import type { Result } from './case.ts'
import { median } from './statistics.ts'

/** Strangers' part of a core from which a run is called too noisy. */
const NOISY = 0.15

/** The figures of a case as a table: ours, theirs, the ratio and its spread over the rounds. */
export function tableOf(name: string, results: readonly Result[]): string {
  const groups = Map.groupBy(results, (result) => result.against)
  const lines = [...groups].flatMap(([against, group]) => [
    `  against ${against}`,
    ...group.map((result) => lineOf(result, name)),
  ])
  return [`${name}${noise(results)}`, ...lines].join('\n')
}

function lineOf({ name: full, value, unit, ratio, runs }: Result, name: string): string {
  const ratios = runs.map((run) => run.ratio)
  const columns = [
    full.replace(`${name}, `, '').padEnd(18),
    `${short(value)} ${unit}`.padStart(10),
    `${short(median(runs.map((run) => run.control)))} ${unit}`.padStart(12),
    `× ${short(ratio)}`.padStart(10),
    `(${short(Math.min(...ratios))}–${short(Math.max(...ratios))})`,
  ]
  return `    ${columns.join(' ')}`
}

/** With three digits at least, which is all that the spread leaves. */
function short(value: number): string {
  if (value >= 1_000) return Math.round(value).toLocaleString('en')
  return value.toPrecision(3)
}

function noise(results: readonly Result[]): string {
  const others = median(results.flatMap(({ runs }) => runs.map((run) => run.others)))
  const used = `others used ${Math.round(others * 100)} % of a core`
  return others > NOISY ? `: TOO NOISY to tell, ${used}` : `: ${used}`
}

/** The document of `--json`, with four digits a figure. */
export function documentOf(results: readonly Result[]): string {
  const four = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value
  return JSON.stringify({ results }, four, 1)
}
