import { deliverNotices } from '../../cloud/actions/notify/deliver'
import { smsChannel } from '../../cloud/actions/notify/sms-channel'
import type { NoticeChannel } from '../../cloud/platform/ports'
import type { Sms, SmsOutcome } from '../../cloud/platform/sms/tencent-cloud'
import { minute } from '../builders/clock'
import { phoneOf } from '../builders/estate'
import type { World } from '../builders/world'
import { describeWorld } from '../support/describe-world'

/** D-NT-1, D-SLA-4: in an emergency whoever has to go is told by SMS, whatever else reaches them. */
describeWorld('SMS about an emergency', tell => {
  const sending = (world: World) => {
    const sent: Sms[] = []
    const others: string[] = []
    /** What the next sends of each come to; `sent` after that. */
    const sms: SmsOutcome[] = []
    const chat: ('sent' | 'later' | 'never')[] = []
    const log = (line: string) => void world.log.push(line)
    const besides = smsChannel({
      db: world.db,
      templateId: '7654321',
      log,
      send: async message => {
        const outcome = sms.shift() ?? { outcome: 'sent' }
        if (outcome.outcome === 'sent') sent.push(message)
        return outcome
      },
    })
    const other: NoticeChannel = {
      name: 'chat',
      send: async ({ personId }) => {
        const outcome = chat.shift() ?? 'sent'
        if (outcome === 'sent') others.push(personId)
        return outcome
      },
    }
    // In whatever order they stand.
    const runtime = world.process({ channels: [other, besides] })
    const file = (urgency: 'emergency' | 'normal', text = '电梯里有人被困，王先生 13800000000') =>
      world.call(
        'resident-1',
        'ticket.file',
        {
          idempotencyKey: `filed-as-${urgency}-${sent.length}`,
          kind: 'complaint',
          category: 'lift',
          urgency,
          placeId: world.ids('room-101'),
          text,
        },
        runtime,
      )
    return { sent, others, sms, chat, file, deliver: () => deliverNotices(runtime, { budgetMs: 60_000 }) }
  }
  const staffOf = (sent: readonly Sms[]) => new Set(sent.map(({ phone }) => phone))

  tell('goes to staff and no resident, beside the other channel, and names nothing but the number', async world => {
    const { sent, others, file, deliver } = sending(world)
    await file('emergency')
    await deliver()
    const { number, assignee_id: assignee } = await world.db
      .selectFrom('ticket')
      .select(['number', 'assignee_id'])
      .executeTakeFirstOrThrow()
    expect(sent.length).toBeGreaterThan(0)
    expect(new Set(sent.map(({ params }) => params.join()))).toEqual(new Set([number]))
    expect(staffOf(sent)).not.toContain(phoneOf('resident-1'))
    if (assignee !== null) expect(others).toContain(assignee)
  })

  tell('is not sent about anything else', async world => {
    const { sent, others, file, deliver } = sending(world)
    await file('normal', '电梯里的灯暗了一点')
    await deliver()
    expect(others).not.toEqual([])
    expect(sent).toEqual([])
  })

  tell('once: what fails beside it is not tried again, what fails of it is', async world => {
    const { sent, sms, chat, file, deliver } = sending(world)
    await file('emergency')
    sms.push({ outcome: 'later', why: 'LimitExceeded' })
    chat.push('later', 'later', 'later', 'later')
    await deliver()
    const first = sent.length
    world.clock.advance(minute)
    await deliver()
    const perPhone = sent.map(({ phone }) => phone)
    expect(new Set(perPhone).size).toBe(perPhone.length)
    expect(sent.length).toBeGreaterThan(first)
  })
})
