import type { Cores } from './cores.ts'

/** One thing that is measured, with what it is measured against. */
export interface Case {
  /** What `--only` selects by, from its start. */
  readonly name: string
  /** Seconds that a row of the table may take, in the quick form and in the whole one: together ten minutes, and an hour. */
  readonly budget?: readonly [quick: number, whole: number]
  readonly run: (bench: Bench) => Promise<Result[]>
}

/** What every case is run with. */
export interface Bench {
  /** A database with the real data, of this run alone; cases leave it as they found it. */
  readonly url: string
  /** Another one, for a case that writes. */
  readonly freshDatabase: () => Promise<string>
  /** One with so many times the register, made once for all who only read. */
  readonly multiplied: (times: number) => Promise<string>
  readonly cores: Cores
  /** Whether a case that takes minutes has to take a smaller size, and to say so. */
  readonly quick: boolean
  readonly rounds: number
  /** Of one measurement; a round has one for each of those compared. */
  readonly seconds: number
  readonly say: (line: string) => void
}

/** One figure of ours beside the same figure of a control. */
export interface Result {
  readonly name: string
  /** Median of the rounds. */
  readonly value: number
  readonly unit: string
  readonly against: string
  /** Ours by theirs, the median of the rounds' own ratios. */
  readonly ratio: number
  /** What the ratio is to come to; without it, it is told and not judged. */
  readonly goal?: Goal
  readonly runs: readonly Run[]
}

export type Goal = { readonly most: number } | { readonly least: number }

export interface Run {
  readonly value: number
  readonly control: number
  readonly ratio: number
  /** Part of one core that strangers used meanwhile. */
  readonly others: number
}
