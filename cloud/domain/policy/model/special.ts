import { usualSpecial } from '../../../../types/special-figures'
import type { Policy, SpecialPolicy } from './policy'

type Special = Required<SpecialPolicy>

/** From when on a matter is hot, major or wide (D-SP-1, D-SP-2, D-HD-6); what a policy says nothing of is as usual. */
export const specialOf = ({ special }: Pick<Policy, 'special'>): Special => ({ ...usualSpecial, ...special })
