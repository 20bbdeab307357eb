import { Tag } from '@nutui/nutui-react-taro'
import { Text } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import './status-tag.scss'

/** What a state means for the reader, not which state it is. */
export type Meaning = 'info' | 'dueSoon' | 'late' | 'done' | 'calm'

const iconOf: Record<Meaning, IconName> = { info: 'chat', dueSoon: 'clock', late: 'late', done: 'done', calm: 'info' }

interface StatusTagProps {
  meaning: Meaning
  word: string
  icon?: IconName
}

/** Icon, word and colour together: colour is never the only signal (L-TOK-2). */
export const StatusTag = ({ meaning, word, icon = iconOf[meaning] }: StatusTagProps) => (
  <Tag className={`status-tag status-tag-${meaning}`}>
    <Icon name={icon} />
    <Text>{word}</Text>
  </Tag>
)
