import { useEffect, useState } from 'react'

/** The value as soon as it has not changed for `ms` milliseconds, so that a search does not ask at every letter. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
