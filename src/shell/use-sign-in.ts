import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { frontPageOf } from './tabs'
import { call } from '@/data/call/client'
import { sayError } from './feedback'
import { changePreferences, preferences } from '@/data/device/preferences'
import { keepPreferences } from '@/data/session/keep-preferences'
import { chooseRole, firstRoleOf, keepMe, keepToken, type Me } from '@/data/session/session'

/** Where the person goes on: back to what was interrupted, or to the first screen of their post. */
function goOn(account: Me, afresh: boolean): void {
  const role = firstRoleOf(account)
  if (!afresh && role === 'resident' && Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.reLaunch({ url: `/${frontPageOf(role)}` })
}

/**
 * Finishes any way of signing in: keeps the token, asks who it is, shows the screens as that person likes them.
 * `busyWith` names the way that is under way.
 */
export function useSignIn() {
  const [busyWith, setBusyWith] = useState<string | null>(null)
  const running = useRef(false)

  /** `afresh`: another person than before, so nothing is gone back to. Answers what went wrong, which has been said; null: nothing. */
  const signIn = async (name: string, getToken: () => Promise<{ token: string }>, afresh = false): Promise<unknown> => {
    if (running.current) return null
    running.current = true
    setBusyWith(name)
    try {
      const { token } = await getToken()
      keepToken(token)
      const account = await call('account', 'me', {}, { retries: 2 })
      keepMe(account)
      chooseRole(firstRoleOf(account))
      // Whoever turned large type on before signing in still wants it.
      const large = !afresh && preferences.get().elderView
      changePreferences(account.settings)
      if (large && !preferences.get().elderView) keepPreferences({ elderView: true })
      goOn(account, afresh)
      return null
    } catch (error) {
      sayError(error)
      return error
    } finally {
      running.current = false
      setBusyWith(null)
    }
  }
  return { signIn, busyWith }
}
