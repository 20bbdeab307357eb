import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Banner } from '@/ui/banner'
import { ItemList } from '@/ui/item-list'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { faultPlace, importWords } from '../format/import'
import type { Tried } from './use-import'

/** As many as one list of the page may hold. */
const atOnce = 50

interface TriedSheetProps {
  tried: Tried
  busy: boolean
  onWrite: () => void
}

/** What a spreadsheet would do, cell by cell what is wrong with it, or what it has done. */
export const TriedSheet = ({ tried: { fileName, imported }, busy, onWrite }: TriedSheetProps) => {
  const [shown, setShown] = useState(atOnce)
  const { faults, moreFaults, counts, written } = imported
  if (written)
    return <Banner id="import-written" meaning="done" icon="done" title="已写入" text={importWords(counts)} />
  if (faults.length > 0) {
    // Past the first list further ones take its place, so that a page never holds more.
    const from = shown - atOnce
    const left = faults.length - Math.min(shown, faults.length)
    return (
      <>
        <Banner
          id="import-faults"
          meaning="late"
          icon="late"
          title={`有 ${faults.length + moreFaults} 处要改，还没有写入`}
          text="请在表格里改好，再选一次"
        />
        <Section title={fileName}>
          <ItemList label="要改的地方">
            {faults.slice(from, shown).map(fault => (
              <View key={`${fault.sheet}:${fault.row}:${fault.column}:${fault.message}`} className="import-fault">
                <Text className="import-fault-place">{faultPlace(fault)}</Text>
                <Text>{fault.message}</Text>
              </View>
            ))}
          </ItemList>
          {from > 0 && (
            <PrimaryButton id="faults-before" kind="plain" onClick={() => setShown(from)}>
              看前面的
            </PrimaryButton>
          )}
          {left > 0 && (
            <PrimaryButton id="faults-more" kind="plain" onClick={() => setShown(shown + atOnce)}>
              还有 {left} 处
            </PrimaryButton>
          )}
          {left === 0 && moreFaults > 0 && <Text className="manage-hint">另外还有 {moreFaults} 处，改好这些再看</Text>}
        </Section>
      </>
    )
  }
  const nothing = counts.added + counts.changed === 0
  return (
    <>
      <Banner
        id="import-ready"
        meaning={nothing ? 'info' : 'done'}
        icon={nothing ? 'info' : 'check'}
        title={nothing ? '和现在一样，没有要写入的' : '检查过了，没有问题，还没有写入'}
        text={`${fileName}：${importWords(counts)}`}
      />
      {!nothing && (
        <Section bare>
          <PrimaryButton id="import-write" busy={busy} onClick={onWrite}>
            确认写入
          </PrimaryButton>
        </Section>
      )}
    </>
  )
}
