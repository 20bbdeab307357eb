import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cutText } from '../../types/words/text'
import { a11y } from './a11y'
import './excerpt.scss'

interface ExcerptProps {
  text: string
  className?: string
  /** Most characters. */
  max?: number
}

/** The beginning of a text in a card that leads to the whole; where it is cut, it says so (D-AC-1). */
export const Excerpt = ({ text, className, max = 60 }: ExcerptProps) => (
  <Text className={className}>
    {cutText(text, max, '…')}
    {text.length > max && <Text className="excerpt-more">看全文</Text>}
  </Text>
)

/** The beginning of a text whose whole stands nowhere else on the screen: a tap unfolds it. */
export const FoldedText = ({ text, className, max = 80 }: ExcerptProps) => {
  const [whole, setWhole] = useState(false)
  if (text.length <= max) return <Text className={className}>{text}</Text>
  return (
    <View>
      <Text className={className}>{whole ? text : cutText(text, max, '…')}</Text>
      <View
        className="excerpt-fold tappable"
        {...a11y({ role: 'button', expanded: whole })}
        onClick={() => setWhole(!whole)}
      >
        <Text>{whole ? '收起' : '展开'}</Text>
      </View>
    </View>
  )
}
