import { call } from '@/data/call/client'
import { serverClock } from '@/data/call/server-clock'
import { useReading, type Reading } from '@/data/read/use-reading'
import { responseWords } from '../format/campaign'
import { atCenter, keyOfCenter } from '../format/centers'
import { dayAt } from '../format/days'
import { perTicket } from '../format/escalation'
import { healthStanding, healthWords } from '../format/health-words'
import { nextPart } from '../format/organisation'
import { onDutyAt } from '../format/roster'
import { useCampaigns, useImprovements, type CampaignList, type Improvement } from '../hooks/use-campaigns'
import type { CurrentPolicy, PolicyDraft } from '../hooks/policy-session'
import { useOverview, type Overview } from '../hooks/use-overview'
import type { Escalation } from '../hooks/use-escalations'
import { useHealth, type Health } from '../hooks/use-health'
import { useOrganisation, type Organisation } from '../hooks/use-organisation'
import { useStaff, type StaffList } from '../hooks/use-staff'
import { useCenter } from '../hooks/use-center'
import { policyDraft, useCurrentPolicy } from '../hooks/use-policy'
import { mayAsk, type CardId, type HeldPosts } from './cards'
import type { ResponseOf } from '../../../types/contract/index'
import { yearsAhead } from '../../../types/years-ahead'

export interface CardStatus {
  words: string
  tone: 'late' | 'dueSoon' | 'calm'
}

const calm = (words: string): CardStatus => ({ words, tone: 'calm' })

/** What a page of the first call of each card answered; null where it is not known or not asked. */
interface CardReadings {
  overview: Overview | null
  escalations: { items: Escalation[]; nextCursor: string | null } | null
  staff: StaffList | null
  policy: CurrentPolicy | null
  health: Health | null
  campaigns: CampaignList | null
  improvements: readonly Improvement[] | null
  organisation: Organisation | null
  bindings: ResponseOf<'organisation', 'bindings'> | null
}

function organisationStatus({ centers }: Organisation): CardStatus {
  if (centers.length === 0) return { words: '先建一个服务中心', tone: 'dueSoon' }
  const [unfinished] = centers.flatMap(center => nextPart(center)?.begin ?? [])
  return unfinished === undefined
    ? calm(`${centers.length} 个服务中心`)
    : { words: `下一步：${unfinished}`, tone: 'dueSoon' }
}

const bindingsStatus = ({ items }: ResponseOf<'organisation', 'bindings'>): CardStatus =>
  items.length === 0 ? calm('没有人在等') : { words: `${items.length} 人等待核对`, tone: 'dueSoon' }

const countWords = (counts: readonly [count: number, words: string][], none: string): string => {
  const said = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  return said.length === 0 ? none : said.join('，')
}

