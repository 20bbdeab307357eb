import { useDidShow } from '@tarojs/taro'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useObserved } from '@/data/device/use-observed'
import { createReader } from '@/data/read/reader'
import { call } from '@/data/call/client'
import { serverClock } from '@/data/call/server-clock'
import { storage } from '@/data/device/storage'
import { atCenter } from '../format/centers'
import { dayAt } from '../format/days'
import { highestLevels } from '../format/escalation'
import { healthStanding, healthWords } from '../format/health-words'
import { onDutyAt } from '../format/roster'
import type { Current, PolicyDraft } from '../hooks/policy-session'
import type { Overview } from '../hooks/use-overview'
import type { Escalation } from '../hooks/use-escalations'
import type { Health } from '../hooks/use-health'
import type { StaffList } from '../hooks/use-staff'
import { useCenter } from '../hooks/use-center'
import { mayAsk, type CardId, type Held } from './cards'

export interface Status {
  words: string
  tone: 'late' | 'dueSoon' | 'calm'
}

const calm = (words: string): Status => ({ words, tone: 'calm' })

/** What a page of the first call of each card answered; null where it is not known or not asked. */
interface Known {
  overview: Overview | null
  escalations: { items: Escalation[]; nextCursor: string | null } | null
  staff: StaffList | null
  policy: Current | null
  health: Health | null
}

/** `key`: of the center that is worked on, as `atCenter` reads it; `overviewKey`: of what the overview shows. */
const createReaders = (key: string, overviewKey: string) => ({
  overview: createReader(
    signal => call('center', 'overview', atCenter(overviewKey), { retries: 1, signal }),
    `manage:overview:${overviewKey}`,
  ),
  escalations: createReader(
    signal => call('center', 'escalations', { openOnly: true, limit: 50 }, { retries: 1, signal }),
    'manage:hub:escalations',
  ),
  staff: createReader(signal => call('staff', 'list', atCenter(key), { retries: 1, signal }), `manage:staff:${key}`),
  policy: createReader(
    signal => call('policy', 'current', atCenter(key), { retries: 1, signal }),
    `manage:policy:${key}`,
  ),
  health: createReader(signal => call('center', 'health', {}, { retries: 1, signal }), 'manage:health:all'),
})

type Readers = ReturnType<typeof createReaders>

const countWords = (counts: readonly [count: number, words: string][], none: string): string => {
  const said = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  return said.length === 0 ? none : said.join('，')
}

function overviewStatus({ open, overdue, unowned, dueSoon }: Overview): Status {
  const words = countWords(
    [
      [overdue, '件超时'],
      [unowned, '件没人负责'],
      [dueSoon, '件快到期'],
    ],
    open === 0 ? '没有未办结的工单' : `${open} 件在办，都在时限内`,
  )
  return { words, tone: overdue + unowned > 0 ? 'late' : dueSoon > 0 ? 'dueSoon' : 'calm' }
}

/** Problems that lie in one part of the running policy. */
const partStatus = (policy: Current, start: string, words: string): Status => {
  const here = policy.problems.filter(({ path }) => path === start || path.startsWith(`${start}.`))
  return here.length === 0 ? calm(words) : { words: `${here.length} 处需要留意`, tone: 'dueSoon' }
}

function calendarStatus({ coveredYears, policy, problems }: Current): Status {
  const today = dayAt(serverClock.now())
  const year = Number(today.slice(0, 4))
  const covered = [...coveredYears, ...Object.keys(policy.holidayYears ?? {}).map(Number)]
  if (!covered.includes(year)) return { words: `${year} 年的节假日还没有`, tone: 'late' }
  // Announced late in the year before; deadlines of December reach into January.
  if (Number(today.slice(5, 7)) >= 10 && !covered.includes(year + 1))
    return { words: `${year + 1} 年的节假日还没有公布或导入`, tone: 'dueSoon' }
  const here = problems.filter(({ path }) => /^(calendars|holidayYears|workingHours)/.test(path))
  return here.length === 0
    ? calm(`节假日到 ${Math.max(...covered)} 年`)
    : { words: here[0]?.message ?? '', tone: 'dueSoon' }
}

