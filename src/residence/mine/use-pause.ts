import { useEffect, useState } from 'react'

/** Seconds that something has to wait before it can be asked for again; counts down by itself. */
export function usePause(): { seconds: number; pause: (seconds: number) => void } {
  const [seconds, setSeconds] = useState(0)
  const waiting = seconds > 0
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => setSeconds(before => before - 1), 1_000)
    return () => clearInterval(timer)
  }, [waiting])
  return { seconds, pause: setSeconds }
}
