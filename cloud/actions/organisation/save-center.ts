import type { CenterFields } from '../../../types/contract/organisation'
import { defaultPolicy } from '../../domain/policy/model/default-policy'
import { type CenterCard, addCenter, lockCenterCard, writeCenterCard } from '../../store/organisation/centers'
import { recordChange } from '../../store/organisation/changes'
import { directoryChanged } from '../../store/people/staff'
import { newId } from '../../store/engine/ids'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { companyOf } from './organised'

const cardOf = ({ name, estateName, hotline, nightPhone, address, phase, area }: CenterFields): CenterCard => ({
  name: name.trim(),
  estateName: estateName.trim(),
  hotline: hotline.trim(),
  nightPhone: nightPhone?.trim() ?? '',
  address: address?.trim() ?? '',
  phase: phase?.trim() ?? '',
  area: area ?? null,
})

/** Makes a center, with the rules that every center begins with and its estate, or changes one. */
export const saveCenter: Handler<'organisation', 'saveCenter'> = async (input, call) => {
  const { runtime, caller } = call
  const companyId = companyOf(call)
  const card = cardOf(input)
  const at = runtime.clock.now()
  const personId = caller.actor.id
  return once(call, { action: 'organisation.saveCenter', centerId: companyId, request: input }, async trx => {
    const change = { companyId, at, personId, subject: 'center' as const, name: card.name, after: card }
    if (input.centerId === undefined) {
      const id = newId()
      await addCenter(trx, {
        id,
        companyId,
        card,
        policy: defaultPolicy,
        estateId: newId(),
        createdAt: at,
        createdBy: personId,
      })
      await directoryChanged(trx, id)
      await recordChange(trx, { ...change, centerId: id, what: 'added' })
      return { centerId: id }
    }
    const before = await lockCenterCard(trx, companyId, input.centerId)
    if (!before) throw new CallError('notFound')
    await writeCenterCard(trx, input.centerId, card)
    await recordChange(trx, { ...change, centerId: input.centerId, what: 'changed', before })
    return { centerId: input.centerId }
  })
}
