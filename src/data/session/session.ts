import type { ResponseOf } from '../../../types/contract/index'
import type { Role } from '../../../types/vocabulary'
import { device } from '../device/device'
import { createObservable } from '../device/observable'
import { forgetFiles } from '../device/local-file'
import { storage } from '../device/storage'
import { queryClient } from '../read/query-client'

export type Me = ResponseOf<'account', 'me'>

const tokenKey = 'session:token'
const roleKey = 'session:role'
const centerKey = 'session:center'
const personKey = 'session:person'

const readText = (key: string): string | null => {
  const stored: unknown = device.get(key)
  return typeof stored === 'string' && stored !== '' ? stored : null
}

let token: string | null | undefined

/** The session's token, kept on the device; null before sign-in. */
export function currentToken(): string | null {
  token ??= readText(tokenKey)
  return token
}

/** Who is signed in, as last answered by `account.me`; null until it has answered. */
export const me = createObservable<Me | null>(null)

/** The account that may act on this phone now; null: nobody is signed in, or the session has run out. */
export const owner = createObservable<string | null>(null)

/** The post whose screens are shown; a person with several chooses on the profile page. */
export const chosenRole = createObservable<Role | null>(null)

/** The center whose management is shown; a person with posts in several chooses on the hub. */
export const chosenCenter = createObservable<string | null>(null)

export function keepToken(next: string): void {
  // Nothing of the person before stays in sight, and nothing of theirs is sent under the new session.
  queryClient.clear()
  me.set(null)
  owner.set(null)
  token = next
  device.set(tokenKey, next)
}

export function keepMe(next: Me): void {
  const before = readText(personKey)
  // The person before has not signed out: what they had begun is laid aside for them.
  if (before !== null && before !== next.id) storage.changePerson(before, next.id)
  device.set(personKey, next.id)
  me.set(next)
  owner.set(next.id)
  storage.cache('account.me', next)
}

/** Whose screens somebody starts with; an administrator has no post before there is a center to hold it in (D-OR-1). */
export const firstRoleOf = (account: Pick<Me, 'posts' | 'administers'> | null): Role =>
  account?.posts[0]?.role ?? (account?.administers ? 'admin' : 'resident')

export function chooseRole(role: Role): void {
  chosenRole.set(role)
  device.set(roleKey, role)
}

export function chooseCenter(centerId: string): void {
  chosenCenter.set(centerId)
  device.set(centerKey, centerId)
}

/** At start: who was signed in last time, so that the first screen is theirs before the network has answered. */
export function restoreSession(): void {
  if (!currentToken()) return
  me.set(storage.readCached<Me>('account.me')?.value ?? null)
  owner.set(me.get()?.id ?? null)
  chosenRole.set(readText(roleKey) as Role | null)
  chosenCenter.set(readText(centerKey))
}

/** Forgets token, person and everything read or typed on this device. */
export function endSession(): void {
  token = null
  device.remove(tokenKey)
  device.remove(roleKey)
  device.remove(centerKey)
  chosenRole.set(null)
  chosenCenter.set(null)
  me.set(null)
  owner.set(null)
  device.remove(personKey)
  queryClient.clear()
  storage.forgetAll()
  forgetFiles(storage.names)
}

/** The session has run out: what was typed stays on the device for the same person to come back to. */
export function dropToken(): void {
  token = null
  owner.set(null)
  device.remove(tokenKey)
}
