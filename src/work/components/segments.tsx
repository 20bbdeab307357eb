import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import './segments.scss'

export interface Segment<Id extends string> {
  id: Id
  word: string
  /** Null: not known yet. */
  count: number | null
  /** These should be dealt with first. */
  late?: boolean
}

interface SegmentsProps<Id extends string> {
  segments: readonly Segment<Id>[]
  active: Id
  onChoose: (id: Id) => void
  label: string
}

/** Parts of a list with how many wait in each; each has the id `segment-<its id>`. */
export const Segments = <Id extends string>({ segments, active, onChoose, label }: SegmentsProps<Id>) => (
  <View className="segments" {...a11y({ role: 'tablist', label })}>
    {segments.map(({ id, word, count, late }) => (
      <View
        key={id}
        id={`segment-${id}`}
        className={`segment tappable ${id === active ? 'segment-active' : ''}`}
        {...a11y({ role: 'tab', selected: id === active, label: count === null ? word : `${word}，${count} 张` })}
        onClick={() => onChoose(id)}
      >
        <Text className="segment-word">{word}</Text>
        <Text className={`segment-count ${late && count ? 'segment-count-late' : ''}`}>
          {count === null ? '–' : count > 999 ? '999+' : count}
        </Text>
      </View>
    ))}
  </View>
)
