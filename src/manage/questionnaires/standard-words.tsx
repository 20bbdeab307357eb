import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import type { StandardWords } from '../../../types/contract/questionnaire'
import { limits } from '../../../types/limits'
import { keysOf, standardQuestionLabels, type StandardQuestion } from '../../../types/vocabulary'

interface StandardWordsFieldsProps {
  words: StandardWords
  onChange: (words: StandardWords) => void
}

/** How what is always asked is put: in the usual words, or in the center's own. */
export const StandardWordsFields = ({ words, onChange }: StandardWordsFieldsProps) => {
  const set = (id: StandardQuestion, own: string, plain: string) => {
    const { [id]: _before, ...others } = words
    const asked = own.trim() === '' && plain.trim() !== '' ? standardQuestionLabels[id] : own
    onChange(
      asked === '' ? others : { ...others, [id]: { words: asked, ...(plain === '' ? {} : { plainWords: plain }) } },
    )
  }
  return (
    <Section title="每张问卷都问的" hint="这四题决定能不能办结，也用来比较，所以都问；问法可以改">
      {keysOf(standardQuestionLabels).map(id => {
        const own = words[id]
        return [
          <TextField
            key={id}
            id={`words-${id}`}
            label={standardQuestionLabels[id]}
            placeholder="照这样问"
            value={own?.words ?? ''}
            onChange={text => set(id, text, own?.plainWords ?? '')}
            max={limits.shortText}
          />,
          <TextField
            key={`${id}-plain`}
            id={`plain-${id}`}
            label="大字版"
            placeholder="跟上面一样"
            value={own?.plainWords ?? ''}
            onChange={text => set(id, own?.words ?? '', text)}
            max={limits.shortText}
          />,
        ]
      })}
    </Section>
  )
}
