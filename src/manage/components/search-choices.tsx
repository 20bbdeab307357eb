import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/ui/choices'
import { SearchField } from '@/ui/search-field'
import { limits } from '../../../types/limits'

interface SearchChoicesProps {
  id: string
  label: string
  /** `also`: found by these words too. */
  options: readonly { id: string; word: string; hint?: string; also?: string }[]
  chosen: readonly string[]
  onChoose: (id: string) => void
  several?: boolean
}

/** So many are looked through at a glance, one below the other or side by side; beyond that one searches. */
const shownAtMost = { rows: 8, chips: 24 }

/** One or several of many; what is chosen always stays in sight. */
export const SearchChoices = ({ id, label, options, chosen, onChoose, several = false }: SearchChoicesProps) => {
  const [typed, setTyped] = useState('')
  const form = options.some(({ hint }) => hint) ? ('rows' as const) : ('chips' as const)
  const most = shownAtMost[form]
  const matching = options.filter(({ word, hint = '', also = '' }) => `${word}${hint}${also}`.includes(typed.trim()))
  const shown = matching.slice(0, most)
  const elsewhere = options.filter(option => chosen.includes(option.id) && !shown.includes(option))
  return (
    <View className="search-choices">
      {options.length > most && (
        <SearchField id={`${id}-search`} label={`搜索${label}`} value={typed} onChange={setTyped} max={limits.name} />
      )}
      <Choices
        choices={[...elsewhere, ...shown]}
        chosen={chosen}
        onChoose={onChoose}
        label={label}
        several={several}
        form={form}
        idStart={id}
      />
      {options.length === 0 && <Text className="manage-hint">这里没有可以选择的</Text>}
      {matching.length > shown.length && (
        <Text className="manage-hint">还有 {matching.length - shown.length} 项，请输入名称查找</Text>
      )}
    </View>
  )
}
