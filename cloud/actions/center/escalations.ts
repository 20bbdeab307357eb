import { listScopesOf } from '../../domain/access/lists'
import { type EscalationCursor, escalationsOf } from '../../store/report/overview'
import { isId } from '../../store/engine/ids'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { categoryNames } from './category-names'

const defaultLimit = 20

function decode(cursor: string): EscalationCursor {
  const [, at, ticketId = '', seq] = /^(\d{1,15})_([0-9a-f-]{36})_(\d{1,9})$/.exec(cursor) ?? []
  if (!isId(ticketId)) throw CallError.field('invalidRequest', 'cursor', '列表已经更新，请下拉刷新')
  return { at: Number(at), ticketId, seq: Number(seq) }
}

/**
 * Escalations told to the caller, newest first, with what has become of them (D-SLA-15): of tickets that the caller's posts
 * of today let them list (D-PO-2).
 */
export const escalations: Handler<'center', 'escalations'> = async (input, { runtime, caller }) => {
  const { limit = defaultLimit, openOnly = false } = input
  const cursor = input.cursor === undefined ? null : decode(input.cursor)
  const scopes = listScopesOf(caller.actor)
  const rows = await escalationsOf(
    runtime.db,
    { personId: caller.actor.id, scopes },
    { openOnly, cursor, limit: limit + 1 },
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const categoryName = await categoryNames(runtime, [...new Set(shown.map(row => row.centerId))])
  return {
    items: shown.map(({ centerId: _center, seq: _seq, categoryId, ...row }) => ({
      ...row,
      category: categoryName(categoryId),
    })),
    nextCursor: rows.length > limit && last ? `${last.noticedAt}_${last.ticketId}_${last.seq}` : null,
  }
}
