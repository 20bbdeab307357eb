import { ScrollView, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { Page } from '@/shell/page'
import { useWide } from '@/shell/use-wide'
import './manage-fields.scss'
import './manage-page.scss'

interface ManagePageProps {
  title: string
  /** 管理 itself is a tab, what it leads to is not. */
  tab?: 'manage'
  bottom?: ReactNode
  /** Beside the content in a wide window, above it on a phone. */
  aside?: ReactNode
  /** Lets the content of a wide window use all of it. */
  full?: boolean
}

/** A page of management: one column on a phone, content and what belongs to it side by side in a wide window. */
export const ManagePage = ({
  title,
  tab,
  bottom,
  aside,
  full = false,
  children,
}: PropsWithChildren<ManagePageProps>) => {
  const wide = useWide()
  if (!wide) {
    return (
      <Page title={title} tab={tab} bottom={bottom}>
        {aside}
        {children}
      </Page>
    )
  }
  return (
    <Page title={title} tab={tab} bottom={bottom} wide>
      <ScrollView className="manage-scroll" scrollY>
        <View className={`manage-columns ${aside ? 'manage-columns-two' : ''} ${full ? 'manage-columns-full' : ''}`}>
          <View className="manage-main">{children}</View>
          {aside && <View className="manage-aside">{aside}</View>}
        </View>
      </ScrollView>
    </Page>
  )
}
