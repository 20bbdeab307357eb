import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon, type IconName } from '@/ui/icon'
import { useAppearance } from '@/shell/use-appearance'
import { type Rating, ratingLabels } from '../../../types/vocabulary'

const icons: Readonly<Record<Rating, IconName>> = { 5: 'face5', 4: 'face4', 3: 'face3', 2: 'face2', 1: 'face1' }
const faces = [5, 4, 3, 2, 1] as const
/** 满意, 一般, 不满意: the same words for the same answers as among five, so that everybody is quoted as they tapped. */
const threeFaces = [4, 3, 2] as const

interface FacesProps {
  /** Start of the ids: `<name>-5` … `<name>-1`. */
  name: string
  label: string
  value: number | null
  onChoose: (value: number) => void
}

/** Five faces with words, one below the other within a thumb's reach; in the elder view three (L-TOK-1). */
export const Faces = ({ name, label, value, onChoose }: FacesProps) => {
  const { elder } = useAppearance()
  const shown = elder ? threeFaces : faces
  return (
    <View className="faces" {...a11y({ role: 'radiogroup', label })}>
      {shown.map(rating => {
        const on = rating === value
        const word = ratingLabels[rating]
        return (
          <View
            key={rating}
            id={`${name}-${rating}`}
            className={`face tappable ${on ? 'face-on' : ''}`}
            {...a11y({ role: 'radio', checked: on, label: word })}
            onClick={() => onChoose(rating)}
          >
            <Icon name={icons[rating]} className="face-icon" />
            <Text className="face-word">{word}</Text>
            {on && <Icon name="check" />}
          </View>
        )
      })}
    </View>
  )
}
