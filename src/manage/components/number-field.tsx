import { useState } from 'react'
import { View } from '@tarojs/components'
import { TextField } from '@/ui/text-field'

interface NumberFieldProps {
  id: string
  /** Ends with the unit: 「最多挂起（天）」. */
  label: string
  value: number
  /** Null: what was typed is no number. */
  onChange: (value: number | null) => void
  fractions?: boolean
  /** From the check of the whole. */
  error?: string
}

const figure = (value: number): string => String(Math.round(value * 1000) / 1000)

/** A figure; while it is being typed it may be none. */
export const NumberField = ({ id, label, value, onChange, fractions = false, error }: NumberFieldProps) => {
  const [typed, setTyped] = useState(() => figure(value))
  const [known, setKnown] = useState(value)
  // Changed from outside, by discarding the draft: the field follows.
  if (known !== value) {
    setKnown(value)
    setTyped(figure(value))
  }
  const read = (text: string): number | null => {
    const shape = fractions ? /^\d{1,5}(\.\d{1,3})?$/ : /^\d{1,9}$/
    return shape.test(text.trim()) ? Number(text) : null
  }
  const wrong = read(typed) === null
  return (
    <View className="manage-number">
      <TextField
        id={id}
        label={label}
        value={typed}
        max={9}
        type={fractions ? 'digit' : 'number'}
        error={wrong ? (fractions ? '请填写数字' : '请填写整数') : error}
        onChange={text => {
          setTyped(text)
          const next = read(text)
          if (next !== null) setKnown(next)
          onChange(next)
        }}
      />
    </View>
  )
}
