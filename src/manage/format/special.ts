import { dueText, instantText, remainingText } from '@/ui/words/time'
import { deadlineKindLabels, roleLabels, severityLabels, thirdPartyLabels } from '../../../types/vocabulary'
import type { SpecialItem } from '../hooks/use-special'

/** One line about a special matter; what is late stands out. */
export interface SpecialLine {
  words: string
  late: boolean
}

type Clock = SpecialItem['clocks'][number]

function clockLine({ kind, dueAt, metAt, breachedAt }: Clock, now: number): SpecialLine {
  const name = deadlineKindLabels[kind]
  if (metAt !== null) return { words: `${name}：${instantText(metAt, now)} 做到，当时已超时`, late: false }
  const late = breachedAt !== null || dueAt <= now
  return { words: `${name}：${dueText(dueAt, now)} 前，${remainingText(dueAt, now)}`, late }
}

/** What a manager has to know of it: what waits for whom, how far it has gone, who else is in it, and what is owed by when. */
export function specialLines(item: SpecialItem, now: number): readonly SpecialLine[] {
  const { toJudge, alarms, approval, online, thirdParty, clocks } = item
  const calm = (words: string): SpecialLine => ({ words, late: false })
  const alarm = alarms.at(-1)
  return [
    ...(toJudge ? [{ words: `可能是${severityLabels[toJudge]}投诉，等客服部经理判定`, late: true }] : []),
    ...(alarm ? [{ words: `警示：${alarm.why}`, late: true }] : []),
    ...(approval
      ? [calm(`${approval.what}等${approval.name}审批${approval.by ? `（${roleLabels[approval.by]}）` : ''}`)]
      : []),
    ...(online
      ? [
          calm(
            online.posts === 0
              ? '网上的链接还没有登记'
              : `${online.posts} 个网帖，${online.reach} 人看过${online.readAt === null ? '' : `（${instantText(online.readAt, now)}）`}`,
          ),
        ]
      : []),
    ...(thirdParty
      ? [
          calm(
            `${thirdPartyLabels[thirdParty.kind]}：${thirdParty.name}，${
              thirdParty.followed ? `${thirdParty.ownerName ?? '服务中心'}跟进中` : '不再跟进'
            }`,
          ),
        ]
      : []),
    ...clocks.map(clock => clockLine(clock, now)),
  ]
}
