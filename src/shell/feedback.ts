import Taro from '@tarojs/taro'
import { messageOf } from '@/data/call/call-error'

/** A sentence that goes by itself. */
export function say(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2_500 })
}

/** Says what went wrong, in the words of the error. */
export const sayError = (error: unknown): void => say(messageOf(error))

export interface Question {
  title: string
  text?: string
  /** Words of the button that goes on; at most four characters on the phone. */
  confirm?: string
  cancel?: string
}

/** Asks before something that cannot be taken back. */
export async function ask({ title, text = '', confirm = '确定', cancel = '取消' }: Question): Promise<boolean> {
  const answer = await Taro.showModal({ title, content: text, confirmText: confirm, cancelText: cancel })
  return answer.confirm
}
