import { day, minute, monday9 } from '../builders/clock'
import { type World, unsatisfied } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const everything = { from: monday9 - day, to: monday9 + 365 * day }

const figuresOf = (world: World, person: string, some: object = {}) =>
  world.ok(person, 'report.satisfaction', { ...everything, by: 'person', ...some })

describeWorld('figures of satisfaction (D-CB-8, D-CT-2)', tell => {
  tell('each sees their own part of them, and a past day stays as it was', async world => {
    const liked = await world.verified()
    await world.answer('resident-1', liked)
    const before = world.clock.now()
    const shown = await figuresOf(world, 'manager-1')
    expect(shown.rows).toMatchObject([
      {
        key: world.ids('steward-1'),
        name: 'steward-1 的名字',
        sent: 1,
        answered: 1,
        satisfied: 1,
        share: 1,
        rank: null,
      },
    ])
    expect(shown.all).toMatchObject({ endings: { satisfied: 1 }, enough: false })

    // Somebody else's work, disliked, in another department and about another thing.
    const disliked = await world.file('resident-3', { placeId: world.ids('room-201'), category: 'noise' })
    await world.act('clerk-1', disliked, 'dispatch', { assigneeId: world.ids('engineer-1') })
    await world.finish(disliked, 'engineer-1')
    await world.answer('resident-3', disliked, unsatisfied)

    const by = async (person: string, some: object = {}) =>
      (await figuresOf(world, person, some)).rows.map(({ name, answered, satisfied }) => [name, answered, satisfied])
    const steward = ['steward-1 的名字', 1, 1]
    const engineer = ['engineer-1 的名字', 1, 0]
    expect(new Set(await by('manager-1'))).toEqual(new Set([steward, engineer]))
    expect(new Set(await by('quality-1'))).toEqual(new Set([steward, engineer]))
    expect(await by('steward-1')).toEqual([steward])
    expect(await by('engineer-1')).toEqual([engineer])
    expect(await by('engineering-head')).toEqual([engineer])
    expect(await by('steward-2')).toEqual([])
    expect(await by('manager-1', { by: 'center' })).toEqual([['center-1', 2, 1]])
    expect(new Set(await by('manager-1', { by: 'department' }))).toEqual(
      new Set([
        ['客服部', 1, 1],
        ['工程部', 1, 0],
      ]),
    )
    expect(await by('manager-1', { by: 'channel' })).toEqual([['小程序', 2, 1]])
    expect(await by('manager-1', { by: 'category', to: before })).toEqual([['漏水渗水', 1, 1]])
    for (const person of ['resident-1', 'admin-1'])
      expect(await world.refusal(person, 'report.satisfaction', { ...everything, by: 'center' })).toBe('forbidden')
    const elsewhere = { ...everything, by: 'center', centerId: world.ids('center-2') } as const
    expect(await world.refusal('manager-1', 'report.satisfaction', elsewhere)).toBe('forbidden')

    const backwards = { from: before, to: before, by: 'center' } as const
    expect(await world.refusal('manager-1', 'report.satisfaction', backwards)).toBe('invalidRequest')

    // D-CT-2: reopened since, the matter counted on that day as it was counted then.
    await world.act('resident-1', liked, 'reopen', { reason: '又漏了' })
    expect((await figuresOf(world, 'manager-1')).all.endings.satisfied).toBe(0)
    expect(await figuresOf(world, 'manager-1', { asOf: before })).toEqual(shown)
  })

  tell('whoever is rated learns of an anonymous answer when everybody has been heard (D-CB-5)', async world => {
    const first = await world.verified()
    const second = await world.file('resident-2', { placeId: world.ids('room-102') })
    await world.act('clerk-1', second, 'merge', { into: first })
    world.clock.advance(minute)
    await world.answer('resident-2', first, { anonymous: true })
    const answered = async (person: string) => (await figuresOf(world, person)).all.answered
    expect([await answered('manager-1'), await answered('steward-1'), await answered('service-head')]).toEqual([
      1, 0, 0,
    ])
    await world.answer('resident-1', first)
    expect([await answered('steward-1'), await answered('service-head')]).toEqual([2, 2])
  })
})
