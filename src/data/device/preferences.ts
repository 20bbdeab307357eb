import type { RequestOf } from '../../../types/contract/index'
import { device } from './device'
import { createObservable } from './observable'

export type Preferences = Required<RequestOf<'account', 'updateSettings'>>

const key = 'preferences'
const defaults: Preferences = { elderView: false, theme: 'auto' }

/** How the person likes to see the screens; kept on the device, and with the account by `account.updateSettings`. */
export const preferences = createObservable<Preferences>(defaults)

export function restorePreferences(): void {
  const stored: unknown = device.get(key)
  if (typeof stored === 'object' && stored !== null) preferences.set({ ...defaults, ...stored })
}

export function changePreferences(change: Partial<Preferences>): void {
  const next = { ...preferences.get(), ...change }
  preferences.set(next)
  device.set(key, next)
}
