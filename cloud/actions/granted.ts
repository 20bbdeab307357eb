import { CallError } from './call-error'

/** What `domain/access` grants. @throws CallError `forbidden` where it grants nothing (null, or an empty list) */
export function granted<T>(access: T | null, message?: string): T {
  if (access === null || (Array.isArray(access) && access.length === 0)) throw new CallError('forbidden', message)
  return access
}

/** What `domain/access` lets see. @throws CallError `notFound` for strangers: for them it does not exist (null) */
export function visible<T>(access: T | null): T {
  if (access === null) throw new CallError('notFound')
  return access
}
