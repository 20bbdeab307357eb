import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/shell/error-state'
import { Skeleton } from '@/ui/skeleton'
import { messageOf } from '@/data/call/call-error'
import type { PagedReading } from '@/data/read/use-paged-reading'
import { useAfterFirstDraw } from '../hooks/use-after-first-draw'
import { RowChunk } from '@/ui/row-chunk'
import './paged-rows.scss'

interface PagedRowsProps<Item> {
  id: string
  list: PagedReading<Item>
  empty: { title: string; text?: string }
  row: (item: Item) => ReactNode
}

/** A page of a mini-program should have at most 60 children and 1,000 nodes; a card has some twenty. */
const chunkSize = 10
const foldFrom = 30
/** What fills a tall phone; the rest follows at once. */
const shownAtFirst = 5

const inChunks = <T,>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

/** A list in all its states: loading, empty, failed, kept from last time, and with more to come. */
export const PagedRows = <Item,>({ id, list, empty, row }: PagedRowsProps<Item>) => {
  const { items, loading, error, kept, nextCursor } = list
  const afterFirstDraw = useAfterFirstDraw()
  if (items === null) {
    return error !== null && loading === null ? (
      <ErrorState error={error} onRetry={() => void list.refresh()} />
    ) : (
      <Skeleton blocks={['card']} count={4} />
    )
  }
  const chunks = inChunks(afterFirstDraw ? items : items.slice(0, shownAtFirst), chunkSize)
  return (
    <View className="paged-rows" id={id}>
      {error !== null && (
        <View
          className="paged-rows-notice tappable"
          {...a11y({ role: 'button', live: 'polite' })}
          onClick={() => void list.refresh()}
        >
          <Text>{kept ? '这是上次看到的内容，点按重新读取' : messageOf(error)}</Text>
        </View>
      )}
      {items.length === 0 && error === null && <EmptyState title={empty.title} text={empty.text} />}
      {items.length > 0 && (
        <View className="paged-rows-list" {...a11y({ role: 'list' })}>
          {chunks.map((chunk, index) => (
            <RowChunk key={index} id={`rows-${index}`} fold={items.length > foldFrom}>
              {chunk.map(row)}
            </RowChunk>
          ))}
        </View>
      )}
      {items.length > 0 && (
        <Text className="paged-rows-end">
          {loading === 'more' ? '正在加载更多…' : nextCursor === null ? '没有更多了' : '继续往下看更多'}
        </Text>
      )}
    </View>
  )
}
