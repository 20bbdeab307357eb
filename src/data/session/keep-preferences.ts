import { call } from '../call/client'
import { changePreferences, preferences, type Preferences } from '../device/preferences'
import { me } from './session'

/** On the device at once, signed in or not; the account follows when it can, and nobody is told when it can't. */
export function keepPreferences(change: Partial<Preferences>): void {
  changePreferences(change)
  if (me.get()) void call('account', 'updateSettings', preferences.get(), { quiet: true }).catch(() => undefined)
}
