import type { Result } from './case.ts'
import { isReached } from './result.ts'
import { median } from './statistics.ts'

/** Strangers' part of a core from which a run is called too noisy. */
const NOISY = 0.15

/** The figures of a case: ours, theirs, the ratio and its spread over the rounds. */
export function linesOf(name: string, results: readonly Result[]): string {
  const groups = Map.groupBy(results, (result) => result.against)
  const lines = [...groups].flatMap(([against, group]) => [
    `  against ${against}`,
    ...group.map((result) => lineOf(result, name)),
  ])
  return [`${name}: ${noiseOf(results)}`, ...lines].join('\n')
}

function lineOf({ name: full, value, unit, ratio, runs }: Result, name: string): string {
  const columns = [
    full.replace(`${name}, `, '').padEnd(18),
    `${short(value)} ${unit}`.padStart(10),
    `${short(median(runs.map((run) => run.control)))} ${unit}`.padStart(12),
    `× ${short(ratio)}`.padStart(10),
    `(${spreadOf(runs).map(short).join('–')})`,
  ]
  return `    ${columns.join(' ')}`
}

/** What has a ratio to reach, as a table of Markdown. */
export function tableOf(results: readonly Result[]): string {
  const lines = results.flatMap(({ name, value, unit, against, ratio, runs, goal }) => {
    if (goal === undefined) return []
    const control = `${short(median(runs.map((run) => run.control)))} ${unit}`
    const reach = 'most' in goal ? `≤ ${goal.most}` : `≥ ${goal.least}`
    const noisy = othersOf([{ runs }]) > NOISY ? ', too noisy' : ''
    const cells = [
      name,
      `${short(value)} ${unit}`,
      `${against}: ${control}`,
      `× ${short(ratio)} (${spreadOf(runs).map(short).join('–')})`,
      reach,
      `${isReached(ratio, goal) ? 'yes' : 'no'}${noisy}`,
    ]
    return [`| ${cells.join(' | ')} |`]
  })
  if (lines.length === 0) return ''
  return [
    '| | service | beside | ratio (spread) | to reach | reached |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}

const spreadOf = (runs: Result['runs']) => {
  const ratios = runs.map((run) => run.ratio)
  return [Math.min(...ratios), Math.max(...ratios)]
}

/** With three digits at least, which is all that the spread leaves. */
function short(value: number): string {
  if (value >= 1_000) return Math.round(value).toLocaleString('en')
  return value.toPrecision(3)
}

const othersOf = (results: readonly Pick<Result, 'runs'>[]) =>
  median(results.flatMap(({ runs }) => runs.map((run) => run.others)))

/** What strangers took of the machine. */
export function noiseOf(results: readonly Result[]): string {
  const others = othersOf(results)
  const used = `others used ${Math.round(others * 100)} % of a core`
  return others > NOISY ? `TOO NOISY to tell, ${used}` : used
}

/** The document of `--json`, with four digits a figure. */
export function documentOf(machine: string, results: readonly Result[]): string {
  const four = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value
  const judged = results.map(({ runs, goal, ...result }) => ({
    ...result,
    spread: spreadOf(runs),
    ...(goal !== undefined && { reach: goal, reached: isReached(result.ratio, goal) }),
    runs,
  }))
  return JSON.stringify({ machine, results: judged }, four, 1)
}
