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

/** Opens a page, `params` become its query. */
export function open(page: string, params: Record<string, string> = {}): void {
  const query = Object.entries(params)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  void Taro.navigateTo({ url: `/${page}${query ? `?${query}` : ''}` })
}

/** One page back; to the front page where the history is empty, as after opening a link. */
export function back(front = 'pages/home/index'): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.reLaunch({ url: `/${front}` })
}
