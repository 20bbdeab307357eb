import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/ui/choices'
import { PrimaryButton } from '@/ui/primary-button'
import { SearchField } from '@/ui/search-field'
import { limits } from '../../../types/limits'
import { byReadiness, candidateWords, peopleOf } from '../words/candidates'
import { useCandidates } from '../hooks/use-candidates'

interface PersonFieldProps {
  id: string
  ticketId: string
  value: string | undefined
  onChange: (personId: string | undefined) => void
  /** Only people of this department. */
  departmentId?: string
  label: string
  /** Word for leaving it open; without it somebody has to be chosen. */
  nobody?: string
}

/** So many are looked through at a glance; beyond that one searches. */
const shownAtMost = 8
const nobodyId = 'nobody'

/** People with their load, the readiest first. */
export const PersonField = ({ id, ticketId, value, onChange, departmentId, label, nobody }: PersonFieldProps) => {
  const { value: candidates, error, reload } = useCandidates(ticketId)
  const [typed, setTyped] = useState('')
  if (!candidates) {
    return error === null ? (
      <Text>正在读取人员…</Text>
    ) : (
      <PrimaryButton kind="plain" onClick={reload}>
        人员没有读到，点按再试
      </PrimaryButton>
    )
  }
  const people = byReadiness(peopleOf(candidates.people, departmentId))
  const matching = people.filter(({ name }) => name.includes(typed.trim()))
  const shown = matching.slice(0, shownAtMost)
  const chosenElsewhere = people.find(person => person.id === value && !shown.includes(person))
  const rows = [...(chosenElsewhere ? [chosenElsewhere] : []), ...shown].map(person => ({
    id: person.id,
    word: person.name,
    hint: candidateWords(person),
  }))
  return (
    <>
      {people.length > shownAtMost && (
        <SearchField id={`${id}-search`} label="搜索姓名" value={typed} onChange={setTyped} max={limits.name} />
      )}
      <Choices
        choices={nobody === undefined ? rows : [{ id: nobodyId, word: nobody }, ...rows]}
        chosen={[value ?? nobodyId]}
        onChoose={chosen => onChange(chosen === nobodyId ? undefined : chosen)}
        label={label}
        form="rows"
        idStart={id}
      />
      {people.length === 0 && nobody === undefined && <Text>没有可以选择的人员</Text>}
      {matching.length > shown.length && <Text>还有 {matching.length - shown.length} 位，请输入姓名查找</Text>}
    </>
  )
}
