import { partBetween } from '../../types/words/text'
import { aKey, type World } from '../builders/world'
import { phoneOf } from '../builders/estate'
import { describeWorld } from '../support/describe-world'

const phone = '139-0000 4321'
const ask = async (world: World, number: string, digits: string, from?: string) =>
  (await world.call(null, 'ticket.progress', { number, digits }, world.runtime, from)).answer
const codeOf = (answer: Awaited<ReturnType<typeof ask>>) => (answer.ok ? 'ok' : answer.error.code)
const filedByPhone = async (world: World) => {
  const id = await world.file('clerk-1', { onBehalf: { channel: 'phone', phone, name: '赵女士' } })
  return { id, number: (await world.ticket(id)).number }
}

describeWorld('where a matter stands, by its number', tell => {
  tell('state and promise are told to whoever has the number and the digits, and nothing else', async world => {
    const { id, number } = await filedByPhone(world)
    const spaced = number.replace(/(\d{4})/g, '$1 ')
    const answer = await ask(world, spaced, '4321')
    const now = world.clock.now()
    expect(answer).toMatchObject({
      ok: true,
      data: { state: '已通知负责的人员', promise: 'steward-1 的名字将在今天 24:00 前回复您', promiseSaidAt: now },
    })
    expect(Object.keys(answer.ok ? (answer.data as object) : {})).toEqual(['state', 'promise', 'promiseSaidAt'])
    await world.finish(id)
    expect(await ask(world, number, '4321')).toMatchObject({
      data: { state: '已处理好，我们会打电话听您的意见', promise: null },
    })
    // Somebody signed in may ask as well.
    expect(await world.ok('resident-3', 'ticket.progress', { number, digits: '4321' })).toMatchObject({ promise: null })
  })

  tell('it follows a merge, and a resident’s own number does as well', async world => {
    const { id, number } = await filedByPhone(world)
    const other = await world.file('resident-2', { placeId: world.ids('room-102') })
    await world.act('clerk-1', id, 'merge', { into: other })
    expect(await ask(world, number, '4321')).toMatchObject({
      data: {
        state: '与邻居的反映一起处理',
        promise: expect.stringContaining('和邻居反映的是同一件事：steward-1') as string,
      },
    })
    const own = (await world.ticket(other)).number
    expect(codeOf(await ask(world, own, partBetween(phoneOf('resident-2'), -4)))).toBe('ok')
  })

  tell('one and the same answer for an unknown number, other digits, and no number left', async world => {
    const { number } = await filedByPhone(world)
    const unnamed = await world.file('clerk-1', { onBehalf: { channel: 'letter' } })
    const hidden = await world.file('resident-1', { anonymous: true, contact: phone })
    const answers = [
      await ask(world, '000000000000', '4321'),
      await ask(world, number, '4322'),
      await ask(world, (await world.ticket(unnamed)).number, '4321'),
      await ask(world, (await world.ticket(hidden)).number, '4321'),
    ]
    expect(answers.map(codeOf)).toEqual(['notFound', 'notFound', 'notFound', 'notFound'])
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    for (const bad of [
      { number, digits: '432' },
      { number: '12', digits: '4321' },
      { number, digits: '４３２１' },
    ])
      expect(await world.refusal(null, 'ticket.progress', bad)).toBe('invalidRequest')
  })

  tell('a number has twenty tries a day, from wherever and whether it is there or not', async world => {
    const { number } = await filedByPhone(world)
    for (const tried of [number, '000000000000']) {
      for (let count = 0; count < 20; count += 1)
        expect(codeOf(await ask(world, tried, '0000', `192.0.2.${count}`))).toBe('notFound')
      expect(codeOf(await ask(world, tried, '4321', '192.0.2.99'))).toBe('rateLimited')
    }
    world.wallClock.advance(24 * 3_600_000)
    expect(codeOf(await ask(world, number, '4321'))).toBe('ok')
    const kept = await world.db.selectFrom('query_try').selectAll().execute()
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(number)
  })

  tell('an address has sixty an hour, and then uses up no number’s', async world => {
    const { number } = await filedByPhone(world)
    for (let count = 0; count < 60; count += 1) await ask(world, String(100_000_000_000 + count), '0000', '192.0.2.1')
    for (let count = 0; count < 21; count += 1)
      expect(codeOf(await ask(world, number, '0000', '192.0.2.1'))).toBe('rateLimited')
    expect(codeOf(await ask(world, number, '4321', '192.0.2.2'))).toBe('ok')
    world.wallClock.advance(3_600_001)
    expect(codeOf(await ask(world, number, '4321', '192.0.2.1'))).toBe('ok')
  })

  tell('tries at once count as well', async world => {
    const { number } = await filedByPhone(world)
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask(world, number, '0000')))
    expect(answers.map(codeOf).filter(code => code === 'notFound')).toHaveLength(20)
  })

  tell('nothing is left to ask for once the person has been erased', async world => {
    const id = await world.file()
    const { number } = await world.ticket(id)
    await world.ok('resident-1', 'account.eraseMe', { idempotencyKey: aKey(), confirm: '注销' })
    expect(codeOf(await ask(world, number, partBetween(phoneOf('resident-1'), -4)))).toBe('notFound')
  })
})
