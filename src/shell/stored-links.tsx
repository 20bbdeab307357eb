import { Text } from '@tarojs/components'
import { keyOf, type StoredWrite } from '@/data/send/outbox'
import { outbox } from '@/data/send/stored-writes'
import { takeBack } from '@/data/send/take-back'
import { a11y } from '@/ui/a11y'
import { say } from './feedback'
import { ask } from './question'
import './stored-links.scss'

const sending = '正在发送，请稍等'

const drop = async (write: StoredWrite) => {
  const sure = await ask({
    title: '不再发送？',
    text: '写的内容和照片会从手机上删掉',
    confirm: '不再发送',
    cancel: '留着',
  })
  if (sure && !outbox.remove(keyOf(write))) say(sending)
}

const change = (write: StoredWrite) => {
  const outcome = takeBack(write)
  if (outcome === 'sending') say(sending)
  if (outcome === 'occupied') say('同一张表单里还有没写完的内容，请先提交或删掉那一份')
}

/** What can be done about something that waits on this phone, or that was not taken. */
export const StoredLinks = ({ write }: { write: StoredWrite }) => (
  <>
    {write.draft && (
      <Text className="stored-link tappable" {...a11y({ role: 'button' })} onClick={() => change(write)}>
        {write.refusal === null ? '改一改' : '看看我写的'}
      </Text>
    )}
    <Text className="stored-link tappable" {...a11y({ role: 'button' })} onClick={() => void drop(write)}>
      不再发送
    </Text>
  </>
)
