import { Choices } from '@/ui/choices'
import { ratingLabels } from '../../../types/vocabulary'

const choices = Object.entries(ratingLabels).map(([id, word]) => ({ id, word: `${id} ${word}` }))

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
