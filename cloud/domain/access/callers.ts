import type { Caller as CallerName } from '../../../types/contract/define'
import type { Actor } from './actor'

/** Whether somebody is among those an action is for (D-PO-1). What it answers or does is decided by the action. */
export const isAmong = (actor: Actor, callers: readonly CallerName[]): boolean =>
  callers.some(name => {
    if (name === 'anyone' || name === 'signedIn') return true
    // Somebody without any post is a resident, be it one whose room is yet to be bound.
    if (name === 'resident') return actor.rooms.length > 0 || actor.posts.length === 0
    return actor.posts.some(post => post.role === name)
  })
