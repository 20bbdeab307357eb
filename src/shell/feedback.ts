import Taro from '@tarojs/taro'
import { messageOf } from '@/data/call/call-error'

/** A sentence that goes by itself. */
export function say(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2_500 })
}

/** Says what went wrong, in the words of the error. */
export const sayError = (error: unknown): void => say(messageOf(error))

export { ask } from './question'
