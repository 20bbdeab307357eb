import type { MoreAnswers, Question } from '../../../types/contract/questionnaire'
import { limits } from '../../../types/limits'
import { Choices } from '@/ui/choices'
import { TextField } from '@/ui/text-field'
import { Faces } from './faces'

export type MoreAnswer = MoreAnswers[string]

interface MoreQuestionProps {
  question: Question
  /** As it is asked, for people who listen. */
  words: string
  value: MoreAnswer | undefined
  onChange: (value: MoreAnswer) => void
  /** A single answer has been chosen: go on by itself. */
  onChosen: (value: MoreAnswer) => void
}

const yesNo = [
  { id: 'yes', word: '是' },
  { id: 'no', word: '不是' },
] as const

const toggled = (list: readonly string[], id: string): readonly string[] =>
  list.includes(id) ? list.filter(other => other !== id) : [...list, id]

/** The field of a question that the center asks. */
export const MoreQuestion = ({ question, words, value, onChange, onChosen }: MoreQuestionProps) => {
  const { id, type, options = [] } = question
  const choices = options.map(option => ({ id: option.id, word: option.words }))
  const idStart = `survey-more-${id}`
  switch (type) {
    case 'rating':
      return <Faces name={idStart} label={words} value={typeof value === 'number' ? value : null} onChoose={onChosen} />
    case 'yesNo':
      return (
        <Choices
          label={words}
          idStart={idStart}
          form="rows"
          choices={yesNo}
          chosen={typeof value === 'boolean' ? [value ? 'yes' : 'no'] : []}
          onChoose={chosen => onChosen(chosen === 'yes')}
        />
      )
    case 'choice':
      return (
        <Choices
          label={words}
          idStart={idStart}
          form="rows"
          choices={choices}
          chosen={typeof value === 'string' ? [value] : []}
          onChoose={onChosen}
        />
      )
    case 'choices': {
      const chosen = typeof value === 'object' ? value : []
      return (
        <Choices
          label={words}
          idStart={idStart}
          several
          choices={choices}
          chosen={chosen}
          onChoose={option => onChange([...toggled(chosen, option)])}
        />
      )
    }
    case 'text':
      return (
        <TextField
          id={idStart}
          label={words}
          multiline
          max={limits.text}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      )
  }
}
