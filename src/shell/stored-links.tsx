import { Text } from '@tarojs/components'
import { keyOf, type StoredWrite } from '@/data/send/outbox'
import { outbox } from '@/data/send/stored-writes'
import { takeBack } from '@/data/send/take-back'
import { a11y } from '@/ui/a11y'
import { ask } from './question'
import './stored-links.scss'

const drop = async (write: StoredWrite) => {
  const sure = await ask({
    title: '不再发送？',
    text: '写的内容和照片会从手机上删掉',
    confirm: '不再发送',
    cancel: '留着',
  })
  if (sure) outbox.remove(keyOf(write))
}

/** What can be done about something that waits on this phone, or that was not taken. */
export const StoredLinks = ({ write }: { write: StoredWrite }) => (
  <>
    {write.draft && (
      <Text className="stored-link tappable" {...a11y({ role: 'button' })} onClick={() => takeBack(write)}>
        {write.refusal === null ? '改一改' : '看看我写的'}
      </Text>
    )}
    <Text className="stored-link tappable" {...a11y({ role: 'button' })} onClick={() => void drop(write)}>
      不再发送
    </Text>
  </>
)
