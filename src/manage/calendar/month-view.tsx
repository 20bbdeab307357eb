import { Text, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Spoken } from '@/ui/spoken'
import { ErrorState } from '@/shell/error-state'
import { Icon } from '@/ui/icon'
import { Skeleton } from '@/ui/skeleton'
import { useReading } from '@/data/read/use-reading'
import type { AbortSignalLike } from '@/data/call/abort'
import { call } from '@/data/call/client'
import { Banner } from '@/ui/banner'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import { weekdayLabels } from '../../../types/vocabulary'
import { addMonths, dayWords, monthWords, weekdayOf } from '../format/days'
import { shiftsText, uncoveredRule } from '../../../types/words/calendar'
import { partBetween } from '../../../types/words/text'

type MonthRequest = RequestOf<'policy', 'month'>
type Month = ResponseOf<'policy', 'month'>
export type MonthDay = Month['days'][number]

/** Colour and word together: colour is never the only signal. */
const kindWords: Record<MonthDay['kind'], string> = { open: '班', closed: '休', holiday: '假', makeUp: '补', own: '自' }
const kindLabels: Record<MonthDay['kind'], string> = {
  open: '上班',
  closed: '休息',
  holiday: '法定节假日',
  makeUp: '调休上班',
  own: '自定',
}

const load = (key: string, signal: AbortSignalLike): Promise<Month> =>
  call('policy', 'month', JSON.parse(key) as MonthRequest, { retries: 1, signal })

interface MonthViewProps {
  asked: MonthRequest
  onMonth: (month: string) => void
  /** Left out: nothing can be changed. */
  onDay?: (day: MonthDay) => void
}

/** One month of a calendar as it comes out of weeks, holidays and single dates together. */
export const MonthView = ({ asked, onMonth, onDay }: MonthViewProps) => {
  const { month } = asked
  const {
    value: read,
    error,
    loading,
    reload,
  } = useReading<Month>({
    name: 'manage:month',
    key: JSON.stringify(asked),
    load,
    keep: false,
  })
  // The month before stays until the next one is there, so that nothing jumps.
  const [value, setValue] = useState<Month | null>(null)
  if (read !== null && read !== value) setValue(read)
  const turn = useCallback((by: number) => onMonth(addMonths(month, by)), [month, onMonth])
  const first = value?.days[0]
  return (
    <View id="month">
      <View className="month-head">
        <View
          id="month-before"
          className="month-turn tappable"
          {...a11y({ role: 'button', label: '上个月' })}
          onClick={() => turn(-1)}
        >
          <Icon name="back" />
        </View>
        <Text className="month-name" {...a11y({ live: 'polite' })}>
          {monthWords(month)}
        </Text>
        <View
          id="month-after"
          className="month-turn tappable"
          {...a11y({ role: 'button', label: '下个月' })}
          onClick={() => turn(1)}
        >
          <Icon name="forward" />
        </View>
      </View>
      {value && !value.covered && (
        <Banner
          id="month-uncovered"
          meaning="dueSoon"
          icon="late"
          title={`${partBetween(month, 0, 4)} 年放假安排还没有公布`}
          text={`${uncoveredRule}，公布以后请在下面导入`}
        />
      )}
      {!value &&
        (error !== null && !loading ? (
          <ErrorState error={error} onRetry={reload} />
        ) : (
          <Skeleton blocks={['card', 'card']} />
        ))}
      {value && first && (
        <View className="month-grid" {...a11y({ role: 'group', label: monthWords(month) })}>
          {Object.values(weekdayLabels).map(word => (
            <Text key={word} className="month-weekday">
              {word.slice(1)}
            </Text>
          ))}
          {Array.from({ length: weekdayOf(first.day) }, (_gap, index) => (
            <View key={`gap-${index}`} />
          ))}
          {value.days.map(day => (
            <View
              key={day.day}
              id={`day-${day.day}`}
              className={`month-day month-${day.kind} ${onDay ? 'month-day-tappable' : ''}`}
              {...a11y({
                ...(onDay ? { role: 'button' as const } : {}),
                summary: `${dayWords(day.day)}，${kindLabels[day.kind]}，${shiftsText(day.shifts)}`,
              })}
              onClick={() => onDay?.(day)}
            >
              <Text className="month-date">{Number(day.day.slice(8))}</Text>
              <Text className="month-kind">{kindWords[day.kind]}</Text>
              <Spoken>{`${dayWords(day.day)}，${kindLabels[day.kind]}，${shiftsText(day.shifts)}`}</Spoken>
            </View>
          ))}
        </View>
      )}
      <Text className="manage-hint">班 上班 · 休 休息 · 假 法定节假日 · 补 调休上班 · 自 这一天自定</Text>
    </View>
  )
}
