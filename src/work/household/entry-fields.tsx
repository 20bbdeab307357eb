import { Text, View } from '@tarojs/components'
import { MoreQuestion, type MoreAnswer } from '@/ticket/survey/more-question'
import { a11y } from '@/ui/a11y'
import type { Question } from '../../../types/contract/questionnaire'
import { RatingField } from '../fields/rating-field'

interface EntryFieldsProps {
  /** Those that are asked, given what has been said. */
  asked: readonly Question[]
  answers: Readonly<Record<string, MoreAnswer>>
  onChange: (id: string, value: MoreAnswer) => void
}

/** All questions of a survey one below the other, as on the sheet of paper they are copied from; each may be left out. */
export const EntryFields = ({ asked, answers, onChange }: EntryFieldsProps) => (
  <>
    {asked.map((question, index) => {
      const { id, type, words } = question
      const value = answers[id]
      return (
        <View key={id} className="entry-question">
          <Text className="entry-words" {...a11y({ role: 'heading', level: 3 })}>
            {index + 1}. {words}
          </Text>
          {type === 'rating' ? (
            <RatingField
              id={`survey-more-${id}`}
              label={words}
              value={typeof value === 'number' ? value : undefined}
              onChange={rating => onChange(id, rating)}
            />
          ) : (
            <MoreQuestion
              question={question}
              words={words}
              value={value}
              onChange={said => onChange(id, said)}
              onChosen={said => onChange(id, said)}
            />
          )}
        </View>
      )
    })}
  </>
)
