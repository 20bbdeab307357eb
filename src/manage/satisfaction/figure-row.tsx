import { Text, View } from '@tarojs/components'
import { sampleWords, shareWords, type Satisfaction } from '../format/figures'
import { IntervalBar } from '../components/interval-bar'

type Row = Satisfaction['rows'][number]

/** One center, department, person …: the share, its range, and how many it rests on. */
export const FigureRow = ({ row }: { row: Row }) => {
  const { name, rank, enough } = row
  return (
    <View className="figure-row">
      <View className="figure-row-words">
        <Text className="figure-row-name">{rank === null ? name : `${rank}. ${name}`}</Text>
        <Text className={enough ? 'figure-row-share' : 'figure-row-few'}>{shareWords(row)}</Text>
      </View>
      <IntervalBar {...row} />
      <Text className="figure-row-sample">{sampleWords(row)}</Text>
    </View>
  )
}
