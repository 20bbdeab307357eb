import Taro from '@tarojs/taro'

/** P-SUB-1: at most three ids a call. */
const mostIds = 3

const templateIds = (process.env.TARO_APP_TEMPLATES ?? '')
  .split(',')
  .map(id => id.trim())
  .filter(id => id !== '')
  .slice(0, mostIds)

/** Subscriptions exist in the mini-program, and only where the company has set templates. */
export const canSubscribe: boolean = process.env.TARO_ENV === 'weapp' && templateIds.length > 0

/**
 * Asks for one notice of each template. Must be the first thing in a tap handler: an await before it loses the tap
 * (P-SUB-1). The server learns of the answer by the platform's own event.
 */
export function requestSubscription(onAnswer: (accepted: boolean) => void): void {
  const options: Taro.requestSubscribeMessage.Option = {
    tmplIds: templateIds,
    // Of another platform, but required by the typings.
    entityIds: [],
    success: answer => {
      const answers: Record<string, unknown> = { ...answer }
      onAnswer(templateIds.some(id => answers[id] === 'accept'))
    },
    fail: () => onAnswer(false),
  }
  void Taro.requestSubscribeMessage(options)
}
