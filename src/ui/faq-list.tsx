import { Collapse } from '@nutui/nutui-react-taro'
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

/** Common questions; a tap opens the answer. A folded answer is not rendered, so a screen reader does not read it out. */
export const FaqList = ({ faq, opened = false }: FaqListProps) => {
  const [shown, setShown] = useState<string>('')
  return (
    <Collapse
      className="faq"
      accordion
      activeName={shown}
      onChange={(name: string | string[]) => setShown(String(name))}
      expandIcon={opened ? <View /> : <Icon name="down" />}
    >
      {faq.map(({ question, answer }) => {
        const on = opened || shown === question
        return (
          <Collapse.Item
            key={question}
            name={question}
            title={
              // The row itself takes the tap; a key reaches it through this.
              <View className="faq-question tappable" {...a11y({ role: 'button', expanded: on, label: question })}>
                <Text className="faq-words">{question}</Text>
              </View>
            }
          >
            {on && <Text className="faq-answer">{answer}</Text>}
          </Collapse.Item>
        )
      })}
    </Collapse>
  )
}
