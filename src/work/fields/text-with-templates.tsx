import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
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
}

/** A template ends what is there with a line of its own; nothing typed is lost. */
const withTemplate = (value: string, template: string) => (value.trim() === '' ? template : `${value}\n${template}`)

/** A text with common wordings beneath it, to begin from. */
export const TextWithTemplates = ({ templates, ...field }: TextWithTemplatesProps) => (
  <View>
    <TextField {...field} />
    {templates.length > 0 && (
      <View className="templates" {...a11y({ role: 'list', label: '常用语' })}>
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
