import { relationLabels, type Relation } from '../../../types/vocabulary'

interface Resident {
  personId: string
  name: string
  relation: Relation
}

/** 「王一（业主）、王二（家属）」 */
export const residentsWords = (residents: readonly Resident[]): string =>
  residents.length === 0
    ? '没有'
    : residents.map(({ name, relation }) => `${name}（${relationLabels[relation]}）`).join('、')

/** Whether an owner who comes may come in place of one who is there (D-OR-2). */
export const mayReplace = (relation: Relation, residents: readonly Pick<Resident, 'relation'>[]): boolean =>
  relation === 'owner' && residents.some(resident => resident.relation === 'owner')
