import { openBrowserSpeech } from './browser-speech'
import { canRecord, recording } from './recorder'
import type { Voice } from './voice'
import { openWechatSpeech } from './wechat-speech'

/** The ways to speak that this device offers, the best first: words in the text, else a recording beside it. */
export function voicesHere(): Voice[] {
  const speech = process.env.TARO_ENV === 'h5' ? openBrowserSpeech() : openWechatSpeech()
  return [...(speech ? [speech] : []), ...(canRecord() ? [recording] : [])]
}
