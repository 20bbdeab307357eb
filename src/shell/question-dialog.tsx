import { Dialog } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { useObserved } from '@/data/device/use-observed'
import { usePageVisible } from '@/data/read/use-page-visible'
import { a11y } from '@/ui/a11y'
import { PrimaryButton } from '@/ui/primary-button'
import { openQuestion, type OpenQuestion } from './question'
import './question-dialog.scss'

/** In the browser: the keys belong to the dialog while it is open, Escape says no, and afterwards the focus is where it was. */
function useDialogKeys(answer: OpenQuestion['answer']): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const before = document.activeElement
    document.getElementById('question-no')?.focus()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        event.preventDefault()
        return answer(false)
      }
      if (event.key !== 'Tab') return
      event.preventDefault()
      const next = document.activeElement?.id === 'question-no' ? 'question-yes' : 'question-no'
      document.getElementById(next)?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [answer])
}

const Asked = ({ question }: { question: OpenQuestion }) => {
  const { title, text, confirm = '确定', cancel = '取消', answer } = question
  useDialogKeys(answer)
  return (
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
      footer={
        <View className="question-buttons">
          <PrimaryButton id="question-no" kind="plain" onClick={() => answer(false)}>
            {cancel}
          </PrimaryButton>
          <PrimaryButton id="question-yes" onClick={() => answer(true)}>
            {confirm}
          </PrimaryButton>
        </View>
      }
    >
      <View {...a11y({ role: 'dialog', label: text ? `${title}${text}` : title })}>
        {text && <Text className="question-text">{text}</Text>}
      </View>
    </Dialog>
  )
}

/** The question that waits for an answer, on the page in front. */
export const QuestionDialog = () => {
  const question = useObserved(openQuestion)
  const visible = usePageVisible()
  return question && visible ? <Asked question={question} /> : null
}
