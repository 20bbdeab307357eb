import type { Kysely } from 'kysely'
import { clockActor } from '../../cloud/domain/access/actor'
import type { CompiledPolicy } from '../../cloud/domain/policy/compile/compile'
import { defaultPolicy } from '../../cloud/domain/policy/model/default-policy'
import type { Policy } from '../../cloud/domain/policy/model/policy'
import type { Directory } from '../../cloud/domain/routing/directory'
import { effectsOf } from '../../cloud/domain/effects/effects'
import { decide } from '../../cloud/domain/ticket/decide'
import type { Ticket } from '../../cloud/domain/ticket/state'
import { emptyMemory, directoryOf, findCenter, policyOf } from '../../cloud/store/place/center'
import { openDatabase } from '../../cloud/store/engine/open-database'
import { newId } from '../../cloud/store/engine/ids'
import { migrate } from '../../cloud/store/migrate'
import type { Database } from '../../cloud/store/schema'
import { type Change, append } from '../../cloud/store/ticket/append'
import { inTransaction } from '../../cloud/store/engine/transaction'
import { hour, march } from '../../test/builders/clock'
import { type Ids, buildEstate } from '../../test/builders/estate'
import { aFiling } from '../../test/builders/filing'

/** Tickets are filed from here on, one each millisecond, within working hours. */
const filedFrom = march(3, '09:00')

/** An hour later half of the two hours to accept a ticket is used up, for every one of them: one warning each. */
export const firstWarningsAt = filedFrom + hour + 60_000

const texts = [
  '三楼到四楼的楼道里堆着建筑垃圾已经有一个星期了，老人和小孩经过很不方便，麻烦尽快安排人来清理，谢谢。',
  '一楼大厅的灯坏了两天，晚上回家看不清台阶，请安排人来看看。',
  '电梯里的扶手松了，按楼层的时候会晃，担心老人抓不稳。',
]

interface Place {
  readonly directory: Directory
  readonly policy: CompiledPolicy
  readonly ids: Ids
}

/** One more ticket, decided as every filing is, with a history of its own and its own hashes. */
function fileOne({ directory, policy, ids }: Place, index: number): Change {
  const at = filedFrom + index
  const filing = aFiling({
    ticketId: newId(),
    centerId: ids('center-1'),
    number: `D${String(index).padStart(11, '0')}`,
    category: 'lighting',
    placeId: ids('room-101'),
    buildingId: ids('b1'),
    filerId: ids('resident-1'),
    text: texts[index % texts.length],
    policyVersion: policy.version,
  })
  const context = { now: at, actor: { ...clockActor, id: ids('resident-1') }, policy, directory, workloads: new Map() }
  const decision = decide(null, { command: 'file', filing }, context)
  if (!decision.ok) throw new Error(`a filing was refused: ${decision.refusal.code}`)
  const after: Ticket = decision.ticket
  const { events } = decision
  const effects = effectsOf({ before: null, events, after, directory, policy, policyBefore: policy })
  return { before: null, after, events, effects: { ...effects, notices: { notices: [], held: [] } } }
}

const batch = 500

async function fill(db: Kysely<Database>, tickets: number, rules: Policy): Promise<void> {
  const ids = await buildEstate(db, rules)
  const source = { db, memory: emptyMemory(), clock: { now: () => filedFrom } }
  const center = await findCenter(db, ids('center-1'))
  if (!center) throw new Error('the estate has no center')
  const place = { ids, directory: await directoryOf(source, center), policy: await policyOf(source, center.id, 1) }
  for (let from = 0; from < tickets; from += batch) {
    const count = Math.min(batch, tickets - from)
    const filed = Array.from({ length: count }, (_, index) => fileOne(place, from + index))
    await inTransaction(db, trx => append(trx, filed, { outside: false }))
  }
}

/** Fills an empty database with that many dispatched tickets, each with deadlines running and nothing fired yet. */
export async function seedTickets(databaseUrl: string, tickets: number, rules = defaultPolicy): Promise<void> {
  const opened = await openDatabase({ databaseUrl })
  try {
    await migrate(opened.db)
    await fill(opened.db, tickets, rules)
  } finally {
    await opened.close()
  }
}
