import type { worklistSegments } from '../../../types/contract/ticket'
import type { TabItem } from '@/ui/tab-strip'
import type { Summary } from '../hooks/use-summary'

export type Segment = (typeof worklistSegments)[number] | 'finished'

interface Words {
  word: string
  empty: { title: string; text: string }
}

/** The parts of the worklist in their order; what nobody has taken on yet comes first. */
export const segmentWords: Record<Segment, Words> = {
  toAccept: { word: '待接单', empty: { title: '没有等您接的工单', text: '有新的会出现在这里，也会发消息给您' } },
  doing: { word: '处理中', empty: { title: '手上没有处理中的工单', text: '接单之后会出现在这里' } },
  dueSoon: { word: '快到期', empty: { title: '没有快到期的工单', text: '剩余时间不到 20% 的会出现在这里' } },
  overdue: { word: '已超时', empty: { title: '没有超时的工单', text: '继续保持' } },
  finished: { word: '最近完成', empty: { title: '还没有完成的工单', text: '您提交完成的会出现在这里' } },
}

/** What is waited for stands in red, whichever part is open: somebody who is to accept has not been told by anything else. */
const pressing: readonly Segment[] = ['toAccept', 'overdue']

export const segmentsOf = (summary: Summary | null): TabItem<Segment>[] =>
  (Object.keys(segmentWords) as Segment[]).map(id => ({
    id,
    word: segmentWords[id].word,
    ...(id === 'finished' ? {} : { count: summary?.[id] ?? null }),
    late: pressing.includes(id),
  }))

/** Where the worklist opens: what is to be accepted, else what is in hand. */
export const openingSegment = ({ toAccept, doing }: Pick<Summary, 'toAccept' | 'doing'>): Segment =>
  toAccept === 0 && doing > 0 ? 'doing' : 'toAccept'
