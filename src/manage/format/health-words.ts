import { spanText } from '@/ui/words/time'
import type { ResponseOf } from '../../../types/contract/index'
import type { DeadLetterWork } from '../../../types/vocabulary'

type Health = ResponseOf<'center', 'health'>

/** A timer runs every minute; when it is more than this late, it counts as not keeping up, ms. */
const behindFromMs = 5 * 60_000

export type HealthStanding = 'good' | 'behind' | 'failing'

export function healthStanding({ oldestDueAt, now, deadLetters }: Health): HealthStanding {
  if (oldestDueAt !== null && now - oldestDueAt > behindFromMs) return 'behind'
  return deadLetters.length > 0 ? 'failing' : 'good'
}

/** One line for the hub and the top of the page. */
export function healthWords(health: Health): string {
  const { oldestDueAt, now, backlog, deadLetters } = health
  switch (healthStanding(health)) {
    case 'behind':
      return `落后 ${spanText(now - (oldestDueAt ?? now))}，积压 ${backlog} 项`
    case 'failing':
      return `${deadLetters.length} 项反复失败，等人处理`
    case 'good':
      return '定时任务正常'
  }
}

const runNames: Readonly<Record<string, string>> = {
  deadline: '时限巡查',
  notify: '消息发送',
}
/** What the program calls a timer says nothing to people. */
export const runName = (name: string): string => runNames[name] ?? '其他定时任务'

/** How long the last run took. An end before the start is that of the run before: this one is under way, or was killed. */
export const runTime = ({ startedAt, finishedAt }: Pick<Health['runs'][number], 'startedAt' | 'finishedAt'>): string =>
  finishedAt === null || finishedAt < startedAt
    ? '还没有结束'
    : finishedAt - startedAt < 1_000
      ? '用时不到 1 秒'
      : `用时 ${Math.round((finishedAt - startedAt) / 1_000)} 秒`

const failedWords: Readonly<Record<DeadLetterWork, string>> = {
  deadline: '到点该做的提醒、上报没有做成',
  policy: '新保存的规则没有用到这张工单上，它还按原来的规则走',
  notice: '这条通知没有发出去，对方在应用里能看到',
  campaign: '一次调查或一项改进措施到点该做的事没有做成',
  lease: '一份租约到期，租户还没有从房号上移除',
}

/** What it means that this has failed too often, and what to do. */
export const deadLetterWords = ({ work, mayRetry }: Pick<Health['deadLetters'][number], 'work' | 'mayRetry'>): string =>
  mayRetry
    ? `${failedWords[work]}。${work === 'campaign' || work === 'lease' ? '请' : '请打开工单看看有没有异常，再'}重新尝试；还是不行，请把技术详情发给技术支持`
    : `${failedWords[work]}。请本中心的经理或管理员重新尝试`
