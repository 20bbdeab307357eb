import { Picker, Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import './manage-fields.scss'

export interface PickOption<Id extends string> {
  id: Id
  word: string
}

interface PickFieldProps<Id extends string> {
  id: string
  label: string
  options: readonly PickOption<Id>[]
  /** Undefined: nothing chosen yet. */
  value: Id | undefined
  onChange: (id: Id) => void
  /** Stands where nothing is chosen. */
  placeholder?: string
  disabled?: boolean
}

/** Exactly one of many. In the browser its own list, which knows the keyboard; in the mini-program a picker. */
export const PickField = <Id extends string>({
  id,
  label,
  options,
  value,
  onChange,
  placeholder = '请选择',
  disabled = false,
}: PickFieldProps<Id>) => {
  const index = options.findIndex(option => option.id === value)
  const choose = (at: number) => {
    const chosen = options[at]
    if (chosen) onChange(chosen.id)
  }
  return (
    <View className="manage-field">
      <Text className="manage-field-label">{label}</Text>
      {process.env.TARO_ENV === 'h5' ? (
        <select
          id={id}
          className="manage-input"
          aria-label={label}
          disabled={disabled}
          value={index < 0 ? '' : String(index)}
          onChange={event => choose(Number(event.target.value))}
        >
          {index < 0 && <option value="">{placeholder}</option>}
          {options.map((option, at) => (
            <option key={option.id} value={String(at)}>
              {option.word}
            </option>
          ))}
        </select>
      ) : (
        <Picker
          mode="selector"
          disabled={disabled}
          range={options.map(({ word }) => word)}
          value={Math.max(index, 0)}
          onChange={({ detail }) => choose(Number(detail.value))}
        >
          <View
            id={id}
            className="manage-input"
            {...a11y({ role: 'button', label: `${label}，${options[index]?.word ?? placeholder}` })}
          >
            <Text className="manage-input-words">{options[index]?.word ?? placeholder}</Text>
            <Icon name="down" />
          </View>
        </Picker>
      )}
    </View>
  )
}
