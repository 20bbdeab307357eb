import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from './a11y'
import { Icon, type IconName } from './icon'
import './choices.scss'

export interface Choice<Id extends string> {
  id: Id
  word: string
  icon?: IconName
  /** A second, smaller line. */
  hint?: string
}

interface ChoicesProps<Id extends string> {
  choices: readonly Choice<Id>[]
  chosen: readonly Id[]
  onChoose: (id: Id) => void
  /** What is chosen here, for people who listen. */
  label: string
  /** Words in a row, tiles with a drawing, or one below the other. */
  form?: 'chips' | 'tiles' | 'rows'
  /** Several may be chosen. */
  several?: boolean
  /** Shows so many and a way to the others; what is chosen always stays in sight. */
  most?: number
  /** Each choice has the id `<idStart>-<its id>`. */
  idStart: string
}

/** One or several of a few; what is chosen has a tick as well as a colour. */
export const Choices = <Id extends string>({
  choices,
  chosen,
  onChoose,
  label,
  form = 'chips',
  several = false,
  most = Infinity,
  idStart,
}: ChoicesProps<Id>) => {
  const [whole, setWhole] = useState(false)
  const shown = whole ? choices : choices.filter(({ id }, index) => index < most || chosen.includes(id))
  return (
    <View className={`choices choices-${form}`} {...a11y({ role: several ? 'group' : 'radiogroup', label })}>
      {shown.map(({ id, word, icon, hint }) => {
        const on = chosen.includes(id)
        return (
          <View
            key={id}
            id={`${idStart}-${id}`}
            className={`choice tappable ${on ? 'choice-on' : ''}`}
            {...a11y({ role: several ? 'checkbox' : 'radio', checked: on, label: hint ? `${word}，${hint}` : word })}
            onClick={() => onChoose(id)}
          >
            {icon && <Icon name={icon} className="choice-icon" />}
            <View className="choice-words">
              <Text className="choice-word">{word}</Text>
              {hint && <Text className="choice-hint">{hint}</Text>}
            </View>
            {on && <Icon name="check" className="choice-tick" />}
          </View>
        )
      })}
      {shown.length < choices.length && (
        <View
          id={`${idStart}-more`}
          className="choice choice-more tappable"
          {...a11y({ role: 'button' })}
          onClick={() => setWhole(true)}
        >
          <Text>还有 {choices.length - shown.length} 项</Text>
          <Icon name="down" />
        </View>
      )}
    </View>
  )
}
