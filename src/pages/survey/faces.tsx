import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon, type IconName } from '@/ui/icon'
import { useAppearance } from '@/shell/use-appearance'

const faces: readonly { value: number; word: string; icon: IconName }[] = [
  { value: 5, word: '非常满意', icon: 'face5' },
  { value: 4, word: '满意', icon: 'face4' },
  { value: 3, word: '一般', icon: 'face3' },
  { value: 2, word: '不满意', icon: 'face2' },
  { value: 1, word: '很不满意', icon: 'face1' },
]

const threeFaces: typeof faces = [
  { value: 5, word: '满意', icon: 'face4' },
  { value: 3, word: '一般', icon: 'face3' },
  { value: 1, word: '不满意', icon: 'face2' },
]

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
      {shown.map(face => {
        const on = face.value === value
        return (
          <View
            key={face.value}
            id={`${name}-${face.value}`}
            className={`face tappable ${on ? 'face-on' : ''}`}
            {...a11y({ role: 'radio', checked: on, label: face.word })}
            onClick={() => onChoose(face.value)}
          >
            <Icon name={face.icon} className="face-icon" />
            <Text className="face-word">{face.word}</Text>
            {on && <Icon name="check" />}
          </View>
        )
      })}
    </View>
  )
}
