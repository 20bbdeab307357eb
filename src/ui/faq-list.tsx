import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from './a11y'
import { Icon } from './icon'
import './faq-list.scss'

interface FaqListProps {
  faq: readonly { question: string; answer: string }[]
  /** Shows the answers at once. */
  opened?: boolean
}

/** Common questions; a tap opens the answer. */
export const FaqList = ({ faq, opened = false }: FaqListProps) => {
  const [shown, setShown] = useState<string | null>(null)
  return (
    <View className="faq">
      {faq.map(({ question, answer }) => {
        const on = opened || shown === question
        return (
          <View key={question} className="faq-item">
            <View
              className="faq-question tappable"
              {...a11y({ role: 'button', expanded: on, label: question })}
              onClick={() => setShown(on ? null : question)}
            >
              <Text className="faq-words">{question}</Text>
              {!opened && <Icon name="down" className={on ? 'faq-open' : ''} />}
            </View>
            {on && <Text className="faq-answer">{answer}</Text>}
          </View>
        )
      })}
    </View>
  )
}
