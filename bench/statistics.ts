/** @param values at least one; not changed */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which `part` of them lie, between two neighbours where it falls between. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).sort()
  const at = (sorted.length - 1) * part
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return low + (high - low) * (at - Math.floor(at))
}

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
