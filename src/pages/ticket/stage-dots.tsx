import { Text, View } from '@tarojs/components'
import type { State } from '../../../types/vocabulary'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { stageLooks, stages } from '@/ticket/words/resident-ticket'

const spoken = { done: '已完成', now: '进行中', ahead: '还没到' } as const

/** 受理 · 处理 · 验证 · 回访; nothing for a matter that left the usual way. */
export const StageDots = ({ state, acknowledged }: { state: State; acknowledged: boolean }) => {
  const looks = stageLooks(state, acknowledged)
  if (!looks) return null
  return (
    <View className="stages" {...a11y({ role: 'list', label: '办理阶段' })}>
      {stages.map((word, index) => {
        const look = looks[index] ?? 'ahead'
        return (
          <View
            key={word}
            className={`stage stage-${look}`}
            {...a11y({ role: 'listitem', label: `${word}，${spoken[look]}` })}
          >
            <View className="stage-dot">{look === 'done' && <Icon name="check" />}</View>
            <Text className="stage-word">{word}</Text>
          </View>
        )
      })}
    </View>
  )
}
