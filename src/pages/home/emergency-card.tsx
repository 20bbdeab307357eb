import { View } from '@tarojs/components'
import { CallCard } from '@/ui/call-card'

/** Asks to report danger by phone instead of by a form (L-HOME-1). */
export const EmergencyCard = ({ hotline, nightPhone }: { hotline: string; nightPhone: string }) => (
  <View className="home-emergency">
    <CallCard
      id="home-emergency"
      urgent
      title="漏水漏电、有人被困、闻到燃气味？"
      text="请先打电话，我们马上到"
      phones={[
        { word: '服务热线', phone: hotline },
        { word: '夜间值班', phone: nightPhone },
      ]}
    />
  </View>
)
