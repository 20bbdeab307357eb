import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { TextField } from '@/ui/text-field'
import './text-with-templates.scss'
import { cutText } from '../../../types/words/text'

interface TextWithTemplatesProps {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  max: number
  multiline: boolean
  placeholder?: string
  error?: string
  templates: readonly string[]
  /** Whole sentences: they stand above the text, one below the other, because one of them mostly is all it takes. */
  phrases?: readonly string[]
}

/** A template ends what is there with a line of its own; nothing typed is lost. */
const withTemplate = (value: string, template: string) => (value.trim() === '' ? template : `${value}\n${template}`)

/** A text with whole sentences above it, and common wordings beneath it to begin from. */
export const TextWithTemplates = ({ templates, phrases = [], ...field }: TextWithTemplatesProps) => (
  <View>
    {phrases.length > 0 && (
      <View className="phrases" {...a11y({ role: 'group', label: `${field.label}，常用的话` })}>
        {phrases.map((phrase, index) => (
          <View
            key={phrase}
            id={`${field.id}-phrase-${index}`}
            className="phrase tappable"
            {...a11y({ role: 'button', label: `填入：${phrase}` })}
            onClick={() => field.onChange(cutText(withTemplate(field.value, phrase), field.max))}
          >
            <Icon name="plus" />
            <Text className="phrase-words">{phrase}</Text>
          </View>
        ))}
      </View>
    )}
    <TextField {...field} />
    {templates.length > 0 && (
      <View className="templates" {...a11y({ role: 'group', label: '常用语' })}>
        {templates.map((template, index) => (
          <View
            key={template}
            id={`${field.id}-template-${index}`}
            className="template tappable"
            {...a11y({ role: 'button', label: `插入：${template}` })}
            onClick={() => field.onChange(cutText(withTemplate(field.value, template), field.max))}
          >
            <Text className="template-words">{template}</Text>
          </View>
        ))}
      </View>
    )}
  </View>
)
