import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/ui/choices'
import { SearchField } from '@/ui/search-field'
import { limits } from '../../../types/limits'
import { openStates } from '../../../types/vocabulary'
import { useTicketList } from '../hooks/use-ticket-list'

interface TicketFieldProps {
  id: string
  /** Not offered: the ticket itself. */
  ticketId: string
  /** Offered first: those of the same category. */
  category: string
  value: string | undefined
  onChange: (ticketId: string) => void
  label: string
}

/** Another open ticket of the center, by number, place or words. */
export const TicketField = ({ id, ticketId, category, value, onChange, label }: TicketFieldProps) => {
  const [typed, setTyped] = useState('')
  const search = typed.trim()
  const { items, error } = useTicketList({
    scope: 'center',
    states: [...openStates],
    ...(search === '' ? { category } : { text: search }),
  })
  const offered = (items ?? []).filter(item => item.ticketId !== ticketId)
  return (
    <View>
      <SearchField
        id={`${id}-search`}
        label="搜索工单"
        value={typed}
        onChange={setTyped}
        max={limits.shortText}
        placeholder="编号、位置或内容"
      />
      <Choices
        choices={offered.map(item => ({
          id: item.ticketId,
          word: `${item.place} · ${item.categoryName}`,
          hint: `${item.number} · ${item.text}`,
        }))}
        chosen={value === undefined ? [] : [value]}
        onChoose={onChange}
        label={label}
        form="rows"
        idStart={id}
      />
      {items !== null && offered.length === 0 && <Text>没有找到，请换个词搜索</Text>}
      {items === null && <Text>{error === null ? '正在查找…' : '没有查到，请检查网络后再试'}</Text>}
    </View>
  )
}
