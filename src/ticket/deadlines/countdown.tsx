import { Text } from '@tarojs/components'
import { useState } from 'react'
import { exactDueText, promiseText, remainingText, standingOf, untilNextChange } from '@/ui/words/time'
import { useNow } from '@/data/read/use-now'
import { a11y } from '@/ui/a11y'
import './countdown.scss'

interface CountdownProps {
  /** Epoch ms. */
  startedAt: number
  dueAt: number
  /** 「今天 18:00 前」 (promise) or 「还剩 2 小时」 (remaining, the default). */
  say?: 'promise' | 'remaining'
}

/** The time left in words; the exact time on tap (L-WRD-2). A page shows one of them (L-WRD-3). */
export const Countdown = ({ startedAt, dueAt, say = 'remaining' }: CountdownProps) => {
  const now = useNow(at => untilNextChange(dueAt, at))
  const [exact, setExact] = useState(false)
  const words = exact ? exactDueText(dueAt) : say === 'promise' ? promiseText(dueAt, now) : remainingText(dueAt, now)
  return (
    <Text
      className={`countdown tappable countdown-${standingOf(startedAt, dueAt, now)}`}
      {...a11y({ role: 'button', label: `${words}，点按查看准确时间` })}
      onClick={() => setExact(!exact)}
    >
      {words}
    </Text>
  )
}
