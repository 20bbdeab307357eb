import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ErrorState } from './error-state'
import { Skeleton, type SkeletonBlock } from '@/ui/skeleton'
import { exactText } from '@/ui/words/time'
import { toldAt } from '@/data/read/kept'
import type { Reading } from '@/data/read/use-reading'
import { messageOf } from '@/data/call/call-error'
import { Banner } from '@/ui/banner'

interface ReadingStatesProps<T> {
  reading: Reading<T>
  /** Shown in its place while it loads. */
  skeleton?: readonly SkeletonBlock[]
  children: (value: T) => ReactNode
}

/** Something read from the server in all its states: on its way, failed, kept from last time, there. */
export const ReadingStates = <T,>({
  reading,
  skeleton = ['title', 'card', 'card'],
  children,
}: ReadingStatesProps<T>) => {
  const { value, error, loading, seenAt, reload } = reading
  if (value === null) {
    return error !== null && !loading ? <ErrorState error={error} onRetry={reload} /> : <Skeleton blocks={skeleton} />
  }
  return (
    <View>
      {error !== null && (
        <Banner
          meaning="dueSoon"
          icon="offline"
          title={messageOf(error)}
          text={seenAt === null ? null : `下面是 ${exactText(toldAt(seenAt))} 看到的内容`}
        />
      )}
      {children(value)}
    </View>
  )
}
