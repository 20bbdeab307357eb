import { day, minute } from '../../../test/builders/clock'
import { aCommand } from '../../../test/builders/commands'
import { people } from '../../../test/builders/people'
import { aPolicy } from '../../../test/builders/policy'
import { aTicket } from '../../../test/builders/ticket'
import type { State } from '../../../types/vocabulary'

const { steward, clerk, manager, resident, serviceHead } = people

describe('given a ticket in progress', () => {
  const story = aTicket('inProgress')

  it('words change nothing but the history and what is new (D-HD-5)', () => {
    const words = [
      [steward, aCommand('reply'), 'replied'],
      [steward, aCommand('note'), 'noted'],
      [resident, aCommand('urge'), 'urged'],
      [resident, aCommand('supplement'), 'supplemented'],
      [steward, aCommand('revealContact'), 'contactRevealed'],
    ] as const
    for (const [who, command, type] of words) {
      const said = story.do(who, command)
      expect(said.history.at(-1)).toMatchObject({ actorId: who.id, event: { type } })
      const { version, updatedAt, deadlineRuns, news: _news, ...rest } = said.ticket
      expect(story.ticket).toMatchObject(rest)
      expect([version, updatedAt]).toEqual([story.ticket.version + 1, said.now])
      expect(deadlineRuns.length).toBeGreaterThan(0)
    }
  })

  it('declines with a reason and an end (D-IN-10)', () => {
    const declined = story.do(clerk, aCommand('decline'))
    expect(declined.ticket).toMatchObject({ state: 'declined', closedAt: declined.now })
  })

  it('completes with cause, verdict and party, by whoever did it (D-HD-3, D-CL-5)', () => {
    const done = story.do(steward, aCommand('complete', { cost: 120, photos: ['m1'] }))
    expect(done.in('completed').completion).toEqual({
      summary: '已更换接头',
      factor: 'equipment',
      detail: null,
      verdict: 'substantiated',
      responsibleParty: 'own',
      cost: 120,
      noPhotoReason: null,
      media: ['m1'],
      at: done.now,
      byId: 'steward-1',
    })
  })

  it('asks for a photo of after, or for a reason, where there are photos of before (D-HD-3)', () => {
    const bare = aCommand('complete')
    const filed = aTicket('inProgress', { media: ['before', 'voice'], recording: 'voice' })
    const decision = filed.try(steward, bare)
    expect(decision).toMatchObject({
      ok: false,
      refusal: { code: 'invalidRequest', fields: { photos: expect.any(String) } },
    })
    expect(filed.refusal(steward, aCommand('complete', { photos: ['after'] }))).toBeNull()
    const why = aCommand('complete', { noPhotoReason: '楼道太暗' })
    expect(filed.do(steward, why).in('completed').completion.noPhotoReason).toBe('楼道太暗')
    expect(aTicket('inProgress', { media: ['voice'], recording: 'voice' }).refusal(steward, bare)).toBeNull()
    const sentLater = story.do(resident, aCommand('supplement', { photos: ['later'] }))
    expect(sentLater.refusal(steward, bare)).toBe('invalidRequest')
  })

  it('a supervise order is answered once (D-SLA-14)', () => {
    expect(story.refusal(steward, aCommand('answerSupervision'))).toBe('wrongState')
    const ordered = story.do(manager, aCommand('supervise'))
    expect(ordered.ticket.supervisions).toEqual([{ order: 1, text: '今天必须处理', at: ordered.now, answeredAt: null }])
    const answered = ordered.do(steward, aCommand('answerSupervision'))
    expect(answered.ticket.supervisions).toMatchObject([{ answeredAt: answered.now }])
    expect(answered.refusal(serviceHead, aCommand('answerSupervision'))).toBe('wrongState')
    expect(answered.do(manager, aCommand('supervise')).ticket.supervisions).toMatchObject([
      { order: 1, answeredAt: answered.now },
      { order: 2, answeredAt: null },
    ])
  })
  it('an answer is to every order that waits, or to the one it names (D-SLA-14)', () => {
    const twice = story.do(manager, aCommand('supervise')).do(manager, aCommand('supervise'))
    const first = twice.do(steward, aCommand('answerSupervision', { order: 1 }))
    expect(first.ticket.supervisions.map(({ answeredAt }) => answeredAt)).toEqual([first.now, null])
    expect(first.refusal(steward, aCommand('answerSupervision', { order: 1 }))).toBe('wrongState')
    expect(first.refusal(steward, aCommand('answerSupervision', { order: 3 }))).toBe('wrongState')
    const both = twice.do(steward, aCommand('answerSupervision'))
    expect(both.ticket.supervisions.map(({ answeredAt }) => answeredAt)).toEqual([both.now, both.now])
  })
  it('a site check keeps what was found and the photos (D-HD-2)', () => {
    const checked = story.do(steward, aCommand('inspect', { photos: ['m1'] }))
    expect(checked.events('siteChecked')).toEqual([{ type: 'siteChecked', findings: '立管接头渗水', media: ['m1'] }])
    expect(checked.ticket.state).toBe('inProgress')
  })
})

