/** The value below which `share` (0–1) of the values lie, by nearest rank; NaN of no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Three significant digits: machines are not more exact than that. */
export const rounded = (value: number): number => Number(value.toPrecision(3))

/** Progress goes to stderr, so that stdout holds nothing but the figures. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`)
