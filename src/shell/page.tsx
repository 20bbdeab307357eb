import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, type PropsWithChildren, type ReactNode } from 'react'
import { useAppearance } from './use-appearance'
import { useBeneath } from './use-beneath'
import { useWide } from './use-wide'
import { useObserved } from '@/data/device/use-observed'
import { useRole } from '@/data/session/use-role'
import { back } from '@/data/session/navigation'
import { me } from '@/data/session/session'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { sayWhatIsLeft } from './feedback'
import { endOpening } from './opening'
import { OutageStrip } from './outage-strip'
import { PhotoViewer } from './photo-viewer'
import { QuestionDialog } from './question-dialog'
import { RoleTabBar } from './role-tab-bar'
import { SideNav } from './side-nav'
import { StoredStrip } from './stored-strip'
import { frontPageOf, type Tab } from './tabs'
import './page.scss'

interface PageProps {
  title: string
  /** Makes this page one of the tabs and shows the bar. */
  tab?: Tab
  /** What can be done now; stays at the bottom edge. */
  bottom?: ReactNode
  /** Lets the content fill a desk window; its parts scroll by themselves. Else it stays a readable column. */
  wide?: boolean
}

/** The shell of every page: theme and elder classes, title, offline strip, safe area, bottom, and the way to the tabs. */
export const Page = ({ title, tab, bottom, wide = false, children }: PropsWithChildren<PageProps>) => {
  const { className, style } = useAppearance()
  const role = useRole()
  const unread = useObserved(me)?.unread ?? 0
  useEffect(endOpening, [])
  useDidShow(() => {
    void Taro.setNavigationBarTitle({ title })
    sayWhatIsLeft()
  })
  const desk = useWide()
  const beneath = useBeneath()
  return (
    <View
      id={beneath}
      className={`${className} page-shell ${wide ? 'page-shell-wide' : ''} ${desk ? 'page-shell-desk' : ''}`}
      style={style}
    >
      {desk && <SideNav role={role} active={tab} unread={unread} />}
      {process.env.TARO_ENV === 'h5' && (
        <View className="page-head" {...a11y({ role: 'banner' })}>
          {!tab && (
            <View
              className="page-back tappable"
              {...a11y({ role: 'button', label: '返回' })}
              onClick={() => back(frontPageOf(role))}
            >
              <Icon name="back" />
            </View>
          )}
          <Text className="page-title" {...a11y({ role: 'heading', level: 1 })}>
            {title}
          </Text>
        </View>
      )}
      <OutageStrip />
      <StoredStrip />
      <View className={`page-body ${wide ? 'page-body-wide' : ''}`} {...a11y({ role: 'main' })}>
        {children}
      </View>
      {(bottom || (tab && !desk)) && (
        <View className="page-bottom">
          {bottom && <View className="page-actions">{bottom}</View>}
          {tab && !desk && <RoleTabBar role={role} active={tab} unread={unread} />}
        </View>
      )}
      <QuestionDialog />
      {process.env.TARO_ENV === 'h5' && <PhotoViewer />}
    </View>
  )
}
