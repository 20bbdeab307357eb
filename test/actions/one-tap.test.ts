import { day, hour } from '../builders/clock'
import { type World, aKey, satisfied } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const content = { solved: true, result: 4 } as const
const not = { solved: false, result: 2 } as const
const told = { reception: 5, measures: 4, text: '来得很快', suggestion: '多巡查' } as const

const tap = (world: World, ticketId: string, said: object, person = 'resident-1') =>
  world.ok(person, 'survey.answer', { ticketId, idempotencyKey: aKey(), ...content, ...said })
const adding = (ticketId: string, some: object = told) => ({ ticketId, idempotencyKey: aKey(), ...some })
const toDetail = async (world: World, person = 'resident-1') => (await world.ok(person, 'survey.list', {})).toDetail
const dispositions = async (world: World, asOf?: number) => {
  const from = world.clock.now() - 30 * day
  const to = world.clock.now() + day
  const asked = { from, to, by: 'center', ...(asOf === undefined ? {} : { asOf }) } as const
  return (await world.ok('manager-1', 'report.satisfaction', asked)).all.dispositions
}

describeWorld('an answer of one tap (D-CB-5)', tell => {
  tell('counts at once, can be added to, and stands', async world => {
    const ticketId = await world.verified()
    expect(await tap(world, ticketId, content)).toEqual({ state: 'closed' })
    expect(await world.ticket(ticketId)).toMatchObject({ state: 'closed', ending: 'satisfied' })
    const tapped = world.clock.now()
    expect(await dispositions(world)).toMatchObject({ partial: 1, complete: 0 })
    const until = tapped + 3 * day
    expect(await toDetail(world)).toMatchObject([
      { ticketId, solved: true, result: 4, until, rated: expect.any(String) },
    ])
    expect((await world.get('resident-1', ticketId)).allowedActions).toContain('detailSurvey')
    // It is answered: no second answer, of whatever kind.
    expect(await world.refusal('resident-1', 'survey.answer', { ticketId, idempotencyKey: aKey(), ...satisfied })).toBe(
      'wrongState',
    )

    world.clock.advance(hour)
    const request = adding(ticketId)
    expect(await world.ok('resident-1', 'survey.detail', request)).toEqual({ state: 'closed' })
    expect(await world.ok('resident-1', 'survey.detail', request)).toEqual({ state: 'closed' })
    expect(await world.refusal('resident-1', 'survey.detail', adding(ticketId))).toBe('wrongState')
    expect(await toDetail(world)).toEqual([])
    const { timeline } = await world.get('steward-1', ticketId)
    expect(timeline.filter(({ type }) => type.startsWith('survey')).map(({ title, text }) => [title, text])).toEqual([
      ['评价', '已解决；结果满意'],
      ['补充评价', '接待非常满意，办法满意；来得很快；建议：多巡查'],
    ])
    expect(await world.inbox('steward-1')).toContain('业主补充了评价')
    const row = await world.db.selectFrom('survey').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ answered_at: tapped, answers: { ...content, ...told, anonymous: false } })
    // Complete from now on, and what was shown before stays what it was (D-CT-2).
    expect(await dispositions(world)).toMatchObject({ partial: 0, complete: 1 })
    expect(await dispositions(world, tapped)).toMatchObject({ partial: 1, complete: 0 })
  })

  tell('says as easily that it is not solved; the reasons and photos follow it to whoever has it', async world => {
    const ticketId = await world.verified()
    expect(await tap(world, ticketId, not)).toEqual({ state: 'dispatched' })
    expect(await world.ticket(ticketId)).toMatchObject({ cycle: 2, dissatisfied: 1 })
    const photo = await world.photo()
    const more = adding(ticketId, { reasons: ['cameBack'], photos: [photo] })
    expect(await world.ok('resident-1', 'survey.detail', more)).toEqual({ state: 'dispatched' })
    const shown = (await world.get('steward-1', ticketId)).timeline.find(({ type }) => type === 'surveyDetailed')
    expect([shown?.text, shown?.media.map(({ mediaId }) => mediaId)]).toEqual([
      expect.stringContaining('又出现'),
      [photo],
    ])
    // What is said of the first round belongs to it, though the second has begun.
    expect(await dispositions(world)).toMatchObject({ partial: 1 })
    await world.finish(ticketId)
    expect(await world.refusal('resident-1', 'survey.detail', adding(ticketId))).toBe('wrongState')
  })

  tell('is refused in every other way, and changes nothing', async world => {
    const ticketId = await world.verified()
    const refused = (person: string, some: object) => world.refusal(person, 'survey.detail', adding(ticketId, some))
    expect(await refused('resident-1', told)).toBe('wrongState')
    const halfRated = { ...content, ticketId, idempotencyKey: aKey(), reception: 5 }
    expect(await world.refusal('resident-1', 'survey.answer', halfRated)).toBe('invalidRequest')
    await tap(world, ticketId, content)
    const before = await world.events(ticketId)
    expect(await refused('resident-1', {})).toBe('invalidRequest')
    expect(await refused('resident-1', { more: { what: true } })).toBe('invalidRequest')
    expect(await refused('resident-3', told)).toBe('notFound')
    for (const person of ['steward-1', 'clerk-1', 'family-1'])
      expect([person, ['forbidden', 'wrongState'].includes(await refused(person, told))]).toEqual([person, true])
    world.clock.advance(3 * day + 1)
    expect(await refused('resident-1', told)).toBe('wrongState')
    expect(await toDetail(world)).toEqual([])
    expect((await world.get('resident-1', ticketId)).allowedActions).not.toContain('detailSurvey')
    expect(await world.events(ticketId)).toEqual(before)
  })

  tell('is not to be added to where every rating was given, or somebody rang up', async world => {
    const whole = await world.verified()
    await world.answer('resident-1', whole)
    expect(await world.refusal('resident-1', 'survey.detail', adding(whole))).toBe('wrongState')
    const called = await world.verified()
    const part = { solved: true, result: 5 }
    await world.act('clerk-2', called, 'recordCallback', { result: 'answered', outcome: 'partial', part })
    expect(await world.refusal('resident-1', 'survey.detail', adding(called))).toBe('wrongState')
  })

  tell(
    'of a matter filed for somebody of the family, whoever of the two has tapped adds to it (D-AC-2)',
    async world => {
      const forFamily = { personId: world.ids('family-1'), relation: 'parent' } as const
      const ticketId = await world.verified('resident-1', { forFamily })
      await tap(world, ticketId, content, 'family-1')
      expect(await toDetail(world, 'family-1')).toMatchObject([{ ticketId, solved: true }])
      expect(await toDetail(world, 'lodger-1')).toEqual([])
      expect(await world.ok('family-1', 'survey.detail', adding(ticketId))).toEqual({ state: 'closed' })
      expect(await toDetail(world)).toEqual([])
    },
  )

  tell('two additions at once are one', async world => {
    const ticketId = await world.verified()
    await tap(world, ticketId, content)
    const add = () => world.refusal('resident-1', 'survey.detail', adding(ticketId))
    expect((await Promise.all([add(), add()])).sort()).toEqual(['none', 'wrongState'])
    expect((await world.events(ticketId)).filter(type => type === 'surveyDetailed')).toHaveLength(1)
  })
})
