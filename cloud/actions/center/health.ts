import { deadlineKindLabels } from '../../../types/vocabulary'
import { uncoveredYears } from '../../domain/policy/validate-calendars'
import { centersOfCompanyOf } from '../../store/center-store'
import { type TimerRun, timerHealth } from '../../store/timer-health'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import type { Caller, Runtime } from '../runtime'
import { currentPolicy, deskOf } from '../ticket/desk'

async function centersOf({ db }: Runtime, caller: Caller): Promise<readonly string[]> {
  const { posts } = caller.actor
  const quality = posts.find(({ role }) => role === 'quality')
  if (quality) return centersOfCompanyOf(db, quality.centerId)
  const own = posts.filter(({ role }) => role === 'admin' || role === 'serviceManager')
  if (own.length === 0) throw new CallError('forbidden')
  return [...new Set(own.map(({ centerId }) => centerId))]
}

const words: Readonly<Record<string, string>> = {
  tickets: '处理工单',
  fired: '触发',
  moved: '更新规则',
  failed: '失败',
  sent: '发送',
}

/** What a run had to say, in words: its figures, or what went wrong. */
function resultText({ result }: TimerRun): string {
  if (typeof result !== 'object' || result === null) return '还没有完成过'
  if ('error' in result) return `出错：${String(result.error)}`
  const figures = Object.entries(result).flatMap(([key, value]) =>
    typeof value === 'number' && words[key] ? [`${words[key]} ${value}`] : [],
  )
  const more = 'more' in result && result.more === true ? ['还有待处理'] : []
  return [...figures, ...more].join('，') || '完成'
}

const kindText = (kind: string): string =>
  Object.hasOwn(deadlineKindLabels, kind) ? deadlineKindLabels[kind as keyof typeof deadlineKindLabels] : kind

/** Whether the timers keep up; parked tickets and holiday years are those of the caller's centers. */
export const health: Handler<'center', 'health'> = async (_input, { runtime, caller }) => {
  const now = runtime.clock.now()
  const centerIds = await centersOf(runtime, caller)
  const { figures, parked, runs } = await timerHealth(runtime.db, now, { centerIds })
  const years = new Set<number>()
  for (const centerId of centerIds) {
    const { policy } = await currentPolicy(runtime, (await deskOf(runtime, centerId)).center)
    for (const year of uncoveredYears(policy, now)) years.add(year)
  }
  return {
    now,
    oldestDueAt: figures.oldestDueAt,
    backlog: figures.backlog,
    runs: runs.map(run => ({
      name: run.name,
      startedAt: run.startedAt,
      finishedAt: run.finishedAt,
      result: resultText(run),
    })),
    parked: parked.map(({ ticketId, number, kind, attempts, since }) => ({
      ticketId,
      number,
      kind: kindText(kind),
      attempts,
      since,
    })),
    uncoveredYears: [...years].sort((one, other) => one - other),
  }
}
