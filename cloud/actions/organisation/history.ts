import { isId } from '../../store/engine/ids'
import { listChanges } from '../../store/organisation/changes'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { companyOf } from './organised'

const defaultLimit = 30

/** What has been configured, the latest on top (D-OR-5). */
export const history: Handler<'organisation', 'history'> = async ({ cursor, limit = defaultLimit }, call) => {
  if (cursor !== undefined && !isId(cursor))
    throw CallError.field('invalidRequest', 'cursor', '列表已经更新，请下拉刷新')
  const found = await listChanges(call.runtime.db, companyOf(call), { before: cursor ?? null, limit: limit + 1 })
  const items = found.slice(0, limit).map(change => ({ ...change, by: change.by ?? '系统' }))
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.changeId ?? null) : null }
}
