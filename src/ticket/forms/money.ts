/** What was typed as yuan: a number as soon as it is one; else the words, for the contract to say what is wrong. */
export function moneyOf(typed: string): number | string {
  const text = typed.trim()
  // 「12.」 is on the way to a number and must not lose its point.
  return /^\d+(\.\d*[1-9])?$/.test(text) ? Number(text) : text
}

/** At the time of sending nothing is on its way any more: 「12.」 and 「12.50」 are sums. */
export const settledMoney = (value: unknown): unknown =>
  typeof value === 'string' && /^\d+\.\d*$/.test(value) ? Number(value) : value
