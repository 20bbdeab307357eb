import { Text } from '@tarojs/components'
import { keyOf, type StoredWrite } from '@/data/send/outbox'
import { storedWord } from '@/data/send/stored-word'
import { useStoredWrites } from '@/data/send/use-stored-writes'
import { serverClock } from '@/data/call/server-clock'
import { useRole } from '@/data/session/use-role'
import { back } from '@/data/session/navigation'
import { Page } from '@/shell/page'
import { StoredLinks } from '@/shell/stored-links'
import { frontPageOf } from '@/shell/tabs'
import { Banner } from '@/ui/banner'
import { EmptyState } from '@/ui/empty-state'
import { instantText } from '@/ui/words/time'
import './index.scss'

/** What was written, as far as it is words. */
const wordsOf = ({ request }: StoredWrite): string | null => {
  if ('text' in request && request.text) return request.text
  return 'summary' in request ? request.summary : null
}

const filesOf = ({ media }: StoredWrite): string | null => (media.length > 0 ? `照片或录音 ${media.length} 个` : null)

const StoredItem = ({ write, now }: { write: StoredWrite; now: number }) => {
  const facts = [`${instantText(write.at, now)} 写的`, filesOf(write), wordsOf(write)].filter(fact => fact !== null)
  return (
    <Banner
      meaning={write.refusal === null ? 'calm' : 'late'}
      icon={write.refusal === null ? 'clock' : 'info'}
      title={`${write.word} · ${write.about}`}
      text={[write.refusal ?? storedWord, ...facts].join('\n')}
    >
      <StoredLinks write={write} />
    </Banner>
  )
}

/** Everything written on this phone that the server does not have yet, in the order in which it is sent (D-HD-10, D-IN-5). */
export default function StoredPage() {
  const writes = useStoredWrites()
  const front = frontPageOf(useRole())
  return (
    <Page title="待发送">
      {writes.length === 0 ? (
        <EmptyState
          title="都发出去了"
          text="没有网络时写的内容会在这里等着"
          action={{ word: '返回', onClick: () => back(front) }}
        />
      ) : (
        <>
          {writes.some(({ refusal }) => refusal === null) && (
            <Text className="stored-lead">按先后顺序发送，不用再操作</Text>
          )}
          {writes.map(write => (
            <StoredItem key={keyOf(write)} write={write} now={serverClock.now()} />
          ))}
        </>
      )}
    </Page>
  )
}
