import { Picker, Text, View } from '@tarojs/components'
import { Choices } from '@/ui/choices'
import { exactText } from '@/ui/words/time'
import { useNow } from '@/data/read/use-now'
import { instantOf, quickTimes, wallClockParts } from '../words/quick-times'
import './date-time-field.scss'

interface DateTimeFieldProps {
  id: string
  /** Epoch ms. */
  value: number | undefined
  onChange: (at: number | undefined) => void
  label: string
}

/** The quick times are good for this long before they are reckoned anew, ms. */
const refreshMs = 600_000

const ExactTime = ({ id, value, onChange, label }: DateTimeFieldProps & { value: number }) => {
  const { date, time } = wallClockParts(value)
  const change = (nextDate: string, nextTime: string) => {
    const at = instantOf(nextDate, nextTime)
    if (at !== null) onChange(at)
  }
  // The browser's own field works with a mouse, which the wheel pickers do not.
  if (process.env.TARO_ENV === 'h5') {
    return (
      <input
        id={`${id}-exact`}
        className="date-time-native"
        type="datetime-local"
        aria-label={`${label}，准确时间`}
        value={`${date}T${time}`}
        onChange={event => {
          const [nextDate = '', nextTime = ''] = event.target.value.split('T')
          change(nextDate, nextTime)
        }}
      />
    )
  }
  return (
    <View className="date-time-pickers">
      <Picker mode="date" value={date} onChange={({ detail }) => change(detail.value, time)}>
        <View className="date-time-part tappable">{date}</View>
      </Picker>
      <Picker mode="time" value={time} onChange={({ detail }) => change(date, String(detail.value))}>
        <View className="date-time-part tappable">{time}</View>
      </Picker>
    </View>
  )
}

/** A time: one tap for what people usually agree on, and the exact one where that does not fit. */
export const DateTimeField = ({ id, value, onChange, label }: DateTimeFieldProps) => {
  const now = useNow(() => refreshMs)
  const quick = quickTimes(now)
  return (
    <View className="date-time">
      <Choices
        choices={quick.map(({ at, word }) => ({ id: String(at), word }))}
        chosen={value === undefined ? [] : [String(value)]}
        onChoose={chosen => onChange(Number(chosen) === value ? undefined : Number(chosen))}
        label={label}
        idStart={id}
      />
      {value !== undefined && (
        <>
          <Text className="date-time-chosen" id={`${id}-chosen`}>
            {exactText(value)}
          </Text>
          <ExactTime id={id} value={value} onChange={onChange} label={label} />
        </>
      )}
    </View>
  )
}
