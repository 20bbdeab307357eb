import { wallClock } from '@/ui/words/wall-clock'

/** 「早上好」 … by the wall clock of +08:00. `now` in epoch ms. */
export function greeting(now: number): string {
  const hour = wallClock(now).hour()
  if (hour < 5) return '夜深了'
  if (hour < 11) return '早上好'
  if (hour < 13) return '中午好'
  if (hour < 18) return '下午好'
  return '晚上好'
}
