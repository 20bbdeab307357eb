import { useEffect, useMemo } from 'react'
import { useObserved } from '../device/use-observed'
import type { AbortSignalLike } from '../call/abort'
import { createReader, type Reading } from './reader'

export interface LiveReading<T> extends Reading<T> {
  reload: () => void
}

/**
 * What `load` answers for `key`, kept on the device under `name:key`; with `name` null nothing is kept. `load` must be the same function at every
 * drawing, so it stands outside the component.
 */
export function useReading<T>(
  name: string | null,
  key: string,
  load: (key: string, signal: AbortSignalLike) => Promise<T>,
): LiveReading<T> {
  const reader = useMemo(() => {
    const made = createReader(signal => load(key, signal), name === null ? null : `${name}:${key}`)
    return { ...made, reload: () => void made.reload() }
  }, [name, key, load])
  useEffect(() => {
    reader.reload()
    return reader.stop
  }, [reader])
  return { ...useObserved(reader.state), reload: reader.reload }
}
