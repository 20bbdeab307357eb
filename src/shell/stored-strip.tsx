import { Text, View } from '@tarojs/components'
import { useStoredWrites } from '@/data/send/use-stored-writes'
import { currentRoute, open } from '@/data/session/navigation'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'

const page = 'pages/stored/index'

/** On every page: how much of what was written here has not been sent, and the way there. */
export const StoredStrip = () => {
  const writes = useStoredWrites()
  const refused = writes.filter(({ refusal }) => refusal !== null).length
  if (writes.length === 0 || currentRoute() === page) return null
  const words = refused > 0 ? `${refused} 件没有提交成功，点这里看看` : `${writes.length} 件待发送，联网后自动发送`
  return (
    <View
      id="stored-strip"
      className={`page-stored tappable ${refused > 0 ? 'page-stored-refused' : ''}`}
      {...a11y({ role: 'button', live: 'polite' })}
      onClick={() => open(page)}
    >
      <Icon name={refused > 0 ? 'info' : 'clock'} />
      <Text className="page-stored-words">{words}</Text>
      <Icon name="forward" />
    </View>
  )
}
