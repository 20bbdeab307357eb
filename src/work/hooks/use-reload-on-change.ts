import { useEffect, useRef } from 'react'

/**
 * Calls `reload` when `mark` changes while `place` stays: the count of the list that is open says that something came
 * or went. A change of place reads its own list anyway; null means not known yet.
 */
export function useReloadOnChange(mark: string | null, place: string, reload: () => unknown): void {
  const seen = useRef<{ mark: string | null; place: string }>({ mark, place })
  useEffect(() => {
    const before = seen.current
    seen.current = { mark, place }
    if (before.place === place && before.mark !== null && before.mark !== mark) reload()
  }, [mark, place, reload])
}
