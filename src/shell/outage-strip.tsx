import { Text, View } from '@tarojs/components'
import { online, service } from '@/data/device/network'
import { useObserved } from '@/data/device/use-observed'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'

const words = {
  offline: '网络断开了，草稿和看过的内容仍可查看',
  silent: '暂时连不上服务，看过的内容仍可查看',
  slow: '网络有点慢，请稍等',
} as const

/** What stands in the way just now, in words: no network, a service that does not answer, or a slow one. */
export const OutageStrip = () => {
  const connected = useObserved(online)
  const answering = useObserved(service)
  const outage = connected ? answering : 'offline'
  if (outage === 'answers') return null
  return (
    <View className="page-offline" {...a11y({ role: 'status', live: 'polite' })}>
      <Icon name="offline" />
      <Text>{words[outage]}</Text>
    </View>
  )
}
