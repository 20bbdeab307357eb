import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { CallError } from '../call/call-error'
import { call } from '../call/client'
import { currentToken, keepMe, me } from './session'
import { useObserved } from '../device/use-observed'

/** Where the platform itself proves who calls, there is no token. */
const needsToken = !process.env.TARO_APP_CLOUD_ENV

export type AccountState = 'known' | 'asking' | 'stranger' | 'unreachable'

/**
 * Who is signed in, asked again each time the page comes to the front. What the device kept counts until the server
 * has answered; a stranger is left alone, because browsing needs no sign-in (P-PRI-2).
 */
export function useAccount() {
  return useAsked(() => true)
}

/** The same for a page that mostly comes after others: opened by its address it asks, and else nobody is asked again. */
export function useKnownAccount() {
  return useAsked(() => me.get() === null)
}

function useAsked(wanted: () => boolean) {
  const account = useObserved(me)
  const [error, setError] = useState<unknown>(null)
  const refresh = async () => {
    setError(null)
    if (needsToken && !currentToken()) return
    try {
      keepMe(await call('account', 'me', {}, { retries: 1, quiet: true }))
    } catch (failure) {
      setError(failure)
    }
  }
  useDidShow(() => {
    if (wanted()) void refresh()
  })
  const refused = error instanceof CallError && error.code === 'unauthenticated'
  const stranger = refused || (needsToken && !currentToken())
  const state: AccountState = stranger ? 'stranger' : account ? 'known' : error ? 'unreachable' : 'asking'
  return { me: stranger ? null : account, state, error, refresh }
}
