import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { PrimaryButton } from '@/ui/primary-button'
import { open } from '@/data/session/navigation'
import { useOneTap } from './use-one-tap'
import './one-tap.scss'

interface OneTapProps {
  ticketId: string
  /** What it is about, for people who listen. */
  about: string
}

/** The survey's main question, answered here and now; whoever has more to say is led to all of it. */
export const OneTap = ({ ticketId, about }: OneTapProps) => {
  const { busy, answer } = useOneTap(ticketId)
  return (
    <View className="one-tap" {...a11y({ role: 'group', label: `${about}：问题解决了吗` })}>
      <Text className="one-tap-ask">解决了吗？</Text>
      <View className="one-tap-buttons">
        <PrimaryButton id={`solved-yes-${ticketId}`} busy={busy === 'yes'} onClick={() => void answer('yes')}>
          解决了，满意
        </PrimaryButton>
        <PrimaryButton id={`solved-no-${ticketId}`} kind="plain" busy={busy === 'no'} onClick={() => void answer('no')}>
          还没解决
        </PrimaryButton>
      </View>
      <Text
        id={`rate-${ticketId}`}
        className="one-tap-more tappable"
        {...a11y({ role: 'link', label: `${about}：逐项评价，可以匿名` })}
        onClick={() => open('pages/survey/index', { ticketId })}
      >
        逐项评价（可以匿名）
      </Text>
    </View>
  )
}