describe('given a proposal (D-HD-2)', () => {
  const story = aTicket('proposed')

  it('is answered by the complainant: agreed, or countered for another round', () => {
    expect(story.do(resident, aCommand('agree')).ticket).toMatchObject({
      state: 'agreed',
      proposals: [{ status: 'agreed' }],
    })
    const again = story.do(resident, aCommand('counter')).do(steward, aCommand('propose', { measures: '改走明管' }))
    expect(again.in('proposed').proposal).toMatchObject({ round: 2, measures: '改走明管', status: 'open' })
    expect(again.ticket.proposals.map(({ status }) => status)).toEqual(['countered', 'open'])
  })
  it('a newer one takes its place, and each round is kept', () => {
    const newer = story.do(steward, aCommand('propose')).do(resident, aCommand('agree'))
    expect(newer.ticket.proposals.map(({ round, status }) => [round, status])).toEqual([
      [1, 'dropped'],
      [2, 'agreed'],
    ])
  })
  it('promises a time to come', () => {
    const inProgress = aTicket('inProgress')
    const propose = (completeBy: number) => inProgress.refusal(steward, aCommand('propose', { completeBy }))
    expect(propose(inProgress.now)).toBe('invalidRequest')
    expect(propose(inProgress.now + 1)).toBeNull()
  })
  it('can be answered while the ticket is on hold for just that', () => {
    const waiting = story.do(steward, aCommand('hold', { reason: 'awaitingComplainant' }))
    expect(waiting.adds(resident, aCommand('agree'))).toEqual(['resumed', 'proposalAgreed'])
    expect(waiting.do(resident, aCommand('agree')).ticket.state).toBe('agreed')
    expect(waiting.do(resident, aCommand('counter')).ticket.state).toBe('inProgress')
  })
  it('but not while it waits for something else, nor when there is none', () => {
    const waiting = story.do(steward, aCommand('hold', { reason: 'awaitingPart' }))
    expect(waiting.refusal(resident, aCommand('agree'))).toBe('wrongState')
    expect(aTicket('onHold').refusal(resident, aCommand('counter'))).toBe('wrongState')
  })
})

describe('hold (D-SLA-16)', () => {
  const holdable: readonly State[] = ['submitted', 'accepted', 'dispatched', 'inProgress', 'proposed', 'agreed']
  it.each(holdable)('given %s, holds and returns to it with everything it had', state => {
    const before = aTicket(state)
    const held = before.do(clerk, aCommand('hold', { until: before.now + day }))
    expect(held.in('onHold')).toMatchObject({
      resumeTo: state,
      hold: { from: held.now, until: before.now + day, to: null },
    })
    const back = held.do(clerk, aCommand('resume'))
    const { version, updatedAt, holds, ...rest } = back.ticket
    expect(rest).toEqual({ ...before.ticket, version: undefined, updatedAt: undefined, holds: undefined })
    expect([version, updatedAt]).toEqual([before.ticket.version + 2, back.now])
    expect(holds).toEqual([{ reason: 'awaitingPart', from: held.now, until: before.now + day, to: back.now }])
  })

  it('lasts the policy’s maximum where no end is named, and no longer', () => {
    const story = aTicket('inProgress')
    const until = (ms: number) => story.refusal(steward, aCommand('hold', { until: story.now + ms }))
    expect(story.do(steward, aCommand('hold')).in('onHold').hold.until).toBe(story.now + minute + 60 * day)
    expect([until(60 * day), until(60 * day + 1)]).toEqual([null, 'invalidRequest'])
    expect([until(1), until(0), until(-day)]).toEqual([null, 'invalidRequest', 'invalidRequest'])
    expect(
      story
        .with({ policy: aPolicy({ holdMaxDays: 5 }) })
        .do(steward, aCommand('hold'))
        .in('onHold').hold.until,
    ).toBe(story.now + minute + 5 * day)
  })

  it('ends with the complainant’s word where it waited for that, and else not', () => {
    const story = aTicket('inProgress')
    const waiting = story.do(steward, aCommand('hold', { reason: 'awaitingComplainant' }))
    expect(waiting.adds(resident, aCommand('supplement'))).toEqual(['supplemented', 'resumed'])
    const forPart = story.do(steward, aCommand('hold', { reason: 'awaitingPart' }))
    expect(forPart.adds(resident, aCommand('supplement'))).toEqual(['supplemented'])
  })

  it('is not for what is done or over', () => {
    for (const state of ['completed', 'callback', 'quietPeriod', 'closed'] as const)
      expect([state, aTicket(state).refusal(clerk, aCommand('hold'))]).toEqual([state, 'wrongState'])
  })

  it('withdrawing ends it', () => {
    const gone = aTicket('onHold').do(resident, aCommand('withdraw'))
    expect(gone.ticket).toMatchObject({ state: 'withdrawn', closedAt: gone.now, holds: [{ to: gone.now }] })
  })
})
