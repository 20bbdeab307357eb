import type { Transaction } from 'kysely'
import { phoneCell } from '../../domain/organisation/cells'
import { newId } from '../../store/engine/ids'
import { addPeople, peopleUnder } from '../../store/organisation/registers'
import type { Database } from '../../store/schema'
import { CallError } from '../call-error'

export interface Named {
  readonly personId: string
  readonly name: string
  readonly phone: string
}

/**
 * Somebody of the company by name and number, as imports know people again, or a new person.
 * @throws CallError invalidRequest for what is no number
 */
export async function knownOrNew(
  trx: Transaction<Database>,
  companyId: string,
  asked: { readonly name: string; readonly phone: string },
  at: number,
): Promise<Named> {
  const name = asked.name.trim()
  const read = phoneCell(asked.phone)
  if ('fault' in read) throw CallError.field('invalidRequest', 'phone', read.fault)
  const phone = read.value
  const known = (await peopleUnder(trx, companyId, [phone])).find(person => person.name === name)
  if (known) return known
  const added = { personId: newId(), name, phone }
  await addPeople(trx, [added], at)
  return added
}
