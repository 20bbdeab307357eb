import type { CalendarConfig, DeadlineRule, DeadlineTarget } from '../contract/policy-document'
import { roleLabels } from '../vocabulary'
import { figureText, percentText } from './number'

/** Hours as people say them: 1/6 → 10 分钟, 4 → 4 小时 or 4 个工作小时, 168 by the clock → 7 天. */
function hoursText(hours: number, byTheClock: boolean): string {
  const seconds = Math.round(hours * 3_600)
  const short = seconds < 60 ? `${seconds} 秒` : `${figureText(seconds / 60)} 分钟`
  if (seconds < 3_600) return byTheClock ? short : `${short}（上班时间内）`
  if (!byTheClock) return `${figureText(hours)} 个工作小时`
  return hours > 48 && hours % 24 === 0 ? `${hours / 24} 天` : `${figureText(hours)} 小时`
}

/** What a deadline allows: 「10 分钟」「4 个工作小时」「3 个工作日」「当天 24:00 前」; `calendar` is the one it counts on. */
export function deadlineTargetText(target: DeadlineTarget, calendar: CalendarConfig | undefined): string {
  const byTheClock = calendar === '24x7'
  if (target === 'endOfDay') return byTheClock ? '当天 24:00 前' : '上班当天 24:00 前'
  return 'workingDays' in target ? `${target.workingDays} 个工作日` : hoursText(target.hours, byTheClock)
}

/** 「用掉 50%、80% 时提醒」; none: 「不提醒」 */
export const warningsText = (warn: DeadlineRule['warn']): string =>
  !warn || warn.length === 0 ? '不提醒' : `用掉 ${warn.map(percentText).join('、')} 时提醒`

/** When a level hears of it: 「到期时」「超时 50% 后」 */
export const levelText = (at: number): string => (at === 1 ? '到期时' : `超时 ${percentText(at - 1)} 后`)

/** 「上报部门负责人（到期时）→ 客服部经理（超时 50% 后）」; none: 「超时不上报」 */
export const escalationText = (steps: DeadlineRule['escalate']): string =>
  !steps || steps.length === 0
    ? '超时不上报'
    : `上报${steps.map(({ at, to }) => `${roleLabels[to]}（${levelText(at)}）`).join(' → ')}`

/** To staff, beside a due time that an announcement may still move (D-SLA-21). None: null. */
export const unannouncedText = (years: readonly number[]): string | null =>
  years.length === 0 ? null : `${years.join('、')} 年放假安排还没有公布，时间可能调整`

/** The same to residents, at the end of a promise. None: ''. */
export const unannouncedHint = (years: readonly number[]): string =>
  years.length === 0 ? '' : '（节假日安排公布后可能略有调整）'
