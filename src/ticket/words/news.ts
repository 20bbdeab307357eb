import type { TicketNews } from '../../../types/contract/ticket-views'
import type { IconName } from '@/ui/icon'
import type { Meaning } from '@/ui/status-tag'

/** One thing that staff have to know first (L-WRK-2). */
export interface NewsLine {
  id: 'objection' | 'urged' | 'words' | 'rejected' | 'round'
  meaning: Meaning
  icon: IconName
  title: string
  /** In the words of whoever said it; null: without words. */
  text: string | null
  /** Epoch ms; null: several times. */
  at: number | null
}

/** What is new, what asks for something else to be done than before on top. A list the device kept may not know. */
export function newsLines(news: TicketNews | undefined): NewsLine[] {
  if (!news) return []
  const { urges, words, objection, rejected, reopened } = news
  const lines: NewsLine[] = []
  if (objection)
    lines.push({ id: 'objection', meaning: 'late', icon: 'chat', title: '业主对方案有不同想法', ...objection })
  if (urges > 0)
    lines.push({
      id: 'urged',
      meaning: 'late',
      icon: 'bell',
      title: `催办 × ${urges}`,
      text: words?.text ?? null,
      at: words?.at ?? null,
    })
  else if (words) lines.push({ id: 'words', meaning: 'dueSoon', icon: 'chat', title: '业主补充，还没有回复', ...words })
  if (rejected) lines.push({ id: 'rejected', meaning: 'late', icon: 'refresh', title: '验证没有通过', ...rejected })
  if (reopened)
    lines.push({
      id: 'round',
      meaning: 'dueSoon',
      icon: 'refresh',
      title: `第 ${reopened.round} 轮处理`,
      text: reopened.text,
      at: reopened.at,
    })
  return lines
}
