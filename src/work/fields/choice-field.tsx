import type { PropsWithChildren } from 'react'
import { Choices } from '@/ui/choices'
import { FieldShell } from '@/ui/field-shell'
import { keysOf } from '../../../types/vocabulary'

interface ChoiceFieldProps<Id extends string> {
  id: string
  label: string
  /** What can be chosen, with its words. */
  labels: Readonly<Record<Id, string>>
  /** null: nothing yet. */
  chosen: Id | null
  onChoose: (chosen: Id) => void
  /** Each choice has the id `<idStart>-<its id>`. */
  idStart: string
  optional?: boolean
  error?: string
}

/** One of a few words, with its label above and what is wrong with it, or what is proposed, below. */
export const ChoiceField = <Id extends string>({
  id,
  label,
  labels,
  chosen,
  onChoose,
  idStart,
  optional,
  error,
  children,
}: PropsWithChildren<ChoiceFieldProps<Id>>) => (
  <FieldShell label={label} optional={optional} error={error} id={id}>
    <Choices
      choices={keysOf(labels).map(one => ({ id: one, word: labels[one] }))}
      chosen={chosen === null ? [] : [chosen]}
      onChoose={onChoose}
      label={label}
      idStart={idStart}
    />
    {children}
  </FieldShell>
)
