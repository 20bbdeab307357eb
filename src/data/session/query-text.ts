/** A query parameter; the mini-program hands it over still encoded (P-CLD-6). Null when absent or broken. */
export function queryText(value: string | undefined): string | null {
  if (value === undefined || value === '') return null
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}
