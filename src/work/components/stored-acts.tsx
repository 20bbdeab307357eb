import { keyOf, type StoredAct } from '@/data/send/outbox'
import { StoredLinks } from '@/shell/stored-links'
import { Banner } from '@/ui/banner'
import { StatusTag } from '@/ui/status-tag'
import { storedWord } from '@/data/send/stored-word'

const isRefused = ({ refusal }: StoredAct): boolean => refusal !== null

/** What waits on this phone to be sent for a ticket, and what the server did not take of it, with the way on (D-HD-10). */
export const StoredActs = ({ stored }: { stored: readonly StoredAct[] }) => {
  const waiting = stored.filter(write => !isRefused(write))
  return (
    <>
      {waiting.length > 0 && (
        <Banner
          id="stored-waiting"
          meaning="info"
          icon="offline"
          title={`${waiting.map(({ word }) => word).join('、')}：${storedWord}`}
        />
      )}
      {stored.filter(isRefused).map(write => (
        <Banner
          key={keyOf(write)}
          id="stored-refused"
          meaning="late"
          icon="info"
          title={`“${write.word}”没有提交成功`}
          text={write.refusal}
        >
          <StoredLinks write={write} />
        </Banner>
      ))}
    </>
  )
}

/** The same in a list, in one word. */
export const StoredMark = ({ stored }: { stored: readonly StoredAct[] }) => {
  const refused = stored.find(isRefused)
  return refused ? (
    <StatusTag word={`${refused.word}没有成功`} meaning="late" icon="info" />
  ) : (
    <StatusTag word={`已存：${stored.map(({ word }) => word).join('、')}`} meaning="info" icon="offline" />
  )
}
