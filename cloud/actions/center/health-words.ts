import type { TimerRun } from '../../store/timer/health'

const figureWords: Readonly<Record<string, string>> = {
  tickets: '处理工单',
  fired: '触发',
  moved: '更新规则',
  campaigns: '调查和改进',
  failed: '失败',
  sent: '发送',
}

/** What a run had to say: its figures, or what its failure means and what to do about it. */
export interface RunWords {
  readonly result: string
  readonly failed: boolean
  /** The error as the program tells it. */
  readonly technical: string | null
}

export function runWords({ result }: Pick<TimerRun, 'result'>): RunWords {
  if (typeof result !== 'object' || result === null) return { result: '还没有完成过', failed: false, technical: null }
  if ('error' in result) {
    const away = 'databaseAway' in result && result.databaseAway === true
    const what = away ? '数据库当时连不上，没有做完' : '程序出了问题，没有做完'
    const todo = away ? '如果一直这样，请联系技术支持' : '如果一直这样，请把技术详情发给技术支持'
    return { result: `${what}。系统会自动再试；${todo}`, failed: true, technical: String(result.error) }
  }
  const figures = Object.entries(result).flatMap(([key, value]) =>
    typeof value === 'number' && figureWords[key] ? [`${figureWords[key]} ${value}`] : [],
  )
  const more = 'more' in result && result.more === true ? ['还有待处理'] : []
  return { result: [...figures, ...more].join('，') || '完成', failed: false, technical: null }
}
