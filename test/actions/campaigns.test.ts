import { defaultPolicy } from '../../cloud/domain/policy/model/default-policy'
import type { RequestOf } from '../../types/contract'
import { day, monday9 } from '../builders/clock'
import { type World, aKey } from '../builders/world'
import { newId } from '../../cloud/store/engine/ids'
import { describeWorld } from '../support/describe-world'

const questions: RequestOf<'campaign', 'save'>['questions'] = [
  { id: 'clean', type: 'rating', words: '楼道干净吗？' },
  { id: 'why', type: 'text', words: '哪里不干净？', onlyIf: { question: 'clean', is: [1, 2] } },
]

const drawnUp = (some: Partial<RequestOf<'campaign', 'save'>> = {}): RequestOf<'campaign', 'save'> => ({
  idempotencyKey: aKey(),
  kind: 'quarterly',
  title: '一季度满意度调查',
  questions,
  sampleSize: null,
  fromAt: monday9 - day,
  untilAt: monday9 + 14 * day,
  remindAfterDays: 7,
  ...some,
})

/** A survey that has been sent. */
async function sent(world: World, some: Partial<RequestOf<'campaign', 'save'>> = {}): Promise<string> {
  const { campaignId } = await world.ok('manager-1', 'campaign.save', drawnUp(some))
  await world.ok('manager-1', 'campaign.open', { campaignId, idempotencyKey: aKey() })
  return campaignId
}

const householdOf = (world: World, person: string) => world.ids(`household of ${person}`)

const answer = (
  world: World,
  campaignId: string,
  person: string,
  household: string,
  clean: number,
  anonymous = false,
) =>
  world.call(person, 'campaign.answer', {
    campaignId,
    householdId: householdOf(world, household),
    idempotencyKey: aKey(),
    answers: { clean },
    anonymous,
  })

const record = (
  world: World,
  campaignId: string,
  household: string,
  some: Partial<RequestOf<'campaign', 'record'>> = {},
): RequestOf<'campaign', 'record'> => ({
  campaignId,
  householdId: householdOf(world, household),
  idempotencyKey: aKey(),
  result: 'answered',
  channel: 'paper',
  answers: { clean: 4 },
  ...some,
})

const codeOf = ({ answer: body }: Awaited<ReturnType<World['call']>>) => (body.ok ? 'ok' : body.error.code)

/** More households in building b1, so that there is something to count; answers their names. */
async function crowd(world: World, count: number): Promise<readonly string[]> {
  const names = Array.from({ length: count }, (_, index) => `crowd-${index}`)
  for (const name of names)
    await world.db
      .insertInto('residency')
      .values({
        center_id: world.ids('center-1'),
        person_id: world.ids('resident-2'),
        place_id: newId(),
        relation: 'owner',
        household_id: householdOf(world, name),
        since: monday9 - 400 * day,
        moved_in: '2020-01-01',
      })
      .execute()
  await world.db
    .insertInto('place')
    .columns(['center_id', 'id', 'parent_id', 'kind', 'name', 'full_name', 'building_id', 'sort'])
    .expression(eb =>
      eb
        .selectFrom('residency')
        .where('moved_in', '=', '2020-01-01')
        .select(({ lit, val, ref }) => [
          ref('center_id').as('center_id'),
          ref('place_id').as('id'),
          lit(null).as('parent_id'),
          eb.cast<'room'>(val('room'), 'text').as('kind'),
          eb.cast<string>(val('room'), 'text').as('name'),
          eb.cast<string>(val('room'), 'text').as('full_name'),
          eb.cast<string>(val(world.ids('b1')), 'uuid').as('building_id'),
          lit(99).as('sort'),
        ]),
    )
    .execute()
  return names
}

