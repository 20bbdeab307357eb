/** The digits of a telephone number as soon as it is whole: a mobile number, or one with its area code; null before. */
export function wholeNumber(typed: string): string | null {
  const digits = typed.replace(/\D/g, '')
  const bare = digits.length === 13 && digits.startsWith('86') ? digits.slice('86'.length) : digits
  return /^(1\d{10}|0\d{9,11})$/.test(bare) ? bare : null
}
