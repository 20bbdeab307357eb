import { addCredits } from '../../store/notice/credits'
import type { Handler } from '../handlers'

/**
 * Counts what the caller has accepted. Where the platform pushes its own word of that (`takePushed`), that one counts and this is left
 * alone: both would count one accept twice.
 */
export const accepted: Handler<'notice', 'accepted'> = async ({ templateIds }, { runtime, caller }) => {
  const known = Object.values(runtime.templates).map(({ id }) => id)
  if (caller.openid !== null && !runtime.countsPushes)
    await addCredits(
      runtime.db,
      caller.openid,
      templateIds.filter(id => known.includes(id)),
      runtime.wallClock.now(),
    )
  return { done: true as const }
}
