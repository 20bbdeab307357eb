import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { frontPageOf } from '@/shell/tabs'
import { call } from '@/data/call/client'
import { sayError } from '@/shell/feedback'
import { changePreferences, preferences } from '@/data/device/preferences'
import { keepPreferences } from '@/data/session/keep-preferences'
import { chooseRole, keepMe, keepToken, type Me } from '@/data/session/session'

/** Where the person goes on: back to what was interrupted, or to the first screen of their post. */
function goOn(account: Me, afresh: boolean): void {
  const role = account.posts[0]?.role ?? 'resident'
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

  /** `afresh`: another person than before, so nothing is gone back to. */
  const signIn = async (name: string, getToken: () => Promise<{ token: string }>, afresh = false) => {
    if (running.current) return
    running.current = true
    setBusyWith(name)
    try {
      const { token } = await getToken()
      keepToken(token)
      const account = await call('account', 'me', {}, { retries: 2 })
      keepMe(account)
      chooseRole(account.posts[0]?.role ?? 'resident')
      // Whoever turned large type on before signing in still wants it.
      const large = !afresh && preferences.get().elderView
      changePreferences(account.settings)
      if (large && !preferences.get().elderView) keepPreferences({ elderView: true })
      goOn(account, afresh)
    } catch (error) {
      sayError(error)
    } finally {
      running.current = false
      setBusyWith(null)
    }
  }
  return { signIn, busyWith }
}
