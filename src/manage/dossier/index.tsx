import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { queryText } from '@/data/session/query-text'
import { useAccount } from '@/data/session/use-account'
import { ReadingStates } from '@/shell/reading-states'
import { PhotoGrid } from '@/ticket/media/photo-grid'
import { TimelineMedia } from '@/ticket/timeline/timeline-media'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { FactList } from '@/ui/fact-list'
import { Section } from '@/ui/section'
import { exactText } from '@/ui/words/time'
import type { TimelineEntry } from '../../../types/contract/ticket-views'
import { ManagePage } from '../components/manage-page'
import { PrintButton } from '../components/print-button'
import { dossierParts, entryWho } from '../format/dossier'
import { type Dossier, useDossier } from '../hooks/use-dossier'
import './index.scss'

const Entry = ({ entry }: { entry: TimelineEntry }) => (
  <View className="dossier-entry" {...a11y({ role: 'listitem' })}>
    <Text className="dossier-when">
      {exactText(entry.at)} · {entryWho(entry)}
    </Text>
    <Text className="dossier-title">{entry.title}</Text>
    {entry.text && (
      <Text className="dossier-text" userSelect>
        {entry.text}
      </Text>
    )}
    {entry.media.length > 0 && <TimelineMedia media={entry.media} />}
  </View>
)

const Whole = ({ dossier: { ticket, entries } }: { dossier: Dossier }) => {
  const photos = [...ticket.photos.before, ...ticket.photos.after].filter(({ kind }) => kind === 'image')
  return (
    <>
      <View className="dossier-print print-hidden">
        <PrintButton />
      </View>
      {dossierParts(ticket).map(({ id, title, facts }) => (
        <Section key={id} title={title} id={`dossier-${id}`}>
          <FactList facts={facts} />
        </Section>
      ))}
      {photos.length > 0 && (
        <Section title="照片" id="dossier-photos">
          <PhotoGrid photos={photos} label="处理前后的照片" />
        </Section>
      )}
      <Section title={`全部经过（${entries.length} 条）`} id="dossier-history">
        <View {...a11y({ role: 'list', label: '全部经过' })}>
          {entries.map(entry => (
            <Entry key={entry.seq} entry={entry} />
          ))}
        </View>
      </Section>
    </>
  )
}

/** The dossier of a hot or major matter, to be read and printed: all that is known of it on one page (D-SP-3, D-AR-1). */
export default function ManageDossierPage() {
  useAccount()
  const ticketId = queryText(useRouter().params['ticketId']) ?? ''
  const reading = useDossier(ticketId)
  usePullDownRefresh(() => void reading.reload().finally(() => Taro.stopPullDownRefresh()))
  return (
    <ManagePage title="专卷">
      {ticketId === '' ? (
        <EmptyState drawing="search" title="没有找到这件事" text="请从工单或特别事项里打开专卷" />
      ) : (
        <ReadingStates reading={reading}>
          {dossier =>
            dossier.ticket.severity === 'ordinary' ? (
              <EmptyState title="这件事没有专卷" text="判定为热点或重大之后，才有专卷" />
            ) : (
              <Whole dossier={dossier} />
            )
          }
        </ReadingStates>
      )}
    </ManagePage>
  )
}
