import { createHash } from 'node:crypto'
import type { Caller as CallerName } from '../../types/contract/define'
import { isAmong } from '../domain/access/callers'
import type { KnownPerson } from '../store/people/person'
import { addPerson, personById, personByOpenid, personBySession } from '../store/people/person'
import { newId } from '../store/engine/ids'
import { CallError } from './call-error'
import type { Caller, Runtime } from './runtime'

/** SHA-256 of a session token, hex: the table holds nothing that signs anybody in. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

const callerOf = (person: KnownPerson, sessionHash: string | null): Caller => ({
  actor: {
    id: person.id,
    name: person.name,
    posts: person.posts,
    rooms: person.rooms,
    administers: person.administers,
  },
  person,
  openid: person.openid,
  sessionHash,
})

/** Whoever holds the session; null: forged, expired, signed out or erased. */
export async function callerByToken(runtime: Runtime, token: string): Promise<Caller | null> {
  if (token.length < 16 || token.length > 200) return null
  const hash = tokenHash(token)
  const person = await personBySession(runtime.db, hash, runtime.wallClock.now())
  return person ? callerOf(person, hash) : null
}

/** What somebody is called who has come by WeChat and has told no name. */
export const newcomerName = '微信用户'

/** Whoever WeChat vouches for. Somebody new becomes a person without rooms, who may look around. */
export async function callerByOpenid(runtime: Runtime, openid: string): Promise<Caller> {
  const known = await personByOpenid(runtime.db, openid)
  if (known) return callerOf(known, null)
  await addPerson(runtime.db, { id: newId(), name: newcomerName, phone: null, openid, at: runtime.wallClock.now() })
  const added = await personByOpenid(runtime.db, openid)
  // An erased person's openid was emptied, so it can't be found again; nobody else deletes people.
  if (!added) throw new CallError('unauthenticated')
  return callerOf(added, null)
}

/** A person of the database as a caller, vouched for by whoever asks: the demo's seed. null: unknown or erased. */
export async function callerByPerson(runtime: Runtime, personId: string): Promise<Caller | null> {
  const person = await personById(runtime.db, personId)
  return person ? callerOf(person, null) : null
}

/** Whether the caller is among those an action is for (D-PO-1). */
export const mayCall = ({ actor }: Caller, callers: readonly CallerName[]): boolean => isAmong(actor, callers)
