import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { a11y } from '@/ui/a11y'
import { Excerpt } from '@/ui/excerpt'
import { instantText } from '@/ui/words/time'
import { newestText, spokenNotice } from './notice-words'
import type { Notice } from './use-notices'

interface NoticeCardProps {
  notice: Notice
  now: number
  onTap: () => void
}

/** Which matter it is about, the newest about it, and how many are new; `children`: what can be done about it here. */
export const NoticeCard = ({ notice, now, onTap, children }: PropsWithChildren<NoticeCardProps>) => {
  const { noticeId, ticketId, campaignId, title, matter, at, unread } = notice
  const text = newestText(notice)
  const card = (
    <View
      id={`notice-${noticeId}`}
      className={`notice tappable ${unread > 0 ? 'notice-new' : ''}`}
      {...a11y({ role: ticketId || campaignId ? 'link' : 'button', summary: spokenNotice(notice) })}
      onClick={onTap}
    >
      <View className="notice-head">
        {unread > 0 && <View className="notice-dot" {...a11y({ role: 'img', label: '未读' })} />}
        <Text className="notice-matter">{matter ?? title}</Text>
        <Text className="notice-time">{instantText(at, now)}</Text>
      </View>
      {matter !== null && <Text className="notice-title">{title}</Text>}
      {text !== '' && <Excerpt className="notice-text" text={text} max={80} />}
      {unread > 1 && <Text className="notice-count">{unread} 条新消息</Text>}
    </View>
  )
  return children ? (
    <View className="notice-wrap">
      {card}
      {children}
    </View>
  ) : (
    card
  )
}
