import { View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import './interval-bar.scss'

interface IntervalBarProps {
  share: number | null
  low: number | null
  high: number | null
  /** Whether there are enough answers to compare. */
  enough: boolean
}

/** From 0 to 100 %: where the true share is likely to lie, and the share itself. Said in words beside it. */
export const IntervalBar = ({ share, low, high, enough }: IntervalBarProps) => (
  <View className="interval" {...a11y({ hidden: true })}>
    {share !== null && low !== null && high !== null && (
      <>
        <View
          className={`interval-range ${enough ? '' : 'interval-few'}`}
          style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }}
        />
        {enough && <View className="interval-share" style={{ left: `${share * 100}%` }} />}
      </>
    )}
  </View>
)
