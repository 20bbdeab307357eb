import { View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import './survey-progress.scss'

/** How far one is in questions that are shown one at a time; `position` counts from 0. */
export const SurveyProgress = ({ position, count }: { position: number; count: number }) => (
  <View className="survey-progress" {...a11y({ role: 'status', label: `第 ${position + 1} 题，共 ${count} 题` })}>
    {Array.from({ length: count }, (_, index) => (
      <View key={index} className={`survey-dot ${index <= position ? 'survey-dot-on' : ''}`} />
    ))}
  </View>
)
