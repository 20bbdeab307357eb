import type { Policy, SpecialPolicy } from './policy'

type Special = Required<SpecialPolicy>

const usual: Special = { hotPeople: 3, hotDays: 30, likeness: 0.6, majorSum: 1_000, wideReach: 10_000 }

/** From when on a matter is hot, major or wide (D-SP-1, D-SP-2, D-HD-6); what a policy says nothing of is as usual. */
export const specialOf = ({ special }: Pick<Policy, 'special'>): Special => ({ ...usual, ...special })
