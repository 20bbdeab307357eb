import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/ui/choices'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import type { Question } from '../../../types/contract/questionnaire'
import { limits } from '../../../types/limits'
import { keysOf, questionTypeLabels } from '../../../types/vocabulary'
import { EditActions } from './edit-actions'
import { PickField } from './pick-field'
import { toggled } from '../format/edit'
import { groundsFor, optionsOf } from '../format/questionnaire'

interface QuestionSheetProps {
  question: Question
  /** Those before it: what it may hang on. */
  earlier: readonly Question[]
  /** Whether what every questionnaire asks comes before them; left out: yes. */
  standardAsked?: boolean
  onDone: (question: Question) => void
  /** Left out: a new question. */
  onDelete?: () => void
  onClose: () => void
}

const always = 'always'
const types = keysOf(questionTypeLabels).map(id => ({ id, word: questionTypeLabels[id] }))

/** One question: its words, how it is answered, and when it is asked. */
export const QuestionSheet = ({
  question,
  earlier,
  standardAsked = true,
  onDone,
  onDelete,
  onClose,
}: QuestionSheetProps) => {
  const [words, setWords] = useState(question.words)
  const [plain, setPlain] = useState(question.plainWords ?? '')
  const [type, setType] = useState(question.type)
  const [typed, setTyped] = useState((question.options ?? []).map(option => option.words).join('\n'))
  const [ground, setGround] = useState(question.onlyIf?.question ?? always)
  const [answers, setAnswers] = useState<readonly (boolean | number | string)[]>(question.onlyIf?.is ?? [])
  const [tried, setTried] = useState(false)
  const grounds = groundsFor(earlier, standardAsked)
  const chosen = grounds.find(({ id }) => id === ground)
  const choosing = type === 'choice' || type === 'choices'
  const options = optionsOf(typed, question.options)
  const missing = words.trim() === '' ? '请写下要问什么' : undefined
  const tooFew = choosing && options.length < 2 ? '请写至少两个选项，一行一个' : undefined
  const tooLong = options.some(option => option.words.length > limits.name)
    ? `每个选项最多 ${limits.name} 个字`
    : options.length > limits.surveyOptions
      ? `最多 ${limits.surveyOptions} 个选项`
      : undefined
  const unsaid = chosen && answers.length === 0 ? '请选怎么答时才问' : undefined
  const done = () => {
    setTried(true)
    if (missing || (choosing && (tooFew ?? tooLong)) || unsaid) return
    onDone({
      id: question.id,
      type,
      words: words.trim(),
      ...(plain.trim() === '' ? {} : { plainWords: plain.trim() }),
      ...(choosing ? { options } : {}),
      ...(chosen ? { onlyIf: { question: chosen.id, is: answers } } : {}),
    })
  }
  return (
    <Sheet
      id="question-sheet"
      title={onDelete ? '修改题目' : '新题目'}
      onClose={onClose}
      actions={<EditActions id="question" onDone={done} onDelete={onDelete} />}
    >
      <TextField
        id="question-words"
        label="问什么"
        value={words}
        onChange={setWords}
        max={limits.shortText}
        error={tried ? missing : undefined}
        placeholder={standardAsked ? '例如：师傅收拾得干净吗？' : '例如：楼道干净吗？'}
      />
      <TextField
        id="question-plain"
        label="大字版里怎么问（选填，越短越好）"
        value={plain}
        onChange={setPlain}
        max={limits.shortText}
        placeholder={standardAsked ? '例如：收拾干净了吗？' : '例如：楼道干净吗？'}
      />
      <Text className="manage-field-label">怎么答</Text>
      <Choices choices={types} chosen={[type]} onChoose={setType} label="怎么答" idStart="question-type" />
      {choosing && (
        <TextField
          id="question-options"
          label="选项，一行一个"
          multiline
          value={typed}
          onChange={setTyped}
          max={1000}
          error={tooLong ?? (tried ? tooFew : undefined)}
        />
      )}
      <PickField
        id="question-ground"
        label="什么时候问"
        options={[{ id: always, word: '都问' }, ...grounds.map(({ id, word }) => ({ id, word: `看“${word}”怎么答` }))]}
        value={ground}
        onChange={next => {
          setGround(next)
          setAnswers([])
        }}
      />
      {chosen && (
        <>
          <Text className="manage-field-label">答这些的时候才问</Text>
          <Choices
            several
            choices={chosen.answers.map(({ id, word }) => ({ id, word }))}
            chosen={chosen.answers.filter(({ value }) => answers.includes(value)).map(({ id }) => id)}
            onChoose={id => {
              const answer = chosen.answers.find(one => one.id === id)
              if (answer) setAnswers(toggled(answers, answer.value))
            }}
            label="答这些的时候才问"
            idStart="question-answer"
          />
          {tried && unsaid && <Text className="manage-hint">{unsaid}</Text>}
        </>
      )}
    </Sheet>
  )
}
