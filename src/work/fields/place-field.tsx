import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/ui/choices'
import { PrimaryButton } from '@/ui/primary-button'
import { TextField } from '@/ui/text-field'
import { limits } from '../../../types/limits'
import { useFoundPlaces } from './use-found-places'
import './place-field.scss'

interface PlaceFieldProps {
  id: string
  placeId: string | null
  /** Where it is, in words, when no place of the list fits; of a place that came from elsewhere, its name. */
  placeText: string
  onChange: (place: { placeId: string | null; placeText: string }) => void
  error?: string
}

/** Type 「3-1201」 and take what is found, or leave the words as they are. */
export const PlaceField = ({ id, placeId, placeText, onChange, error }: PlaceFieldProps) => {
  const { found, names, searching } = useFoundPlaces(placeText)
  const [changing, setChanging] = useState(false)
  if (placeId !== null && !changing) {
    return (
      <View className="place-chosen" id={id}>
        <Text className="place-chosen-name">{names.get(placeId) ?? (placeText || '已选的位置')}</Text>
        <PrimaryButton
          kind="plain"
          onClick={() => {
            setChanging(true)
            onChange({ placeId: null, placeText: '' })
          }}
        >
          更改
        </PrimaryButton>
      </View>
    )
  }
  return (
    <View id={id}>
      <TextField
        id={`${id}-text`}
        label="房号或公共位置"
        value={placeText}
        onChange={text => onChange({ placeId: null, placeText: text })}
        max={limits.shortText}
        placeholder="例如：3-1201、2栋电梯、地下车库"
        error={error}
      />
      {found.length > 0 && (
        <Choices
          choices={found.map(place => ({ id: place.placeId, word: names.get(place.placeId) ?? place.name }))}
          chosen={[]}
          onChoose={chosen => {
            setChanging(false)
            onChange({ placeId: chosen, placeText: '' })
          }}
          label="找到的位置"
          idStart={`${id}-found`}
        />
      )}
      {placeText.trim() !== '' && found.length === 0 && !searching && (
        <Text className="place-hint">没有找到，会按这段文字记录</Text>
      )}
    </View>
  )
}
