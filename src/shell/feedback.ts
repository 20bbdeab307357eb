import Taro from '@tarojs/taro'
import { messageOf } from '@/data/call/call-error'

/** In the browser a toast is no part of what a screen reader follows: the sentence is said here too. */
function sayAloud(text: string): void {
  const id = 'said'
  const place = document.getElementById(id) ?? document.body.appendChild(document.createElement('div'))
  place.id = id
  // The toast is for the eye: it stands outside every part of the page and goes before it has been read.
  document.querySelector('.taro__toast')?.setAttribute('aria-hidden', 'true')
  place.setAttribute('role', 'status')
  place.textContent = text
}

/** A sentence that goes by itself. */
export function say(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2_500 })
  if (process.env.TARO_ENV === 'h5') sayAloud(text)
}

/** Says what went wrong, in the words of the error. */
export const sayError = (error: unknown): void => say(messageOf(error))

let afterTurn: string | null = null

/** Of something done on a page that is being left: on a phone a sentence goes with its page, so the next one says it. */
export function sayAfterTurn(text: string): void {
  afterTurn = text
  // Where no page is turned, as at the desk, it is said here.
  setTimeout(sayWhatIsLeft, 600)
}

/** Called by every page that comes to the front. */
export function sayWhatIsLeft(): void {
  if (afterTurn === null) return
  const text = afterTurn
  afterTurn = null
  say(text)
}

/** Holds the page while the phone works on something for a moment; nothing can be tapped meanwhile. */
export async function holdingOn<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  void Taro.showLoading({ title, mask: true })
  if (process.env.TARO_ENV === 'h5') sayAloud(title)
  try {
    return await work()
  } finally {
    Taro.hideLoading()
  }
}

export { ask } from './question'
