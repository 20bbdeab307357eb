import { useSyncExternalStore } from 'react'
import type { Observable } from './observable'

/** The current value; the component is drawn again when it changes. */
export const useObserved = <T>(observable: Observable<T>): T =>
  useSyncExternalStore(observable.subscribe, observable.get, observable.get)
