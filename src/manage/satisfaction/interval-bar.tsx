import { View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import type { Figures } from '../format/figures'
import './interval-bar.scss'

/** From 0 to 100 %: where the true share is likely to lie, and the share itself. Said in words beside it. */
export const IntervalBar = ({ share, low, high, enough }: Pick<Figures, 'share' | 'low' | 'high' | 'enough'>) => (
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
