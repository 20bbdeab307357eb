import { useEffect, useState } from 'react'

/**
 * False at the first drawing and true ever after. A page that is shown from what the device kept is drawn in two
 * steps, so that the first `setData` stays small (P-RUN-2).
 */
export function useAfterFirstDraw(): boolean {
  const [after, setAfter] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setAfter(true), 0)
    return () => clearTimeout(timer)
  }, [])
  return after
}
