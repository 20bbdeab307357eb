import type { AbortSignalLike } from '@/data/call/abort'
import { call } from '@/data/call/client'
import { useReading, type Reading } from '@/data/read/use-reading'
import { useSettled } from '@/data/read/use-settled'
import type { ResponseOf } from '../../../types/contract/index'
import { wholeNumber } from '../filing/caller-number'

export type KnownCaller = ResponseOf<'ticket', 'findCaller'>

const load = (phone: string, signal: AbortSignalLike): Promise<KnownCaller> =>
  call('ticket', 'findCaller', { phone }, { retries: 1, quiet: true, signal })

/**
 * Who rings up, as soon as the number is whole: each look is recorded (D-PO-4), so nothing is asked while somebody types. Nothing of it
 * stays on the device.
 */
export function useKnownCaller(typed: string): Reading<KnownCaller> & { asks: boolean } {
  const number = wholeNumber(typed)
  const settled = useSettled(number, 300)
  const asks = number !== null && settled === number
  const reading = useReading<KnownCaller>({
    name: 'ticket.findCaller',
    key: settled ?? '',
    load,
    keep: false,
    enabled: asks,
  })
  return { ...reading, asks }
}
