import { answeringPhone, otherPhone, type CenterPhones } from '@/data/session/answering'
import { useNow } from '@/data/read/use-now'
import { CallCard } from '@/ui/call-card'

interface HelpCallProps {
  id?: string
  phones: CenterPhones
  title: string
  text?: string
  /** Something may be dangerous right now. */
  urgent?: boolean
}

/** When another number may answer: the next beginning or end of office hours, ms from `now`. */
const untilOther =
  ({ officeHours }: CenterPhones) =>
  (now: number): number => {
    const next = officeHours.flatMap(({ from, to }) => [from, to]).find(at => at > now)
    return Math.min(next === undefined ? hour : next - now, hour)
  }
const hour = 3_600_000

/** One number to call, the one that answers at this hour; the other stands beside it in words (L-HOME-1). */
export const HelpCall = ({ phones, ...card }: HelpCallProps) => {
  const now = useNow(untilOther(phones))
  const answers = answeringPhone(phones, now)
  return answers && <CallCard {...card} phone={answers} other={otherPhone(phones, now)} />
}
