import { Picker, Text, View } from '@tarojs/components'
import { a11y } from './a11y'
import { Icon } from './icon'
import './select-field.scss'

export interface Option {
  id: string
  word: string
}

interface SelectFieldProps {
  id: string
  /** What is chosen here, also the word for no choice: 「全部楼栋」. */
  all: string
  options: readonly Option[]
  value: string | undefined
  onChange: (id: string | undefined) => void
}

/** One of many, or all of them. In the browser its own list, which knows the keyboard; in the mini-program a picker. */
export const SelectField = ({ id, all, options, value, onChange }: SelectFieldProps) => {
  const index = options.findIndex(option => option.id === value)
  if (process.env.TARO_ENV === 'h5') {
    return (
      <select
        id={id}
        className={`select-field ${value === undefined ? '' : 'select-field-on'}`}
        aria-label={all}
        value={value ?? ''}
        onChange={event => onChange(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{all}</option>
        {options.map(option => (
          <option key={option.id} value={option.id}>
            {option.word}
          </option>
        ))}
      </select>
    )
  }
  return (
    <Picker
      mode="selector"
      range={[all, ...options.map(({ word }) => word)]}
      value={index + 1}
      onChange={({ detail }) => onChange(options[Number(detail.value) - 1]?.id)}
    >
      <View
        id={id}
        className={`select-field tappable ${value === undefined ? '' : 'select-field-on'}`}
        {...a11y({ role: 'button', label: options[index]?.word ?? all })}
      >
        <Text>{options[index]?.word ?? all}</Text>
        <Icon name="down" />
      </View>
    </Picker>
  )
}
