import { Choices } from '@/ui/choices'

const words = ['很不满意', '不满意', '一般', '满意', '很满意'] as const
const choices = words.map((word, index) => ({ id: String(index + 1), word: `${index + 1} ${word}` }))

interface RatingFieldProps {
  id: string
  value: number | undefined
  onChange: (rating: number) => void
  label: string
}

/** 1 to 5, in words, as it is read out on the phone (D-CB-1). */
export const RatingField = ({ id, value, onChange, label }: RatingFieldProps) => (
  <Choices
    choices={choices}
    chosen={value === undefined ? [] : [String(value)]}
    onChoose={chosen => onChange(Number(chosen))}
    label={label}
    idStart={id}
  />
)
