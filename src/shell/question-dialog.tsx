import { Dialog } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { useObserved } from '@/data/device/use-observed'
import { usePageVisible } from '@/data/read/use-page-visible'
import { a11y } from '@/ui/a11y'
import { PrimaryButton } from '@/ui/primary-button'
import { useLayer } from '@/ui/use-layer'
import { openQuestion, type OpenQuestion } from './question'
import './question-dialog.scss'

/** The focus goes to the careful answer, which Escape and back give too. */
const Buttons = ({ question: { confirm = '确定', cancel = '取消', answer } }: { question: OpenQuestion }) => {
  useLayer({ whole: 'question', first: 'question-no', above: true }, () => answer(false))
  return (
    <View className="question-buttons">
      <PrimaryButton id="question-no" kind="plain" onClick={() => answer(false)}>
        {cancel}
      </PrimaryButton>
      <PrimaryButton id="question-yes" onClick={() => answer(true)}>
        {confirm}
      </PrimaryButton>
    </View>
  )
}

const Asked = ({ question }: { question: OpenQuestion }) => {
  const { title, text } = question
  return (
    <View id="question" {...a11y({ role: 'dialog', label: text ? `${title}${text}` : title })}>
      <Dialog
        visible
        className="question"
        closeOnOverlayClick={false}
        // Above a sheet, from which it may have been asked.
        zIndex={1300}
        title={
          <Text className="question-title" {...a11y({ role: 'heading' })}>
            {title}
          </Text>
        }
        footer={<Buttons question={question} />}
      >
        {text && <Text className="question-text">{text}</Text>}
      </Dialog>
    </View>
  )
}

/** The question that waits for an answer, on the page in front. */
export const QuestionDialog = () => {
  const question = useObserved(openQuestion)
  const visible = usePageVisible()
  return question && visible ? <Asked question={question} /> : null
}
