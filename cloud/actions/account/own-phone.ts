import type { Transaction } from 'kysely'
import { hiddenName } from '../../../types/words/text'
import { keepOwnPhone, lockUnclaimed } from '../../store/people/claim'
import type { Database } from '../../store/schema'

/** Keeps a number that the person has proven, and answers who was entered under it. */
export async function keepProven(
  trx: Transaction<Database>,
  personId: string,
  phone: string,
  at: number,
): Promise<{ readonly phone: string; readonly people: { personId: string; name: string }[] }> {
  await keepOwnPhone(trx, personId, phone, at)
  const entered = await lockUnclaimed(trx, phone, personId)
  return { phone, people: entered.map(one => ({ personId: one.personId, name: hiddenName(one.name) })) }
}
