import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '../../../types/limits'
import { call } from '@/data/call/client'
import { useReading } from '@/data/read/use-reading'
import { useSettled } from '@/data/read/use-settled'
import { Choices } from '@/ui/choices'
import { SearchField } from '@/ui/search-field'
import './residence.scss'

export interface FoundRoom {
  placeId: string
  name: string
}

interface RoomFinderProps {
  centerId: string
  chosen: FoundRoom | null
  onChoose: (room: FoundRoom | null) => void
}

/** Typing stops for so long before it is looked for, ms. */
const settledMs = 400

/** A room of a center by parts of its name: 「3栋 1201」. */
export const RoomFinder = ({ centerId, chosen, onChoose }: RoomFinderProps) => {
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim(), settledMs)
  const { value, error } = useReading({
    name: `residence:rooms:${centerId}`,
    key: text,
    load: (key, signal) =>
      call('organisation', 'findRooms', { centerId, text: key }, { retries: 1, signal }).then(({ rooms }) => rooms),
    keep: false,
    enabled: text !== '',
  })
  const found = value ?? []
  const shown = chosen && !found.some(({ placeId }) => placeId === chosen.placeId) ? [chosen, ...found] : found
  return (
    <View className="residence-stack">
      <SearchField
        id="room-search"
        label="楼栋和房号"
        placeholder="如 3栋 1201"
        max={limits.shortText}
        value={typed}
        onChange={words => {
          setTyped(words)
          onChoose(null)
        }}
      />
      {shown.length > 0 && (
        <Choices
          label="房号"
          idStart="room"
          form="rows"
          most={6}
          choices={shown.map(({ placeId, name }) => ({ id: placeId, word: name }))}
          chosen={chosen ? [chosen.placeId] : []}
          onChoose={id => onChoose(shown.find(({ placeId }) => placeId === id) ?? null)}
        />
      )}
      {text !== '' && value !== null && shown.length === 0 && (
        <Text className="residence-hint">没有找到这个房号，请换个写法，或打电话给服务中心</Text>
      )}
      {error !== null && <Text className="residence-hint">暂时找不了，请稍后再试</Text>}
    </View>
  )
}
