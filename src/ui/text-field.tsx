import { Input, Text, Textarea, View } from '@tarojs/components'
import { a11y } from './a11y'
import './text-field.scss'

interface TextFieldProps {
  /** Stands above the field. */
  label: string
  value: string
  onChange: (value: string) => void
  /** Most characters; a long text shows how many are used. */
  max: number
  multiline?: boolean
  placeholder?: string
  /** What to do about it, from the contract's own messages. */
  error?: string
  /** `digit`: a number with a decimal point. */
  type?: 'text' | 'number' | 'digit'
  /** Of the field itself; the input inside has `<id>-input` in the browser. */
  id: string
}

/** A labelled field; labels stay visible while one types. */
export const TextField = ({
  label,
  value,
  onChange,
  max,
  multiline = false,
  placeholder = '',
  error,
  type = 'text',
  id,
}: TextFieldProps) => {
  const shared = {
    id,
    value,
    maxlength: max,
    placeholder,
    placeholderClass: 'field-placeholder',
    'aria-label': label,
    // The browser's accessible name belongs on the input itself.
    nativeProps: { 'aria-label': label, id: `${id}-input` },
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  }
  return (
    <View className={`field ${error ? 'field-wrong' : ''}`}>
      <Text className="field-label">{label}</Text>
      {multiline ? (
        <Textarea className="field-input field-area" {...shared} autoHeight={false} disableDefaultPadding />
      ) : (
        <Input className="field-input" {...shared} type={type} />
      )}
      <View className="field-foot">
        <Text className="field-error" {...a11y({ live: 'assertive' })}>
          {error ?? ''}
        </Text>
        {multiline && (
          <Text className="field-count">
            {value.length}/{max}
          </Text>
        )}
      </View>
    </View>
  )
}
