import { QueryClient, onlineManager } from '@tanstack/react-query'
import { online } from '../device/network'
import { onWritten } from '../send/written'

/** How long a reading that no page shows stays in memory, ms; the device stores it longer. */
const forgottenAfterMs = 5 * 60_000

/**
 * How long a reading counts as fresh, ms. One from the future was read before the phone's clock was put right, and would
 * count as fresh until that time comes: it is read again at once.
 */
export const freshFor =
  (ms: number) =>
  ({ state }: { state: { dataUpdatedAt: number } }): number =>
    state.dataUpdatedAt > Date.now() ? -Infinity : ms

/**
 * The one cache of everything read from the server; readings are named by what they are and of whom or what. Hooks are
 * given it by name, since the pages of a mini-program have no common root to provide it.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // `call` tries again by itself, and says at once when there is no network, so that what was kept is shown with the reason.
      retry: false,
      networkMode: 'always',
      // A page that comes to the front reads again by itself (use-reading.ts).
      refetchOnWindowFocus: false,
      refetchOnReconnect: true,
      gcTime: forgottenAfterMs,
      staleTime: freshFor(0),
    },
  },
})

onlineManager.setEventListener(setOnline => online.subscribe(() => setOnline(online.get())))

/** What a command cannot change is not read again after one. */
export const steadyReading = { steady: true } as const

// After a command any reading may be out of date: those in sight are read again now, the others when they are shown.
onWritten(() => {
  void queryClient.invalidateQueries({ predicate: ({ meta }) => meta?.steady !== true })
})
