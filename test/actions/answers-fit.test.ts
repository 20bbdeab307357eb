import { newId } from '../../cloud/store/engine/ids'
import { type World, aKey } from '../builders/world'
import { describeWorld } from '../support/describe-world'

/** The longest message, of characters that take three bytes each. */
const long = (number: number): string => `第 ${number} 条。`.padEnd(2000, '水')
const bytesOf = (answer: unknown): number => Buffer.byteLength(JSON.stringify(answer))
const mostBytes = 200_000
const messages = 80

/** A conversation of twice as much as one answer may have, of the longest messages, taking turns. */
async function conversation(world: World): Promise<string> {
  const ticketId = await world.file()
  await world.act('steward-1', ticketId, 'accept', {})
  for (let number = 1; number <= messages; number += 2) {
    await world.act('resident-1', ticketId, 'supplement', { text: long(number) })
    await world.act('steward-1', ticketId, 'reply', { text: long(number + 1) })
  }
  return ticketId
}

describeWorld('answers fit a call of the platform', tell => {
  tell('a long conversation comes in parts, newest first, each entry once', async world => {
    const ticketId = await conversation(world)
    for (const person of ['resident-1', 'steward-1', 'clerk-1']) {
      const seen = await world.get(person, ticketId)
      expect(bytesOf(seen)).toBeLessThan(mostBytes)
      expect(seen.timeline.at(-1)?.text).toBe(long(messages))
      const entries = [...seen.timeline]
      for (let cursor = seen.timelineCursor; cursor !== null;) {
        const page = await world.ok(person, 'ticket.timeline', { ticketId, cursor })
        expect(bytesOf(page)).toBeLessThan(mostBytes)
        entries.unshift(...page.entries)
        cursor = page.nextCursor
      }
      expect(entries.map(({ seq }) => seq)).toEqual([...new Set(entries.map(({ seq }) => seq))].sort((a, b) => a - b))
      expect(entries[0]?.type).toBe('filed')
      const said = entries.flatMap(({ type, text }) => (type === 'supplemented' || type === 'replied' ? [text] : []))
      expect(said).toEqual(Array.from({ length: messages }, (_, index) => long(index + 1)))
    }
  })

  tell('earlier entries are for whoever may see the ticket', async world => {
    const ticketId = await world.file()
    await world.act('steward-1', ticketId, 'note', { text: '这户常投诉' })
    const asked = { ticketId, cursor: '99' }
    expect(await world.refusal('resident-3', 'ticket.timeline', asked)).toBe('notFound')
    expect(JSON.stringify(await world.ok('resident-1', 'ticket.timeline', asked))).not.toContain('这户常投诉')
    expect(JSON.stringify(await world.ok('clerk-1', 'ticket.timeline', asked))).toContain('这户常投诉')
    expect(await world.refusal('clerk-1', 'ticket.timeline', { ticketId, cursor: 'x' })).toBe('invalidRequest')
  })

  tell('what is stored about somebody comes in parts, all of it (D-AR-2)', async world => {
    await conversation(world)
    const said: string[] = []
    for (let cursor: string | undefined; ;) {
      const part = await world.ok('resident-1', 'account.exportMyData', { cursor })
      expect(bytesOf(part)).toBeLessThan(mostBytes)
      said.push(...part.tickets.flatMap(({ messages }) => messages.map(({ text }) => text)))
      if (part.nextCursor === null) break
      cursor = part.nextCursor
    }
    expect(said).toEqual(Array.from({ length: messages / 2 }, (_, index) => long(2 * index + 1)))
    expect(await world.refusal('resident-1', 'account.exportMyData', { cursor: 'x' })).toBe('invalidRequest')
  })

  tell('a ticket with many orders and assists is one answer still', async world => {
    const ticketId = await world.file()
    await world.act('steward-1', ticketId, 'accept', {})
    for (let number = 0; number < 60; number += 1) {
      await world.act('manager-1', ticketId, 'supervise', { text: long(number) })
      await world.act('steward-1', ticketId, 'answerSupervision', { text: long(number) })
      await world.act('clerk-1', ticketId, 'assist', { departmentId: 'security', task: '水'.repeat(200) })
      await world.act('clerk-1', ticketId, 'cancelAssist', { assist: number + 1, reason: '水'.repeat(200) })
    }
    const seen = await world.get('manager-1', ticketId)
    expect(bytesOf(seen)).toBeLessThan(mostBytes)
    expect(seen.assists).toHaveLength(50)
    expect(seen.deadlines.some(({ running }) => running)).toBe(true)
    const again = { ticketId, idempotencyKey: aKey(), command: 'note', text: '备注' } as const
    expect(bytesOf(await world.ok('manager-1', 'ticket.act', again))).toBeLessThan(mostBytes)
  })

  tell('an estate of thousands of rooms: staff ask for the ones they need', async world => {
    const building = world.ids('b1')
    const rooms = Array.from({ length: 3000 }, (_, index) => ({
      center_id: world.ids('center-1'),
      id: newId(),
      parent_id: building,
      kind: 'room' as const,
      name: `${index}`,
      full_name: `3 栋一单元 ${1000 + index}`,
      building_id: building,
      sort: 100 + index,
    }))
    for (let from = 0; from < rooms.length; from += 1000)
      await world.db
        .insertInto('place')
        .values(rooms.slice(from, from + 1000))
        .execute()
    const me = await world.ok('clerk-1', 'account.me', {})
    expect(bytesOf(me)).toBeLessThan(mostBytes)
    expect([me.placesCut, me.places.some(({ kind }) => kind === 'room')]).toEqual([true, false])
    const find = async (person: string, text: string) =>
      (await world.ok(person, 'account.places', { text })).places.map(({ name }) => name)
    expect(await find('clerk-1', '3-1201')).toEqual(['3 栋一单元 1201'])
    expect(await find('clerk-1', '一单元')).toHaveLength(20)
    expect([await find('clerk-1', '-'), await find('clerk-1', '%')]).toEqual([[], []])
    for (const person of ['resident-1', 'supervisor-1', 'admin-1', 'clerk-9', 'clerk-x'])
      expect([person, await find(person, '3-1201')]).toEqual([person, []])
    expect(await find('resident-1', 'b1')).toEqual(['b1', 'b1-lobby'])
    const own = await world.ok('resident-1', 'account.me', {})
    expect([own.placesCut, own.places.map(({ placeId }) => placeId)[0]]).toEqual([false, world.ids('room-101')])
  })
})
