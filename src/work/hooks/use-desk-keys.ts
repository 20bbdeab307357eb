import { listKeyOf, type ListKey } from '../words/list-keys'
import { usePageKeys } from './use-page-keys'

/** Tells `onStep` what was pressed while a list is in front. */
export const useDeskKeys = (onStep: (step: ListKey) => void): void => usePageKeys(listKeyOf, onStep)

/** Brings a row into sight, or the focus into a field. */
export function reveal(id: string, how: 'show' | 'focus'): void {
  if (process.env.TARO_ENV !== 'h5') return
  const element = document.getElementById(id)
  if (how === 'focus') element?.focus()
  else element?.scrollIntoView({ block: 'nearest' })
}
