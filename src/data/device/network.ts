import Taro from '@tarojs/taro'
import { createObservable } from './observable'

/** Whether the phone has a network at all; a call can still fail with `offline`. */
export const online = createObservable(true)

let following = false

/** Begins to follow the phone's network; called once when the app starts. */
export function followNetwork(): void {
  if (following) return
  following = true
  Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected))
  if (process.env.TARO_ENV === 'h5') {
    // Not every browser tells Taro; these two events all of them know.
    window.addEventListener('online', () => online.set(true))
    window.addEventListener('offline', () => online.set(false))
  }
  Taro.getNetworkType({ success: ({ networkType }) => online.set(networkType !== 'none') })
}
