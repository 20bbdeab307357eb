import { answerWords } from '../../../types/words/questionnaire'
import { placeShownTo, textShownTo, viewerOf } from '../../domain/access/viewer'
import {
  answeredBy,
  erasePerson,
  filedBy,
  joinedBy,
  noticesTo,
  spokenAtHome,
  surveyAnswersOf,
  writtenBy,
} from '../../store/people/personal-data'
import { CallError } from '../call-error'
import { visible } from '../granted'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { exportPage } from './export-pages'

const said = (body: object): string => {
  const text = 'text' in body ? body.text : 'reason' in body ? body.reason : null
  return typeof text === 'string' ? text : ''
}

/** D-AR-2: everything that is stored about the caller, part by part. @throws CallError invalidRequest for a cursor of none of ours */
export const exportMyData: Handler<'account', 'exportMyData'> = async ({ cursor = '0' }, { runtime, caller }) => {
  if (!/^\d{1,9}$/.test(cursor)) throw CallError.field('invalidRequest', 'cursor', '内容已经更新，请重新导出')
  const { db } = runtime
  const { person } = caller
  const households = caller.actor.rooms.map(({ householdId }) => householdId)
  const joined = [...(await joinedBy(db, person.id)), ...(await spokenAtHome(db, person.id, households))]
  // Of what others filed: that one joined it or follows it at home, and one's own words.
  const filed = [...(await filedBy(db, person.id)), ...joined.map(ticket => ({ ticket, contact: null }))]
  const written = await writtenBy(
    db,
    filed.map(({ ticket }) => ticket.id),
    person.id,
  )
  const parts = {
    tickets: filed.map(({ ticket, contact }) => {
      const viewer = visible(viewerOf(ticket, caller.actor))
      return {
        number: ticket.number,
        filedAt: ticket.filedAt,
        state: ticket.state,
        place: placeShownTo(ticket, viewer).name,
        text: textShownTo(ticket, viewer),
        contact,
        messages: written.flatMap(entry =>
          entry.ticketId === ticket.id && said(entry.body) !== '' ? [{ at: entry.at, text: said(entry.body) }] : [],
        ),
      }
    }),
    surveys: (await answeredBy(db, person.id)).flatMap(row =>
      row.answeredAt === null ? [] : [{ number: row.number, answeredAt: row.answeredAt, answers: row.answers }],
    ),
    householdSurveys: (await surveyAnswersOf(db, households)).map(({ title, channel, questions, answers }) => ({
      title,
      channel,
      answers: questions.flatMap(question => {
        const { [question.id]: answer } = answers
        return answer === undefined ? [] : [{ question: question.words, answer: answerWords(question, answer) }]
      }),
    })),
    notices: await noticesTo(db, person.id),
  }
  const { next, ...page } = exportPage(parts, Number(cursor))
  return {
    exportedAt: runtime.clock.now(),
    person: { name: person.name, phone: person.phone, rooms: person.rooms.map(room => room.name) },
    ...page,
    nextCursor: next === null ? null : String(next),
  }
}

/**
 * D-AR-2: irreversible. Staff are refused: their posts and open tickets must be handed over first.
 * @throws CallError wrongState for members of staff
 */
export const eraseMe: Handler<'account', 'eraseMe'> = async (input, call) => {
  const { runtime, caller } = call
  if (caller.actor.posts.length > 0)
    throw new CallError('wrongState', '您还有工作岗位，请先请管理员办理离岗交接，再注销个人信息')
  const centerId = caller.person.centerIds[0] ?? caller.actor.id
  return once(call, { action: 'account.eraseMe', centerId, request: input }, async trx => {
    const erasedAt = runtime.clock.now()
    await erasePerson(trx, caller.actor.id, erasedAt)
    return { erasedAt }
  })
}
