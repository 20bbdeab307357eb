import { createHash } from 'node:crypto'

/** Without what is mistaken for another when it is read out or written down. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const length = 12

/** The code of an invitation: made from who invites and the key of the call, so that a repeated call tells the same one. */
export function codeOf(personId: string, idempotencyKey: string, secret: string): string {
  const digest = createHash('sha256').update(`${secret}\n${personId}\n${idempotencyKey}`).digest()
  return [...digest.subarray(0, length)].map(byte => alphabet[byte % alphabet.length]).join('')
}

/** As it is stored; blanks, strokes and small letters are how people write it. */
export const hashOfCode = (code: string): string =>
  createHash('sha256').update(code.toUpperCase().replace(/[\s-]/g, '')).digest('hex')
