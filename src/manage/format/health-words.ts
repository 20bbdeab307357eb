import { spanText } from '@/format/time'
import type { ResponseOf } from '../../../types/contract'
import { deadlineKindLabels } from '../../../types/vocabulary'

type Health = ResponseOf<'center', 'health'>

/** A timer runs every minute; behind by more than a few of them it does not keep up, ms. */
const behindFromMs = 5 * 60_000

export type HealthStanding = 'good' | 'behind' | 'parked'

export function healthStanding({ oldestDueAt, now, parked }: Health): HealthStanding {
  if (oldestDueAt !== null && now - oldestDueAt > behindFromMs) return 'behind'
  return parked.length > 0 ? 'parked' : 'good'
}

/** One line for the hub and the top of the page. */
export function healthWords(health: Health): string {
  const { oldestDueAt, now, backlog, parked } = health
  switch (healthStanding(health)) {
    case 'behind':
      return `落后 ${spanText(now - (oldestDueAt ?? now))}，积压 ${backlog} 项`
    case 'parked':
      return `${parked.length} 项反复失败，等人处理`
    case 'good':
      return '定时任务正常'
  }
}

const runNames: Readonly<Record<string, string>> = {
  deadline: '时限巡查',
  sweep: '时限巡查',
  notify: '消息发送',
  stocktake: '日盘点',
}
export const runName = (name: string): string => runNames[name] ?? name

export const timerName = (kind: string): string =>
  kind in deadlineKindLabels
    ? deadlineKindLabels[kind as keyof typeof deadlineKindLabels]
    : kind === 'holdEnd'
      ? '挂起到期'
      : kind === 'surveyReminder'
        ? '评价提醒'
        : kind