function staffStatus({ people }: StaffList): Status {
  const onDuty = onDutyAt(people, serverClock.now())
  const away = people.filter(({ onLeaveToday }) => onLeaveToday).length
  const leave = away > 0 ? `，${away} 人请假` : ''
  return onDuty.length === 0
    ? { words: `现在没有人值班${leave}`, tone: 'dueSoon' }
    : calm(`现在值班：${onDuty.slice(0, 2).join('、')}${leave}`)
}

/** One line per card; null while nothing is known. */
export function statusOf(id: CardId, known: Known, draft: PolicyDraft | null): Status | null {
  const { overview, escalations, staff, policy, health } = known
  switch (id) {
    case 'overview':
      return overview && overviewStatus(overview)
    case 'escalations': {
      if (!escalations) return null
      const count = highestLevels(escalations.items).length
      if (count === 0) return calm('没有需要过问的超时')
      return { words: `${count}${escalations.nextCursor === null ? '' : ' 多'} 条没有解决`, tone: 'late' }
    }
    case 'roster':
      return staff && staffStatus(staff)
    case 'rules':
      return policy && partStatus(policy, 'routing', `${policy.policy.routing.length} 条规则`)
    case 'deadlines':
      return policy && partStatus(policy, 'deadlines', `${policy.policy.deadlines.length} 条时限`)
    case 'calendar':
      return policy && calendarStatus(policy)
    case 'categories':
      return policy && partStatus(policy, 'categories', `${policy.policy.categories.length} 个类别`)
    case 'figures':
      return calm('挂起、转单、免打扰、回访')
    case 'rehearsal':
      return draft ? { words: '有未保存的修改，可以先演练', tone: 'dueSoon' } : calm('改之前先看看影响')
    case 'history':
      return policy && calm(`正在用第 ${policy.current.version} 版`)
    case 'health':
      return health && { words: healthWords(health), tone: healthStanding(health) === 'good' ? 'calm' : 'late' }
  }
}

export interface HubStatus {
  known: Known
  draft: PolicyDraft | null
  /** Of the last readings, where all of them failed. */
  error: unknown
  reload: () => void
}

/** What the cards of the hub say, each asked for only where the post may ask. */
export function useStatus(posts: Held): HubStatus {
  const { key, overviewKey, centerId: chosen } = useCenter()
  const readers = useMemo<Readers>(() => createReaders(key, overviewKey), [key, overviewKey])
  const [draft, setDraft] = useState<PolicyDraft | null>(null)
  const overview = useObserved(readers.overview.state)
  const escalations = useObserved(readers.escalations.state)
  const staff = useObserved(readers.staff.state)
  const policy = useObserved(readers.policy.state)
  const health = useObserved(readers.health.state)
  const reload = () => {
    const centerId = chosen ?? readers.policy.state.get().value?.centerId
    setDraft(centerId === undefined ? null : storage.readDraft<PolicyDraft>(`policy:${centerId}`))
    if (mayAsk(posts, 'overview')) void readers.overview.reload()
    if (mayAsk(posts, 'escalations')) void readers.escalations.reload()
    if (mayAsk(posts, 'health')) void readers.health.reload()
    if (mayAsk(posts, 'roster')) void readers.staff.reload()
    if (mayAsk(posts, 'rules')) void readers.policy.reload()
  }
  useDidShow(() => reload())
  // At the first start the posts are known only when the server has answered; another center is read when it is chosen.
  const held = [key, posts.here.join(), posts.anywhere.join()].join('/')
  const first = useRef(held)
  useEffect(() => {
    if (first.current !== held) reload()
    first.current = held
  })
  useEffect(
    () => () => {
      for (const reader of Object.values(readers)) reader.stop()
    },
    [readers],
  )
  const asked = [policy, staff]
  return {
    known: {
      overview: mayAsk(posts, 'overview') ? overview.value : null,
      escalations: mayAsk(posts, 'escalations') ? escalations.value : null,
      staff: mayAsk(posts, 'roster') ? staff.value : null,
      policy: mayAsk(posts, 'rules') ? policy.value : null,
      health: mayAsk(posts, 'health') ? health.value : null,
    },
    draft,
    error: asked.every(({ error, value }) => error !== null && value === null) ? policy.error : null,
    reload,
  }
}
