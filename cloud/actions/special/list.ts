import type { AnswerOf } from '../../../types/contract'
import { type DeadlineKind, draftKindLabels, keysOf, specialListLabels } from '../../../types/vocabulary'
import { remedyWord } from '../../../types/words/remedy'
import { watchedBy } from '../../domain/access/lists'
import { reportKinds } from '../../domain/deadline/run-rules'
import { isDeadline, timersOf } from '../../domain/deadline/timers'
import { isOnline, reachOf } from '../../domain/special/approval'
import { type Ticket, isFollowed, openDraft, openRemedy } from '../../domain/ticket/state'
import { isId } from '../../store/engine/ids'
import { policyFor } from '../../store/place/center'
import { type SpecialCursor, countSpecial, specialTickets } from '../../store/report/special'
import { CallError } from '../call-error'
import { categoryNames } from '../center/category-names'
import { granted } from '../granted'
import type { Handler } from '../handlers'
import type { Runtime } from '../runtime'
import { lineOf } from './line'

type Item = AnswerOf<'special', 'list'>['items'][number]

const defaultLimit = 20

function decode(cursor: string): SpecialCursor {
  const [, at, id = ''] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor) ?? []
  if (!isId(id)) throw CallError.field('invalidRequest', 'cursor', '列表已经更新，请下拉刷新')
  return { at: Number(at), id }
}

const shownKinds: readonly DeadlineKind[] = [...reportKinds, 'approval', 'reportBack', 'dispute']

async function clocksOf(runtime: Runtime, ticket: Ticket): Promise<Item['clocks']> {
  const policy = await policyFor(runtime, ticket)
  return timersOf(ticket, policy).flatMap(timer => {
    if (!isDeadline(timer) || timer.endedAt !== null) return []
    // The news of a third party is a promise; on any other matter it is daily work (D-SP-6).
    const isShown = shownKinds.includes(timer.kind) || (timer.kind === 'progress' && isFollowed(ticket))
    if (!isShown || (timer.metAt !== null && timer.breachedAt === null)) return []
    const { kind, cycle, startedAt, dueAt, metAt, breachedAt } = timer
    return [{ kind, cycle, startedAt, dueAt, metAt, breachedAt }]
  })
}

function approvalOf(ticket: Ticket): Item['approval'] {
  const draft = openDraft(ticket)
  if (draft) return { what: draftKindLabels[draft.about.kind], by: draft.post, name: draft.approver.personName }
  const remedy = openRemedy(ticket)
  return remedy?.approver
    ? { what: remedyWord(remedy.kind, remedy.sum), by: null, name: remedy.approver.personName }
    : null
}

const onlineOf = (ticket: Ticket): Item['online'] =>
  isOnline(ticket)
    ? {
        posts: ticket.posts?.length ?? 0,
        reach: reachOf(ticket),
        readAt: (ticket.posts ?? []).reduce<number | null>((latest, { readings }) => {
          const readAt = readings.at(-1)?.readAt ?? null
          return readAt !== null && (latest === null || readAt > latest) ? readAt : latest
        }, null),
      }
    : null

/** Special matters of what the caller watches, with what is owed about each. */
export const list: Handler<'special', 'list'> = async (input, { runtime, caller }) => {
  const { limit = defaultLimit, all = false } = input
  const cursor = input.cursor === undefined ? null : decode(input.cursor)
  const watched = granted(watchedBy(caller.actor, input.centerId))
  const found = await specialTickets(runtime.db, watched, { list: input.list, all, cursor, limit: limit + 1 })
  const counts = await countSpecial(runtime.db, watched)
  const shown = found.slice(0, limit)
  const categoryName = await categoryNames(runtime, [...new Set(shown.map(({ centerId }) => centerId))])
  const items: Item[] = []
  for (const ticket of shown) {
    const { severity, severityProposal, filedAt, thirdParty } = ticket
    items.push({
      ...lineOf(ticket, categoryName),
      severity,
      filedAt,
      toJudge: severityProposal?.judged === null ? severityProposal.severity : null,
      alarms: (ticket.alarms ?? []).map(({ why, at }) => ({ why, at })),
      online: onlineOf(ticket),
      thirdParty: thirdParty
        ? {
            kind: thirdParty.kind,
            name: thirdParty.name,
            followed: isFollowed(ticket),
            ownerName: thirdParty.owner?.personName ?? null,
          }
        : null,
      approval: approvalOf(ticket),
      clocks: await clocksOf(runtime, ticket),
    })
  }
  const last = shown.at(-1)
  const zero = Object.fromEntries(keysOf(specialListLabels).map(mark => [mark, counts.get(mark) ?? 0]))
  return {
    counts: zero as Record<(typeof input)['list'], number>,
    items,
    nextCursor: found.length > limit && last ? `${last.filedAt}_${last.id}` : null,
  }
}