describeWorld('surveys of the estate (D-CB-7)', tell => {
  tell('sent to every household, answered once, reminded of, ended, and reported', async world => {
    await crowd(world, 6)
    const campaignId = await sent(world)
    expect((await world.inbox('family-1'))[0]).toBe('请您填一份季度满意度调查')
    const [waiting] = (await world.ok('resident-1', 'campaign.mine', {})).items
    expect(waiting).toMatchObject({ campaignId, title: '一季度满意度调查', place: 'room-101' })
    expect(codeOf(await answer(world, campaignId, 'resident-1', 'resident-1', 5, true))).toBe('ok')
    expect(codeOf(await answer(world, campaignId, 'family-1', 'resident-1', 1))).toBe('alreadyAnswered')
    expect((await world.ok('family-1', 'campaign.mine', {})).items).toEqual([])
    for (let index = 0; index < 6; index += 1)
      await world.ok(
        'clerk-1',
        'campaign.record',
        record(world, campaignId, `crowd-${index}`, { answers: { clean: 2 + (index % 3) } }),
      )
    await world.ok(
      'steward-1',
      'campaign.record',
      record(world, campaignId, 'lodger-1', { result: 'refused', channel: 'visit', answers: undefined }),
    )
    await world.ok(
      'clerk-1',
      'campaign.record',
      record(world, campaignId, 'resident-3', { result: 'notReached', channel: 'phone', answers: undefined }),
    )
    expect(await world.refusal('clerk-1', 'campaign.record', record(world, campaignId, 'lodger-1'))).toBe(
      'alreadyAnswered',
    )

    const { all, byBuilding, byChannel, frame } = await world.ok('manager-1', 'campaign.get', { campaignId })
    expect(all).toEqual({ asked: 12, answered: 7, refused: 1, notReached: 1, open: 3, notAsked: 0 })
    expect(byBuilding.map(({ name, asked }) => [name, asked])).toEqual([
      ['b1', 10],
      ['b2', 2],
    ])
    expect(byChannel).toMatchObject({ miniProgram: 1, paper: 6 })
    expect(frame).toBe(12)
    // Nothing that is kept beside an answer without a name leads to its household.
    const anonymous = await world.db
      .selectFrom('campaign_answer')
      .where('channel', '=', 'miniProgram')
      .selectAll()
      .execute()
    expect(anonymous).toMatchObject([{ household_id: null }])

    expect(await world.refusal('manager-1', 'campaign.report', { campaignId })).toBe('wrongState')
    world.clock.set(monday9 + 7 * day)
    await Promise.all([world.tick(world.process()), world.tick(world.process())])
    expect((await world.inbox('resident-3')).filter(title => title === '还差您家的一份意见')).toHaveLength(1)
    expect(await world.inbox('resident-1')).not.toContain('还差您家的一份意见')
    world.clock.set(monday9 + 14 * day)
    expect(codeOf(await answer(world, campaignId, 'resident-3', 'resident-3', 4))).toBe('wrongState')
    await world.tick()
    const report = await world.ok('manager-1', 'campaign.report', { campaignId })
    expect(report.response).toEqual({ count: 7, of: 12 })
    expect(report.questions[0]).toMatchObject({ of: 7, mean: 23 / 7, bounds: { low: 3 / 12, high: 8 / 12 } })
    expect(report.questions[0]?.byBuilding).toMatchObject([{ name: 'b1', of: 7, withheld: false }])
    expect(await world.ok('manager-1', 'campaign.report', { campaignId })).toEqual(report)
  })

  tell('two members at once, or the app and paper at once: one outcome', async world => {
    const campaignId = await sent(world)
    const outcomes = await Promise.all([
      answer(world, campaignId, 'resident-1', 'resident-1', 5),
      answer(world, campaignId, 'family-1', 'resident-1', 1),
      world.call('clerk-1', 'campaign.record', record(world, campaignId, 'resident-1')),
    ])
    expect(outcomes.map(codeOf).sort()).toEqual(['alreadyAnswered', 'alreadyAnswered', 'ok'])
    expect(await world.db.selectFrom('campaign_answer').selectAll().execute()).toHaveLength(1)
  })

  tell('sent twice at once it is sent once; the same key gives the same answer', async world => {
    const { campaignId } = await world.ok('manager-1', 'campaign.save', drawnUp({ sampleSize: 3 }))
    const keys = [aKey(), aKey()]
    const outcomes = await Promise.all(
      keys.map(idempotencyKey => world.call('manager-1', 'campaign.open', { campaignId, idempotencyKey })),
    )
    expect(outcomes.map(codeOf).sort()).toEqual(['ok', 'wrongState'])
    const won = keys[outcomes.findIndex(one => one.answer.ok)] ?? ''
    expect(await world.ok('manager-1', 'campaign.open', { campaignId, idempotencyKey: won })).toEqual({ state: 'open' })
    expect((await world.ok('manager-1', 'campaign.get', { campaignId })).all.asked).toBe(3)
  })

  tell('one that begins later is sent by the timer, once', async world => {
    const { campaignId } = await world.ok('manager-1', 'campaign.save', drawnUp({ fromAt: monday9 + day }))
    expect(await world.ok('manager-1', 'campaign.open', { campaignId, idempotencyKey: aKey() })).toEqual({
      state: 'scheduled',
    })
    await world.tick()
    expect((await world.ok('resident-1', 'campaign.mine', {})).items).toEqual([])
    world.clock.set(monday9 + day)
    await Promise.all([world.tick(world.process()), world.tick(world.process())])
    expect((await world.inbox('resident-1')).filter(title => title.startsWith('请您填一份'))).toHaveLength(1)
  })

  tell(
    'whoever does not wish it or has been asked often enough is not asked, with the reason (D-CB-9, D-CB-12)',
    async world => {
      await world.ok('resident-2', 'account.setCallbackWish', { declined: true })
      await world.finish(await world.file('resident-3', { placeId: world.ids('room-201') }), 'steward-2')
      const campaignId = await sent(world)
      const { all, notAsked } = await world.ok('manager-1', 'campaign.get', { campaignId })
      expect(notAsked).toEqual({ declined: 1, askedEnough: 1 })
      expect(all).toMatchObject({ asked: 4, notAsked: 2 })
      expect(await world.inbox('resident-2')).toEqual([])
      // And the other way round: a matter of a household that the survey has asked this month.
      expect((await world.ticket(await world.verified('resident-1'))).state).toBe('quietPeriod')
    },
    { policy: { ...defaultPolicy, survey: { ...defaultPolicy.survey, mostPerHouseholdAMonth: 1 } } },
  )

  tell('each post does what is its own, in its own center and buildings (D-PO-1)', async world => {
    for (const person of ['clerk-1', 'steward-1', 'supervisor-1', 'resident-1'])
      expect(await world.refusal(person, 'campaign.save', drawnUp())).toBe('forbidden')
    const campaignId = await sent(world)
    for (const person of ['clerk-9', 'quality-x', 'steward-9'])
      expect(await world.refusal(person, 'campaign.get', { campaignId })).toBe('notFound')
    expect((await world.ok('steward-2', 'campaign.get', { campaignId })).byBuilding.map(({ name }) => name)).toEqual([
      'b2',
    ])
    expect(await world.refusal('steward-2', 'campaign.record', record(world, campaignId, 'resident-1'))).toBe(
      'notFound',
    )
    expect(await world.refusal('supervisor-1', 'campaign.record', record(world, campaignId, 'resident-1'))).toBe(
      'forbidden',
    )
    expect(await world.refusal('clerk-1', 'campaign.report', { campaignId })).toBe('forbidden')
    expect(codeOf(await answer(world, campaignId, 'resident-3', 'resident-1', 5))).toBe('notFound')
    const open = await world.ok('steward-2', 'campaign.households', { campaignId, only: 'open' })
    expect(open.items.map(({ place, mayEnter }) => [place, mayEnter])).toEqual([
      ['room-201', true],
      ['room-201', true],
    ])
  })

  tell('what is wrong is named, and changes nothing', async world => {
    const fields = async (name: 'campaign.save' | 'campaign.record', person: string, data: unknown) => {
      const { answer: body } = await world.call(person, name, data)
      return body.ok ? [] : Object.keys(body.error.fields ?? {})
    }
    expect(await fields('campaign.save', 'manager-1', drawnUp({ untilAt: monday9 - 2 * day }))).toEqual(['untilAt'])
    const hanging = [{ ...questions[0], onlyIf: { question: 'solved', is: [true] } }]
    expect(await fields('campaign.save', 'manager-1', { ...drawnUp(), questions: hanging })).toEqual([
      'questions.0.onlyIf',
    ])
    const campaignId = await sent(world)
    expect(
      await fields('campaign.record', 'clerk-1', record(world, campaignId, 'resident-1', { answers: { clean: true } })),
    ).toEqual(['answers.clean'])
    expect(
      await fields('campaign.record', 'clerk-1', record(world, campaignId, 'resident-1', { answers: {} })),
    ).toEqual(['answers'])
    expect((await world.ok('manager-1', 'campaign.get', { campaignId })).all.answered).toBe(0)
    expect(await world.refusal('manager-1', 'campaign.save', drawnUp({ campaignId }))).toBe('wrongState')
  })

  tell('an improvement has an owner who is reminded, and its effect stands beside it', async world => {
    const names = await crowd(world, 10)
    const quarter = async (title: string, good: number, from: number) => {
      world.clock.set(from)
      const campaignId = await sent(world, { title, fromAt: from, untilAt: from + 14 * day })
      for (const [index, name] of names.entries())
        await world.ok(
          'clerk-1',
          'campaign.record',
          record(world, campaignId, name, { answers: { clean: index < good ? 5 : 2 } }),
        )
      world.clock.set(from + 14 * day)
      await world.tick()
      return campaignId
    }
    const { people } = await world.ok('manager-1', 'campaign.owners', {})
    expect(people.filter(({ id }) => id === world.ids('engineer-1'))).toMatchObject([{ post: '处理人员' }])
    const first = await quarter('一季度满意度调查', 2, monday9)
    const dueAt = world.clock.now() + 10 * day
    const plan = {
      campaignId: first,
      idempotencyKey: aKey(),
      questionId: 'clean',
      text: '楼道每天拖一次',
      ownerId: world.ids('engineer-1'),
      dueAt,
    }
    expect(
      await world.refusal('manager-1', 'campaign.improve', {
        ...plan,
        idempotencyKey: aKey(),
        ownerId: world.ids('resident-1'),
      }),
    ).toBe('unknownPerson')
    const { improvementId } = await world.ok('manager-1', 'campaign.improve', plan)
    world.clock.set(dueAt)
    await Promise.all([world.tick(world.process()), world.tick(world.process())])
    await world.tick()
    const late = async () =>
      (await world.inbox('engineer-1')).filter(title => title === '改进措施已经过了完成时间').length
    expect(await late()).toBe(1)
    world.clock.advance(7 * day)
    await world.tick()
    expect(await late()).toBe(2)
    const done = { improvementId, state: 'done', result: '已经改成每天一次' } as const
    expect(await world.refusal('engineer-2', 'campaign.settleImprovement', { ...done, idempotencyKey: aKey() })).toBe(
      'notFound',
    )
    await world.ok('engineer-1', 'campaign.settleImprovement', { ...done, idempotencyKey: aKey() })
    expect(await world.refusal('manager-1', 'campaign.settleImprovement', { ...done, idempotencyKey: aKey() })).toBe(
      'wrongState',
    )
    const second = await quarter('二季度满意度调查', 9, monday9 + 90 * day)
    expect(await late()).toBe(2)
    const [effect] = (await world.ok('engineer-1', 'campaign.improvements', { mine: true })).items
    expect(effect).toMatchObject({
      state: 'done',
      before: { of: 10, satisfied: { share: 0.2 } },
      after: { of: 10, title: '二季度满意度调查', satisfied: { share: 0.9 } },
    })
    expect(effect?.change?.low).toBeGreaterThan(0)
    const report = await world.ok('manager-1', 'campaign.report', { campaignId: second })
    expect(report.previous).toMatchObject({ campaignId: first })
    expect(report.questions[0]?.change?.share).toBeCloseTo(0.7)
  })
})
