import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon, type IconName } from '@/ui/icon'
import './survey-closing.scss'

interface SurveyClosingProps {
  id: string
  icon: IconName
  title: string
  text: string
}

/** Thanks, or why there is nothing to answer, and what happens next. */
export const SurveyClosing = ({ id, icon, title, text }: SurveyClosingProps) => (
  <View className="survey-closing" id={id} {...a11y({ role: 'status' })}>
    <View className="survey-sign">
      <Icon name={icon} />
    </View>
    <Text className="survey-closing-title">{title}</Text>
    <Text className="survey-closing-text">{text}</Text>
  </View>
)
