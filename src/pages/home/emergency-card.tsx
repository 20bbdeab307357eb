import { View } from '@tarojs/components'
import { HelpCall } from '@/shell/help-call'
import type { CenterPhones } from '@/data/session/answering'

interface EmergencyCardProps {
  phones: CenterPhones
  /** Whose numbers they are, where several could be meant. */
  estate?: string
}

/** Asks to report danger by phone instead of by a form (L-HOME-1). */
export const EmergencyCard = ({ phones, estate }: EmergencyCardProps) => (
  <View className="home-emergency">
    <HelpCall
      id="home-emergency"
      urgent
      phones={phones}
      title={`${estate === undefined ? '' : `${estate}：`}漏水漏电、有人被困、闻到燃气味？`}
      text="请先打电话，我们马上到"
    />
  </View>
)
