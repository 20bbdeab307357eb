import { type World, aKey } from '../builders/world'
import { describeWorld } from '../support/describe-world'

/** The longest message, of characters that take three bytes each. */
const long = (number: number): string => `第 ${number} 条。`.padEnd(2000, '水')
const bytesOf = (answer: unknown): number => Buffer.byteLength(JSON.stringify(answer))
const mostBytes = 200_000

/** A conversation of 200 of the longest messages, taking turns. */
async function conversation(world: World): Promise<string> {
  const ticketId = await world.file()
  await world.act('steward-1', ticketId, 'accept', {})
  for (let number = 1; number <= 200; number += 2) {
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
      expect(seen.timeline.at(-1)?.text).toBe(long(200))
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
      expect(said).toEqual(Array.from({ length: 200 }, (_, index) => long(index + 1)))
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
})
