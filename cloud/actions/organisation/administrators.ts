import { administratorsOf } from '../../store/organisation/administrators'
import type { Handler } from '../handlers'
import { companyOf } from './organised'

/** Who may change the organisation. The last one can't be dismissed: nobody could appoint another. */
export const administrators: Handler<'organisation', 'administrators'> = async (_input, call) => {
  const people = await administratorsOf(call.runtime.db, companyOf(call))
  return { people: people.map(person => ({ ...person, mayDismiss: people.length > 1 })) }
}
