import { cutText } from '../../types/words/text'

/** Longer says no more to whoever reads it on the health page. */
const longest = 300

/**
 * What went wrong, for the technical details of the health page. Errors of the database may quote what somebody wrote:
 * of these only the code and the constraint are told.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return cutText(String(error), longest, '…')
  if ('code' in error && typeof error.code === 'string') {
    const constraint = 'constraint' in error && error.constraint ? ` on ${String(error.constraint)}` : ''
    return `${error.name} ${error.code}${constraint}`
  }
  return cutText(error.message, longest, '…')
}
