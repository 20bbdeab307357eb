import { preferences } from '@/data/device/preferences'

/**
 * Dialogs and toasts of the browser stand outside every page, so the chosen theme and the elder view are set on the
 * document as well. The mini-program's own follow the phone.
 */
export function followDocumentTheme(): void {
  if (process.env.TARO_ENV !== 'h5') return
  const apply = () => {
    const { theme, elderView } = preferences.get()
    const { classList } = document.documentElement
    classList.add('shell')
    classList.toggle('theme-light', theme === 'light')
    classList.toggle('theme-dark', theme === 'dark')
    classList.toggle('elder', elderView)
  }
  preferences.subscribe(apply)
  apply()
}
