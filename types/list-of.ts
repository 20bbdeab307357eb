import type { OneOrMany } from './contract/policy-document'

/** The values of a part of a condition: none when it is left out. */
export const listOf = <T extends string>(values: OneOrMany<T> | undefined): readonly T[] =>
  values === undefined ? [] : typeof values === 'string' ? [values] : values
