import { Text, View } from '@tarojs/components'
import { createContext, useContext } from 'react'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { inOrder, problemsAt, type Problem } from '../format/problems'
import './problem-notes.scss'

/** Whether the problems shown below are being checked again: they stay in sight until the answer is there. */
export const Rechecking = createContext(false)

interface ProblemNotesProps {
  problems: readonly Problem[]
  /** Only what lies here: `routing.3`. Left out: all of them. */
  at?: string
}

/** What is wrong at one place, or worth knowing there, said at that very place. */
export const ProblemNotes = ({ problems, at }: ProblemNotesProps) => {
  const rechecking = useContext(Rechecking)
  const here = inOrder(at === undefined ? problems : problemsAt(problems, at))
  if (here.length === 0) return null
  return (
    <View className={`problem-notes ${rechecking ? 'problem-notes-rechecking' : ''}`} {...a11y({ busy: rechecking })}>
      {here.map(({ path, message, blocking }) => (
        <View
          key={`${path}:${message}`}
          className={`problem-note ${blocking ? 'problem-blocking' : ''}`}
          {...a11y({ role: 'status' })}
        >
          <Icon name={blocking ? 'late' : 'info'} />
          <Text className="problem-words">
            {blocking ? '' : '提示：'}
            {message}
          </Text>
        </View>
      ))}
    </View>
  )
}
