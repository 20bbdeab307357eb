/** A ticket's number in groups that can be read out: 「KS 2026 0302 0001」. Only the look changes. */
export function groupedNumber(number: string): string {
  const [, letters = '', digits = ''] = /^([^\d]*)(\d*)$/.exec(number.replace(/[-\s]/g, '')) ?? []
  if (!digits) return number
  return [letters, ...(digits.match(/\d{1,4}/g) ?? [])].filter(Boolean).join(' ')
}
