import { Text, View } from '@tarojs/components'
import { useNow } from '@/data/read/use-now'
import { PrimaryButton } from '@/ui/primary-button'
import { StatusTag } from '@/ui/status-tag'
import { dueText, untilMidnight } from '@/ui/words/time'
import { improvementStateLabels } from '../../../types/vocabulary'
import { changeWords, effectWords } from '../format/campaign'
import type { Improvement } from '../hooks/use-campaigns'
import './improvement-card.scss'

interface ImprovementCardProps {
  improvement: Improvement
  /** Where it stands among those of several surveys: from which it followed. */
  withCampaign: boolean
  onSettle: () => void
}

const meaningOf = ({ state, overdue }: Improvement) =>
  overdue ? 'late' : ({ open: 'info', done: 'done', dropped: 'calm' } as const)[state]

/** What is done about what a survey has shown: what, by whom, by when, what came of it, and whether it has helped. */
export const ImprovementCard = ({ improvement, withCampaign, onSettle }: ImprovementCardProps) => {
  const now = useNow(untilMidnight)
  const { improvementId, text, state, overdue, ownerName, dueAt, questionWords, result, before, after, change } =
    improvement
  const effect = effectWords(before, after)
  return (
    <View className="improvement" id={`improvement-${improvementId}`}>
      <View className="improvement-head">
        <Text className="improvement-text">{text}</Text>
        <StatusTag meaning={meaningOf(improvement)} word={overdue ? '过了完成时间' : improvementStateLabels[state]} />
      </View>
      <Text className="manage-hint">
        {ownerName} · {dueText(dueAt, now)} 前完成
      </Text>
      {(withCampaign || questionWords) && (
        <Text className="manage-hint">
          {[withCampaign && improvement.campaignTitle, questionWords].filter(Boolean).join(' · ')}
        </Text>
      )}
      {result !== null && <Text>结果：{result}</Text>}
      {effect !== null && (
        <View className="improvement-effect">
          <Text>{after ? `满意：${effect}` : effect}</Text>
          {change && <Text className="manage-hint">{changeWords(change, '定措施时')}</Text>}
        </View>
      )}
      {improvement.maySettle && (
        <PrimaryButton id={`settle-${improvementId}`} kind="plain" icon="edit" onClick={onSettle}>
          填写结果
        </PrimaryButton>
      )}
    </View>
  )
}
