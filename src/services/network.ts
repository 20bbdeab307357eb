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
  Taro.getNetworkType({ success: ({ networkType }) => online.set(networkType !== 'none') })
}
