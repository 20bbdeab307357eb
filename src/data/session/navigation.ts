import Taro from '@tarojs/taro'

const signInPage = 'pages/sign-in/index'

/** Path and query of the page on top, without a leading slash. */
export function currentRoute(): string {
  const pages = Taro.getCurrentPages()
  const route = pages[pages.length - 1]?.route ?? ''
  return route.replace(/^\//, '').split('?')[0] ?? ''
}

/** To sign-in; with several calls refused at once only the first one goes. */
export function goToSignIn(): void {
  if (currentRoute() === signInPage) return
  void Taro.navigateTo({ url: `/${signInPage}` })
}

/** So long a page takes to slide in or out, ms; until then a second tap still reaches the button of the first. */
const slideMs = 500
let turned: { to: string; at: number } | null = null

/** Whether to go there now: the second of two taps would open a page twice, or go back two pages. */
function mayTurn(to: string): boolean {
  const at = Date.now()
  // A phone's clock that has been set back must not lock the page.
  const again = turned !== null && turned.to === to && at >= turned.at && at - turned.at < slideMs
  if (!again) turned = { to, at }
  return !again
}

/** Opens a page, `params` become its query. */
export function open(page: string, params: Record<string, string> = {}): void {
  const query = Object.entries(params)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  const url = `/${page}${query ? `?${query}` : ''}`
  if (mayTurn(url)) void Taro.navigateTo({ url })
}

/** One page back; to the front page where the history is empty, as after opening a link. */
export function back(front = 'pages/home/index'): void {
  if (!mayTurn('back')) return
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.reLaunch({ url: `/${front}` })
}
