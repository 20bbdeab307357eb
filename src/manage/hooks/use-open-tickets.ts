import { call } from '@/data/call/client'
import { useReading } from '@/data/read/use-reading'

/** How many open tickets somebody has in a center, which must be handed over before they leave (D-RT-7); null: not known. */
export function useOpenTickets(centerId: string, personId: string | null): number | null {
  const { value } = useReading({
    name: 'manage:open-tickets',
    key: centerId,
    load: (key, signal) => call('staff', 'list', { centerId: key }, { retries: 1, signal }),
    keep: false,
    enabled: personId !== null,
  })
  return value?.people.find(({ id }) => id === personId)?.openTickets ?? null
}
