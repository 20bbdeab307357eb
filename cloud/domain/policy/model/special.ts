import type { Policy, SpecialPolicy } from './policy'

const usual: SpecialPolicy = { hotPeople: 3, hotDays: 30, likeness: 0.6, majorSum: 1_000 }

/** From when on a matter is hot or major (D-SP-1, D-SP-2); a policy that says nothing of it means the usual figures. */
export const specialOf = ({ special }: Pick<Policy, 'special'>): SpecialPolicy => special ?? usual
