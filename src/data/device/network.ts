import Taro from '@tarojs/taro'
import { createObservable } from './observable'

/** Whether the phone has a network at all. It is the phone that says so, never a call that has failed. */
export const online = createObservable(true)

/**
 * How the service answers over that network: `slow` while somebody waits for an answer longer than usual, `silent`
 * after a call that did not get through.
 */
export const service = createObservable<'answers' | 'slow' | 'silent'>('answers')

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
    online.set(navigator.onLine)
    return
  }
  Taro.getNetworkType({ success: ({ networkType }) => online.set(networkType !== 'none') })
}

/** Asks the phone now, since a call can fail before the phone has told of the loss. */
export function hasNetwork(): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    online.set(navigator.onLine)
    return Promise.resolve(online.get())
  }
  return new Promise(resolve => {
    Taro.getNetworkType({
      success: ({ networkType }) => online.set(networkType !== 'none'),
      complete: () => resolve(online.get()),
    })
  })
}
