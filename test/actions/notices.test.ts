import { deadLetters } from '../../cloud/store/timer/dead-letters'
import { deliverNotices } from '../../cloud/actions/notify/deliver'
import type { NoticeChannel } from '../../cloud/platform/ports'
import { leaseNotices, settleNotice } from '../../cloud/store/notice/inbox'
import { march, minute, second } from '../builders/clock'
import { type World, aKey } from '../builders/world'
import { describeWorld, describeWorldOnEachEngine } from '../support/describe-world'

type Outcome = Awaited<ReturnType<NoticeChannel['send']>>

/** A channel that answers as told, and holds its answers back while the gate is shut. */
class FakeChannel implements NoticeChannel {
  readonly name = 'fake'
  readonly sent: { personId: string; title: string }[] = []
  /** What the next sends come to; `sent` after that. */
  outcomes: (Outcome | Error)[] = []
  gate: Promise<void> = Promise.resolve()

  async send({ personId, title }: { personId: string; title: string }): Promise<Outcome> {
    this.sent.push({ personId, title })
    await this.gate
    const outcome = this.outcomes.shift() ?? 'sent'
    if (outcome instanceof Error) throw outcome
    return outcome
  }
}

const deliver = (world: World) => deliverNotices(world.process(), { budgetMs: 60_000 })
const rowsOf = (world: World, person: string) =>
  world.db
    .selectFrom('notice')
    .where('person_id', '=', world.ids(person))
    .select(['title', 'channel_state', 'attempts', 'next_attempt_at'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()

describeWorld('the inbox', tell => {
  tell('everybody concerned is told once, and nobody of their own acts', async world => {
    const ticketId = await world.verified()
    expect(await world.inbox('resident-1')).toEqual([
      '请您评价',
      '已处理好，正在复核',
      'steward-1 的名字开始处理',
      '已安排steward-1 的名字处理',
    ])
    expect(await world.inbox('steward-1')).toEqual(['【加急】新工单，请接单'])
    expect(await world.inbox('clerk-2')).toEqual(['待验证'])
    const { items } = await world.ok('resident-1', 'notice.list', {})
    expect(new Set(items.map(item => item.ticketId))).toEqual(new Set([ticketId]))
    expect(await world.inbox('resident-2')).toEqual([])
  })

  tell('what it keeps says date and weekday, also where it was stored with 今天 and 明天', async world => {
    const ticketId = await world.file()
    await world.act('steward-1', ticketId, 'accept', {})
    await world.act('steward-1', ticketId, 'hold', { reason: 'awaitingPart', until: march(3, '18:00') })
    const held = async () => {
      const { items } = await world.ok('resident-1', 'notice.list', {})
      return items.find(({ type }) => type === 'held')
    }
    const words = (await held())?.text
    expect(words).toContain('预计 3月3日周二 18:00 继续')
    const { timeline, promise, promiseSaidAt } = await world.get('resident-1', ticketId)
    expect(timeline.find(({ type }) => type === 'held')?.text).toBe('预计 3月3日周二 18:00 继续')
    expect([promise?.includes('明天 18:00'), promiseSaidAt]).toEqual([true, world.clock.now()])
    await world.db
      .updateTable('notice')
      .set({ text: words?.replace('3月3日周二', '明天') })
      .where('id', '=', (await held())?.noticeId ?? '')
      .execute()
    expect((await held())?.text).toBe(words)
  })

  tell('it pages, counts what is unread, and is read by its owner alone', async world => {
    await world.verified()
    const all = (await world.ok('resident-1', 'notice.list', {})).items.map(item => item.noticeId)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await world.ok('resident-1', 'notice.list', { limit: 3, cursor })
      paged.push(...page.items.map(item => item.noticeId))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(paged).toEqual(all)
    expect((await world.ok('resident-1', 'account.me', {})).unread).toBe(4)
    await world.ok('steward-1', 'notice.read', { noticeIds: all })
    const read = await world.ok('resident-1', 'notice.read', { noticeIds: all.slice(0, 1) })
    expect(read).toEqual({ unread: 3 })
    expect((await world.ok('resident-1', 'notice.list', {})).items.map(item => item.read)).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(await world.ok('resident-1', 'notice.read', {})).toEqual({ unread: 0 })
    expect(await world.ok('resident-1', 'notice.read', { noticeIds: ['no-id'] })).toEqual({ unread: 0 })
    for (const bad of ['x', `1_${'-'.repeat(36)}`])
      expect(await world.refusal('resident-1', 'notice.list', { cursor: bad })).toBe('invalidRequest')
  })

  tell('without another channel nothing waits to be sent', async world => {
    await world.file()
    expect((await rowsOf(world, 'steward-1'))[0]).toMatchObject({ channel_state: 'inbox', next_attempt_at: null })
    expect(await deliver(world)).toEqual({ sent: 0, failed: 0, more: false })
  })
})

/** A story with a channel of its own. */
describeWorldOnEachEngine('delivery outside', tell => {
  const withChannel = (title: string, story: (world: World, channel: FakeChannel) => Promise<void>): void => {
    // One per engine: the list is filled anew before each story.
    const channels: NoticeChannel[] = []
    tell(
      title,
      async world => {
        const channel = new FakeChannel()
        channels.splice(0, channels.length, channel)
        await story(world, channel)
      },
      { channels },
    )
  }

  withChannel('each receiver gets own notices in order', async (world, channel) => {
    const ticketId = await world.file()
    await world.act('clerk-1', ticketId, 'reply', { text: '马上安排' })
    expect(await deliver(world)).toEqual({ sent: 3, failed: 0, more: false })
    const titles = channel.sent.filter(({ personId }) => personId === world.ids('resident-1')).map(({ title }) => title)
    expect(titles).toEqual(['已安排steward-1 的名字处理', '有新的回复'])
    expect(await deliver(world)).toEqual({ sent: 0, failed: 0, more: false })
  })

  withChannel('what fails is tried again later, later each time, before anything newer', async (world, channel) => {
    await world.act('clerk-1', await world.file(), 'note', { text: '略' })
    channel.outcomes = ['later', new Error('no connection')]
    await deliver(world)
    channel.sent.length = 0
    await world.file('resident-1')
    world.clock.advance(-minute)
    expect(await deliver(world)).toMatchObject({ more: false })
    expect(channel.sent).toEqual([])
    world.clock.advance(minute - 1)
    await deliver(world)
    expect(channel.sent).toEqual([])
    channel.outcomes = ['later', 'later']
    world.clock.advance(1)
    await deliver(world)
    expect(channel.sent).toHaveLength(2)
    expect((await rowsOf(world, 'steward-1')).map(row => row.attempts)).toEqual([2, 0])
    world.clock.advance(2 * minute - 1)
    await deliver(world)
    expect(channel.sent).toHaveLength(2)
    world.clock.advance(1)
    expect(await deliver(world)).toEqual({ sent: 4, failed: 0, more: false })
  })

  withChannel('after eight attempts it is given up, and the next one goes out', async (world, channel) => {
    await world.file('clerk-1', { onBehalf: { channel: 'phone' } })
    channel.outcomes = Array.from({ length: 8 }, () => 'later' as const)
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await deliver(world)
      world.clock.advance(130 * minute)
    }
    expect(await rowsOf(world, 'steward-1')).toEqual([
      expect.objectContaining({
        channel_state: 'failed',
        attempts: 8,
        next_attempt_at: null,
      }),
    ])
    const [letter] = await deadLetters(world.db, { limit: 10 })
    expect(letter).toMatchObject({ work: 'notice', attempts: 8, error: 'fake: later' })
    await world.file('clerk-1', { onBehalf: { channel: 'phone' } })
    expect(await deliver(world)).toEqual({ sent: 1, failed: 0, more: false })

    // Somebody has seen to it and says so: it is sent after all.
    const retry = { idempotencyKey: aKey(), work: 'notice', itemId: letter?.itemId ?? '' } as const
    expect(await world.ok('manager-1', 'center.retryDeadLetter', retry)).toMatchObject({ retried: true })
    expect(await deliver(world)).toEqual({ sent: 1, failed: 0, more: false })
    expect(await deadLetters(world.db, { limit: 10 })).toEqual([])
  })

  withChannel('what can never be delivered stays in the inbox', async (world, channel) => {
    await world.file('clerk-1', { onBehalf: { channel: 'phone' } })
    channel.outcomes = ['never']
    expect(await deliver(world)).toEqual({ sent: 0, failed: 0, more: false })
    expect(await rowsOf(world, 'steward-1')).toMatchObject([{ channel_state: 'failed', next_attempt_at: null }])
    expect(await world.inbox('steward-1')).toHaveLength(1)
  })

  withChannel('two workers never send to one person at once', async (world, channel) => {
    const ticketId = await world.file('clerk-1', { onBehalf: { channel: 'phone' } })
    await world.act('manager-1', ticketId, 'supervise', { text: '请抓紧' })
    let open = (): void => undefined
    channel.gate = new Promise(resolve => (open = resolve))
    const first = deliver(world)
    while (channel.sent.length === 0) await new Promise(setImmediate)
    expect(await deliver(world)).toEqual({ sent: 0, failed: 0, more: false })
    expect(channel.sent).toHaveLength(1)
    open()
    expect(await first).toEqual({ sent: 2, failed: 0, more: false })
  })

  withChannel('the lease of a worker that died is taken over; its late word undoes nothing', async (world, channel) => {
    await world.file('clerk-1', { onBehalf: { channel: 'phone' } })
    const now = world.clock.now()
    const [dead] = await leaseNotices(world.db, now, now + 120 * second, 10)
    world.clock.advance(120 * second - 1)
    expect(await deliver(world)).toEqual({ sent: 0, failed: 0, more: false })
    world.clock.advance(1)
    expect(await deliver(world)).toEqual({ sent: 1, failed: 0, more: false })
    if (!dead) throw new Error('nothing was leased')
    await settleNotice(world.db, dead, { state: 'pending', retryAt: now })
    expect(await rowsOf(world, 'steward-1')).toMatchObject([{ channel_state: 'sent', attempts: 2 }])
    expect(channel.sent).toHaveLength(1)
  })
})
