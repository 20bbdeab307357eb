import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon, type IconName } from '@/ui/icon'
import { a11y } from '@/ui/a11y'
import { dueText, standingOf, untilNextChange } from '@/ui/words/time'
import { useNow } from '@/data/read/use-now'
import type { DeadlineView } from '../../../types/contract/ticket-views'
import { deadlineKindLabels } from '../../../types/vocabulary'
import { unannouncedText } from '../../../types/words/deadline'
import {
  clockHistory,
  clockWords,
  comingSteps,
  dueWords,
  inOrder,
  standingOfClock,
  usedShare,
  type ClockStanding,
} from './clock-words'
import './clock-list.scss'

const icons: Record<ClockStanding, IconName> = {
  running: 'clock',
  paused: 'pause',
  late: 'late',
  kept: 'done',
  missed: 'late',
  ended: 'info',
}

/** What happens next if nothing is done; the rest on request. */
const Coming = ({ clock, now }: { clock: DeadlineView; now: number }) => {
  const [whole, setWhole] = useState(false)
  const steps = comingSteps(clock)
  const shown = whole ? steps : steps.slice(0, 1)
  if (steps.length === 0) return null
  return (
    <View className="clock-coming" {...a11y({ role: 'list', label: '接下来会发生什么' })}>
      {shown.map(({ at, words }) => (
        <Text key={`${at}-${words}`} className="clock-happened" {...a11y({ role: 'listitem' })}>
          接下来 {dueText(at, now)} {words}
        </Text>
      ))}
      {steps.length > shown.length && (
        <View {...a11y({ role: 'listitem' })}>
          <View
            className="clock-more tappable"
            {...a11y({ role: 'button', expanded: false })}
            onClick={() => setWhole(true)}
          >
            <Text>还有 {steps.length - shown.length} 步，点按查看</Text>
          </View>
        </View>
      )}
    </View>
  )
}

interface ClockRowProps {
  clock: DeadlineView
  /** The ticket is on hold. */
  paused: boolean
  now: number
}

const ClockRow = ({ clock, paused, now }: ClockRowProps) => {
  const standing = standingOfClock(clock, paused, now)
  const tone =
    standing === 'running' && standingOf(clock.startedAt, clock.dueAt, now) === 'dueSoon' ? 'dueSoon' : standing
  const share = Math.round(usedShare(clock.startedAt, clock.dueAt, now) * 100)
  // The complainant is informed of progress several times within one round of handling (D-SLA-7).
  const round = clock.cycle > 1 ? `（第 ${clock.cycle} ${clock.kind === 'progress' ? '次' : '轮'}）` : ''
  const unannounced = unannouncedText(clock.unannouncedYears)
  return (
    <View className={`clock clock-${tone}`}>
      <View className="clock-head">
        <Icon name={icons[standing]} className="clock-icon" />
        <Text className="clock-kind">
          {deadlineKindLabels[clock.kind]}
          {round}
        </Text>
        <Text className="clock-left">{clockWords(clock, paused, now)}</Text>
      </View>
      {clock.running && (
        <View className="clock-track" {...a11y({ hidden: true })}>
          <View className="clock-used" style={{ width: `${share}%` }} />
        </View>
      )}
      <Text className="clock-due">{dueWords(clock, paused, now)}</Text>
      {clock.running && unannounced !== null && <Text className="clock-due">{unannounced}</Text>}
      {clockHistory(clock, paused, now).map(line => (
        <Text key={line} className="clock-happened">
          {line}
        </Text>
      ))}
      {clock.running && <Coming clock={clock} now={now} />}
    </View>
  )
}

interface ClockListProps {
  clocks: readonly DeadlineView[]
  paused: boolean
}

/** Every clock of a ticket: those that run, and on request those that are over (docs/rules.md, Deadlines). */
export const ClockList = ({ clocks, paused }: ClockListProps) => {
  const [whole, setWhole] = useState(false)
  const now = useNow(at => Math.min(...clocks.map(({ dueAt }) => untilNextChange(dueAt, at)), 3_600_000))
  const ordered = inOrder(clocks)
  const running = ordered.filter(clock => clock.running)
  const over = ordered.length - running.length
  const shown = whole || running.length === 0 ? ordered : running
  return (
    <View className="clock-list" id="clocks">
      {shown.map(clock => (
        <ClockRow key={`${clock.kind}-${clock.cycle}-${clock.startedAt}`} clock={clock} paused={paused} now={now} />
      ))}
      {running.length > 0 && over > 0 && (
        <View
          className="clock-more tappable"
          {...a11y({ role: 'button', expanded: whole })}
          onClick={() => setWhole(!whole)}
        >
          <Text>{whole ? '收起已结束的时限' : `查看已结束的 ${over} 项时限`}</Text>
        </View>
      )}
    </View>
  )
}