function overviewStatus({ open, overdue, unowned, dueSoon }: Overview): CardStatus {
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
const partStatus = (policy: CurrentPolicy, start: string, words: string): CardStatus => {
  const here = policy.problems.filter(({ path }) => path === start || path.startsWith(`${start}.`))
  return here.length === 0 ? calm(words) : { words: `${here.length} 处需要留意`, tone: 'dueSoon' }
}

function calendarStatus({ coveredYears, policy, problems }: CurrentPolicy): CardStatus {
  const today = dayAt(serverClock.now())
  const covered = [...coveredYears, ...Object.keys(policy.holidayYears ?? {}).map(Number)]
  const [missing] = yearsAhead(today).filter(year => !covered.includes(year))
  if (missing !== undefined)
    return {
      words: `${missing} 年放假安排还没有公布或导入`,
      tone: today.startsWith(String(missing)) ? 'late' : 'dueSoon',
    }
  const here = problems.filter(({ path }) => /^(calendars|holidayYears|workingHours)/.test(path))
  return here.length === 0
    ? calm(`节假日到 ${Math.max(...covered)} 年`)
    : { words: here[0]?.message ?? '', tone: 'dueSoon' }
}

function staffStatus({ people }: StaffList): CardStatus {
  const onDuty = onDutyAt(people, serverClock.now())
  const away = people.filter(({ onLeaveToday }) => onLeaveToday).length
  const leave = away > 0 ? `，${away} 人请假` : ''
  return onDuty.length === 0
    ? { words: `现在没有人值班${leave}`, tone: 'dueSoon' }
    : calm(`现在值班：${onDuty.slice(0, 2).join('、')}${leave}`)
}

/** The survey that runs and ends first, else what is being drawn up. */
function campaignsStatus({ items }: CampaignList): CardStatus {
  const running = items.filter(({ state }) => state === 'open').sort((one, other) => one.untilAt - other.untilAt)[0]
  if (running) return calm(`正在进行，已答 ${responseWords(running)}`)
  const drawnUp = items.filter(({ state }) => state === 'draft' || state === 'scheduled').length
  if (drawnUp > 0) return calm(`${drawnUp} 份还没有发出`)
  return calm(items.length === 0 ? '还没有做过' : `做过 ${items.length} 次`)
}

function improvementsStatus(improvements: readonly Improvement[]): CardStatus {
  const late = improvements.filter(({ overdue }) => overdue).length
  const open = improvements.filter(({ state }) => state === 'open').length
  if (late > 0) return { words: `${late} 项过了完成时间`, tone: 'late' }
  return calm(open === 0 ? '没有进行中的' : `${open} 项进行中`)
}

/** One line per card; null while nothing is known. */
export function statusOf(id: CardId, known: CardReadings, draft: PolicyDraft | null): CardStatus | null {
  const { overview, escalations, staff, policy, health, campaigns, improvements, organisation, bindings } = known
  switch (id) {
    case 'overview':
      return overview && overviewStatus(overview)
    case 'escalations': {
      if (!escalations) return null
      const count = perTicket(escalations.items).length
      if (count === 0) return calm('没有需要过问的超时')
      return { words: `${count}${escalations.nextCursor === null ? '' : ' 多'} 张没有解决`, tone: 'late' }
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
    case 'questionnaires': {
      const count = policy?.policy.survey.questionnaires?.length ?? 0
      return policy && partStatus(policy, 'survey.questionnaires', count === 0 ? '只问四题' : `${count} 张问卷`)
    }
    case 'figures':
      return calm('挂起、转单、免打扰、回访')
    case 'campaigns':
      return campaigns && campaignsStatus(campaigns)
    case 'improvements':
      return improvements && improvementsStatus(improvements)
    case 'special':
      return calm('热点、重大、网络、第三方、待审批')
    case 'legacy':
      return calm('每季度给总部和开发商')
    case 'satisfaction':
      return calm('评价了多少、满意多少')
    case 'findings':
      return calm('想做但被拦下的事')
    case 'rehearsal':
      return draft ? { words: '有未保存的修改，可以先演练', tone: 'dueSoon' } : calm('改之前先看看影响')
    case 'history':
      return policy && calm(`正在用第 ${policy.current.version} 版`)
    case 'organisation':
      return organisation && organisationStatus(organisation)
    case 'households':
      return bindings && bindingsStatus(bindings)
    case 'health':
      return health && { words: healthWords(health), tone: healthStanding(health) === 'good' ? 'calm' : 'late' }
  }
}

export interface HubStatus {
  known: CardReadings
  draft: PolicyDraft | null
  /** Of the last readings, where all of them failed. */
  error: unknown
  reload: () => void
}

/** The card that says whether a reading may be asked for. */
const cardOf = {
  overview: 'overview',
  escalations: 'escalations',
  staff: 'roster',
  policy: 'rules',
  health: 'health',
  campaigns: 'campaigns',
  improvements: 'improvements',
  organisation: 'organisation',
  bindings: 'households',
} as const satisfies Record<keyof CardReadings, CardId>

const readFirstEscalations = () => call('center', 'escalations', { openOnly: true, limit: 50 }, { retries: 1 })

/** What the cards of the hub say, each asked for only where the post may ask. */
export function useStatus(posts: HeldPosts): HubStatus {
  const { centerId: chosen } = useCenter()
  const overview = useOverview(mayAsk(posts, 'overview'))
  const escalations = useReading({
    name: 'manage:hub',
    key: 'escalations',
    load: readFirstEscalations,
    enabled: mayAsk(posts, 'escalations'),
  })
  const staff = useStaff(mayAsk(posts, 'roster'))
  const policy = useCurrentPolicy(mayAsk(posts, 'rules'))
  const health = useHealth(mayAsk(posts, 'health'))
  const campaigns = useCampaigns(mayAsk(posts, 'campaigns'))
  const improvements = useImprovements('all', mayAsk(posts, 'improvements'))
  const organisation = useOrganisation(mayAsk(posts, 'organisation'))
  const bindings = useReading({
    name: 'manage:bindings',
    key: keyOfCenter(chosen),
    load: (key, signal) => call('organisation', 'bindings', atCenter(key), { retries: 1, signal }),
    enabled: mayAsk(posts, 'households'),
  })
  const centerId = chosen ?? policy.value?.centerId
  // Drawn again when the page comes to the front, so a draft made on another page is seen.
  const draft = centerId === undefined ? null : policyDraft(centerId)
  const asked = { overview, escalations, staff, policy, health, campaigns, improvements, organisation, bindings }
  const known = <T>({ value }: Reading<T>, card: CardId): T | null => (mayAsk(posts, card) ? value : null)
  return {
    known: {
      overview: known(overview, 'overview'),
      escalations: known(escalations, 'escalations'),
      staff: known(staff, 'roster'),
      policy: known(policy, 'rules'),
      health: known(health, 'health'),
      campaigns: known(campaigns, 'campaigns'),
      improvements: known(improvements, 'improvements'),
      organisation: known(organisation, 'organisation'),
      bindings: known(bindings, 'households'),
    },
    draft,
    error: [policy, staff].every(({ error, value }) => error !== null && value === null) ? policy.error : null,
    reload: () => {
      for (const [name, { reload }] of Object.entries(asked) as [keyof typeof asked, Reading<unknown>][])
        if (mayAsk(posts, cardOf[name])) reload()
    },
  }
}
