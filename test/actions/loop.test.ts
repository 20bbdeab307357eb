import { day, march, minute } from '../builders/clock'
import { aKey, satisfied, someCompletion, unsatisfied } from '../builders/world'
import { describeWorldOnEachEngine } from '../support/describe-world'

describeWorldOnEachEngine('the whole loop', tell => {
  tell('a leak with a photo is filed, handled, verified, rated and closed', async world => {
    const photo = await world.photo()
    const receipt = await world.ok('resident-1', 'ticket.file', {
      idempotencyKey: aKey(),
      kind: 'complaint',
      category: 'leak',
      placeId: world.ids('room-101'),
      text: '厨房天花板漏水\n<b>很急</b> 💧',
      photos: [photo],
    })
    expect(receipt).toMatchObject({
      number: expect.stringMatching(/^260302\d{6}$/),
      promisedReplyBy: march(3, '00:00'),
      state: 'dispatched',
    })
    const { ticketId } = receipt

    const worklist = await world.ok('steward-1', 'ticket.list', { scope: 'assigned' })
    expect(worklist.items).toMatchObject([
      { ticketId, state: 'dispatched', place: 'room-101', thumbnail: { mediaId: photo }, nextDue: { kind: 'accept' } },
    ])
    await world.act('steward-1', ticketId, 'accept', {})
    await world.act('steward-1', ticketId, 'reply', { text: '今天下午三点上门' })
    const after = await world.photo('steward-1')
    await world.act('steward-1', ticketId, 'complete', { ...someCompletion, photos: [after] })
    await world.act('clerk-1', ticketId, 'verify', { text: '已电话确认' })

    const surveys = await world.ok('resident-1', 'survey.list', {})
    expect(surveys.items).toMatchObject([{ ticketId, round: 1, summary: someCompletion.summary }])
    expect(surveys.items[0]?.after).toMatchObject([{ mediaId: after }])
    expect(await world.answer('resident-1', ticketId)).toEqual({ state: 'closed' })

    const seen = await world.get('resident-1', ticketId)
    expect(seen).toMatchObject({
      state: 'closed',
      ending: 'satisfied',
      text: '厨房天花板漏水\n<b>很急</b> 💧',
      assignee: { id: null, name: 'steward-1 的名字', role: 'steward' },
      photos: { before: [{ mediaId: photo }], after: [{ mediaId: after }] },
      route: null,
      surveyOpen: false,
    })
    expect(seen.timeline.map(entry => entry.type)).toEqual([
      'filed',
      'assigned',
      'accepted',
      'replied',
      'completed',
      'verified',
      'callbackStarted',
      'surveyAnswered',
      'closed',
    ])
    expect((await world.ok('resident-1', 'survey.list', {})).items).toEqual([])
    expect((await world.get('clerk-1', ticketId)).route).toMatchObject({ rule: '楼内事项派楼栋管家' })
  })

  tell('a dissatisfied answer reopens to the same steward; the second cycle closes it', async world => {
    const ticketId = await world.verified()
    expect(await world.answer('resident-1', ticketId, { ...unsatisfied, text: '又滴水了' })).toEqual({
      state: 'dispatched',
    })
    expect(await world.ticket(ticketId)).toMatchObject({
      cycle: 2,
      dissatisfied: 1,
      completion: { byId: world.ids('steward-1') },
    })
    await world.finish(ticketId)
    expect((await world.ok('resident-1', 'survey.list', {})).items).toMatchObject([{ round: 2 }])
    expect(await world.answer('resident-1', ticketId)).toEqual({ state: 'closed' })
    const clocks = (await world.get('clerk-1', ticketId)).deadlines.filter(deadline => deadline.kind === 'completion')
    expect(clocks.map(({ cycle, running }) => ({ cycle, running }))).toEqual([
      { cycle: 1, running: false },
      { cycle: 2, running: false },
    ])
  })

  tell('photos of what is still not solved are seen by staff and by whoever sent them (D-CB-3)', async world => {
    const ticketId = await world.verified()
    const neighbours = await world.file('resident-2', { placeId: world.ids('room-102') })
    await world.act('clerk-1', neighbours, 'merge', { into: ticketId })
    const [dripping, again, ofTheNeighbour] = [
      await world.photo(),
      await world.photo(),
      await world.photo('resident-2'),
    ]
    const shown = async (person: string) =>
      (await world.get(person, ticketId)).timeline.flatMap(({ type, media }) =>
        media.map(({ mediaId }) => [type, mediaId]),
      )

    const refused = { ticketId, idempotencyKey: aKey(), ...unsatisfied, photos: [ofTheNeighbour] }
    expect(await world.refusal('resident-1', 'survey.answer', refused)).toBe('unknownMedia')
    await world.answer('resident-1', ticketId, { ...unsatisfied, photos: [dripping] })
    expect(await shown('steward-1')).toEqual([['surveyAnswered', dripping]])
    expect(await shown('resident-1')).toEqual([['surveyAnswered', dripping]])
    expect(await shown('resident-2')).toEqual([])

    // What is shown before the second round is to be compared with what comes of it (D-HD-3).
    await world.act('steward-1', ticketId, 'accept', {})
    const { noPhotoReason: _none, ...withoutReason } = someCompletion
    expect(await world.refuses('steward-1', ticketId, 'complete', withoutReason)).toBe('invalidRequest')
    const after = await world.photo('steward-1')
    await world.act('steward-1', ticketId, 'complete', { ...someCompletion, photos: [after] })
    await world.act('clerk-1', ticketId, 'verify', {})
    await world.answer('resident-2', ticketId)
    await world.answer('resident-1', ticketId)
    await world.act('resident-1', ticketId, 'reopen', { reason: '又漏了', photos: [again] })
    const photos = [
      ['surveyAnswered', dripping],
      ['completed', after],
      ['reopened', again],
    ]
    expect(await shown('steward-1')).toEqual(photos)
    expect(await shown('resident-1')).toEqual(photos)
    expect(await shown('resident-2')).toEqual([['completed', after]])
  })

  tell('what no rule gives to anybody is triaged and dispatched by the clerk', async world => {
    const ticketId = await world.file('resident-1', { category: 'attitude', placeId: undefined, placeText: '前台' })
    expect(await world.inbox('clerk-1')).toEqual(['新反映，请受理'])
    const queue = await world.ok('clerk-1', 'ticket.list', { scope: 'center', queue: 'triage' })
    expect(queue.items).toMatchObject([{ ticketId, state: 'submitted' }])
    // D-SLA-19: while it waits for something it is still the desk's, and comes back by itself.
    await world.act('clerk-1', ticketId, 'hold', { reason: 'awaitingComplainant', until: world.clock.now() + day })
    const held = await world.ok('clerk-1', 'ticket.list', { scope: 'center', queue: 'triage' })
    expect(held.items).toMatchObject([{ ticketId, state: 'onHold' }])
    await world.act('clerk-1', ticketId, 'resume', {})
    await world.act('clerk-1', ticketId, 'triage', { category: 'lighting', urgency: 'normal' })
    expect(await world.refuses('clerk-1', ticketId, 'dispatch', { departmentId: 'no-such-department' })).toBe(
      'unknownPerson',
    )
    expect(await world.refuses('clerk-1', ticketId, 'dispatch', { assigneeId: world.ids('clerk-9') })).toBe(
      'unknownPerson',
    )
    const dispatched = await world.act('clerk-1', ticketId, 'dispatch', {
      departmentId: 'engineering',
      requirement: '今天看一下',
    })
    expect(dispatched.state).toBe('dispatched')
    expect(await world.ticket(ticketId)).toMatchObject({
      requirement: '今天看一下',
      assignment: { departmentId: 'engineering' },
    })
  })

  tell('why a matter counts as less severe is read by staff and not by the resident (D-CL-3)', async world => {
    const ticketId = await world.file('resident-1', { category: 'attitude', placeId: undefined, placeText: '前台' })
    const as = { category: 'attitude', urgency: 'normal' } as const
    await world.act('clerk-1', ticketId, 'reclassify', { ...as, severity: 'hot', reason: '两户反映' })
    await world.act('clerk-1', ticketId, 'triage', { ...as, severity: 'ordinary', reason: '另一户是别的事' })
    const read = async (person: string) =>
      (await world.get(person, ticketId)).timeline.flatMap(({ title, text }) => [title, text ?? '']).join(' ')
    const byStaff = await read('clerk-1')
    expect(byStaff).toContain('· 热点：两户反映')
    expect(byStaff).toContain('一般：另一户是别的事')
    const byResident = await read('resident-1')
    expect(byResident).toContain('已受理')
    for (const word of ['热点', '两户', '别的事']) expect(byResident).not.toContain(word)
  })

  tell('a hold stops the clock and moves the due time by what it covered', async world => {
    const ticketId = await world.file('resident-1', { urgency: 'normal' })
    await world.act('steward-1', ticketId, 'accept', {})
    const before = (await world.get('steward-1', ticketId)).deadlines.find(({ kind }) => kind === 'completion')
    world.clock.set(march(2, '14:00') - minute)
    await world.act('steward-1', ticketId, 'hold', { reason: 'awaitingPart', until: march(4, '14:00') })
    world.clock.set(march(2, '16:00') - minute)
    const resumed = await world.act('steward-1', ticketId, 'resume', {})
    expect(resumed.state).toBe('inProgress')
    const after = (await world.get('steward-1', ticketId)).deadlines.find(({ kind }) => kind === 'completion')
    expect(before?.dueAt).toBe(march(5, '18:00'))
    expect(after).toMatchObject({ heldSeconds: 7200, dueAt: march(6, '10:30') })
  })

  tell('a proposal goes back and forth until it is agreed', async world => {
    const ticketId = await world.file()
    await world.act('steward-1', ticketId, 'accept', {})
    const proposal = { responsible: '工程部', completeBy: march(9, '18:00') }
    await world.act('steward-1', ticketId, 'propose', { measures: '补漆', ...proposal })
    expect((await world.get('resident-1', ticketId)).allowedActions).toEqual(
      expect.arrayContaining(['agree', 'counter']),
    )
    expect((await world.act('resident-1', ticketId, 'counter', { text: '要换管' })).state).toBe('inProgress')
    await world.act('steward-1', ticketId, 'propose', { measures: '换管', ...proposal })
    expect(await world.refuses('resident-2', ticketId, 'agree', {})).toBe('notFound')
    expect((await world.act('resident-1', ticketId, 'agree', {})).state).toBe('agreed')
    expect((await world.ticket(ticketId)).proposals.map(({ status }) => status)).toEqual(['countered', 'agreed'])
    expect((await world.act('steward-1', ticketId, 'complete', someCompletion)).state).toBe('completed')
  })

  tell('a failed verification sends it back to the steward', async world => {
    const ticketId = await world.file()
    await world.act('steward-1', ticketId, 'accept', {})
    await world.act('steward-1', ticketId, 'complete', someCompletion)
    const queue = await world.ok('clerk-1', 'ticket.list', { scope: 'center', queue: 'verify' })
    expect(queue.items.map(item => item.ticketId)).toEqual([ticketId])
    expect((await world.act('clerk-1', ticketId, 'reject', { text: '还在滴水' })).state).toBe('inProgress')
    expect(await world.inbox('steward-1')).toContain('验证不通过，请再处理')
  })

  tell('what it cost and why there is no photo is for staff (D-HD-3)', async world => {
    const ticketId = await world.file('resident-1', { photos: [await world.photo()] })
    await world.act('steward-1', ticketId, 'accept', {})
    const { noPhotoReason, ...bare } = { ...someCompletion, cost: 128.5 }
    expect(await world.refuses('steward-1', ticketId, 'complete', bare)).toBe('invalidRequest')
    await world.act('steward-1', ticketId, 'complete', { ...bare, noPhotoReason })
    expect((await world.get('clerk-1', ticketId)).completion).toMatchObject({ cost: 128.5, noPhotoReason })
    expect((await world.get('resident-1', ticketId)).completion).toMatchObject({ cost: null, noPhotoReason: null })
  })

  tell('the resident withdraws; the clerk declines with a reason', async world => {
    const withdrawn = await world.file()
    expect((await world.act('resident-1', withdrawn, 'withdraw', { reason: '自己好了' })).state).toBe('withdrawn')
    expect(await world.refuses('resident-1', withdrawn, 'withdraw', {})).toBe('wrongState')
    const declined = await world.file()
    await world.act('clerk-1', declined, 'decline', { reason: 'notOurs', text: '属于市政管网，已转告' })
    expect(await world.get('resident-1', declined)).toMatchObject({
      state: 'declined',
      ending: 'declined',
      recourse: expect.stringContaining('12345'),
      allowedActions: ['dispute'],
    })
    expect(await world.get('resident-1', withdrawn)).toMatchObject({ ending: 'withdrawn', recourse: null })
    expect(await world.inbox('resident-1')).toContain('关于您反映的事')
  })

  tell('who does not accept the outcome is heard by quality, and it ends as disputed (D-CB-11)', async world => {
    const declined = await world.file()
    await world.act('clerk-1', declined, 'decline', { reason: 'notOurs', text: '属于市政管网，已转告' })
    const photo = await world.photo()
    await world.act('resident-1', declined, 'dispute', { text: '是公共管道', photos: [photo] })
    expect(await world.get('resident-1', declined)).toMatchObject({
      state: 'disputed',
      ending: null,
      assignee: { name: 'quality-1 的名字' },
      promise: expect.stringContaining('品质管理部'),
      recourse: expect.stringContaining('12345'),
    })
    expect(await world.inbox('quality-1')).toContain('业主不认可处理结果，请裁定')
    const waiting = await world.ok('quality-1', 'ticket.list', { scope: 'assigned' })
    expect(waiting.items).toMatchObject([{ ticketId: declined, nextDue: { kind: 'dispute' } }])
    const uphold = { decision: 'uphold', text: '已复查，确属市政管网' } as const
    expect(await world.refuses('clerk-1', declined, 'decideDispute', uphold)).toBe('forbidden')
    expect((await world.act('quality-1', declined, 'decideDispute', uphold)).state).toBe('closed')
    const mine = await world.ok('resident-1', 'ticket.list', { scope: 'mine', states: ['closed'] })
    expect(mine.items).toMatchObject([{ ticketId: declined, ending: 'disputed', allowedActions: [] }])
    expect(await world.inbox('resident-1')).toContain('已结案，记为有异议')
  })

  tell('a callback by phone closes it; three days without an answer close it as unreached', async world => {
    const reached = await world.verified()
    expect(await world.refuses('clerk-1', reached, 'recordCallback', { result: 'answered' })).toBe('invalidRequest')
    const told = await world.act('clerk-2', reached, 'recordCallback', { result: 'answered', answers: satisfied })
    expect(told.state).toBe('closed')
    const unreached = await world.verified()
    for (const [day, state] of [
      [3, 'callback'],
      [3, 'callback'],
      [4, 'callback'],
      [5, 'closed'],
    ] as const) {
      world.clock.set(Math.max(march(day, '10:00'), world.clock.now()))
      expect((await world.act('clerk-1', unreached, 'recordCallback', { result: 'unreached' })).state).toBe(state)
    }
    expect(await world.ticket(unreached)).toMatchObject({ ending: 'unreached' })
    expect((await world.ok('resident-1', 'survey.list', {})).items).toEqual([])
  })

  tell('whoever declines callbacks is not asked again, about later matters either', async world => {
    const first = await world.verified()
    expect((await world.act('clerk-1', first, 'recordCallback', { result: 'refused' })).state).toBe('quietPeriod')
    const second = await world.verified()
    expect(await world.ticket(second)).toMatchObject({ state: 'quietPeriod', exemption: 'declinedCallbacks' })
  })

  tell('the second dissatisfaction goes one level up, the third to quality', async world => {
    const ticketId = await world.verified()
    await world.answer('resident-1', ticketId, unsatisfied)
    await world.finish(ticketId)
    await world.answer('resident-1', ticketId, unsatisfied)
    expect((await world.ticket(ticketId)).assignment?.personId).toBe(world.ids('service-head'))
    await world.finish(ticketId, 'service-head')
    await world.answer('resident-1', ticketId, unsatisfied)
    expect((await world.ticket(ticketId)).assignment?.personId).toBe(world.ids('quality-1'))
    await world.finish(ticketId, 'quality-1')
    expect(await world.answer('resident-1', ticketId)).toEqual({ state: 'closed' })
  })
})
