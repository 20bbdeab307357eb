import Taro from '@tarojs/taro'
import { preferences } from '@/data/device/preferences'
import { textScale } from '@/theme/text-scale'
import { useObserved } from '@/data/device/use-observed'

const systemFactor = (): number | undefined => {
  const base: Taro.getAppBaseInfo.Result & { fontSizeScaleFactor?: number } = Taro.getAppBaseInfo()
  return base.fontSizeScaleFactor
}

/** Class names and text factor of the outermost view of a page. */
export function useAppearance(): { className: string; style: Record<string, string>; elder: boolean } {
  const { elderView, theme } = useObserved(preferences)
  const scale = textScale(systemFactor(), elderView)
  const className = ['shell', theme === 'auto' ? '' : `theme-${theme}`, elderView ? 'elder' : ''].filter(Boolean)
  return {
    className: className.join(' '),
    style: scale === 1 ? {} : { '--text-scale': String(scale) },
    elder: elderView,
  }
}
