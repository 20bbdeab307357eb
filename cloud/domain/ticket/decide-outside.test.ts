import { day, monday9 } from '../../../test/builders/clock'
import { aCommand, aThirdParty } from '../../../test/builders/commands'
import { aDirectory, people, staff } from '../../../test/builders/people'
import { standardPolicy } from '../../../test/builders/policy'
import { type Story, aTicket } from '../../../test/builders/ticket'
import type { DeadlineKind } from '../../../types/vocabulary'
import { debtorsOf } from '../deadline/debtor'
import { type Timer, timersOf } from '../deadline/timers'
import { followUpOf } from './decide-merge'
import { isFollowed, owesReportBack } from './state'

const { steward, clerk, resident, manager, quality } = people

const all = (story: Story, kind: DeadlineKind): readonly Timer[] =>
  timersOf(story.ticket, standardPolicy).filter(timer => timer.kind === kind)
const running = (story: Story, kind: DeadlineKind): readonly Timer[] =>
  all(story, kind).filter(({ metAt, endedAt }) => metAt === null && endedAt === null)

const declined = aTicket('dispatched').do(clerk, aCommand('decline', { reason: 'thirdParty', thirdParty: aThirdParty }))

describe('what a third party has caused (D-IN-10, D-SP-6)', () => {
  it('is declined only with the name of who caused it', () => {
    expect(aTicket('dispatched').try(clerk, aCommand('decline', { reason: 'thirdParty' }))).toMatchObject({
      ok: false,
      refusal: { code: 'invalidRequest', fields: { 'thirdParty.name': expect.any(String) } },
    })
    expect(declined.ticket).toMatchObject({
      state: 'declined',
      thirdParty: { ...aThirdParty, owner: { personId: 'steward-1' }, since: declined.now, ended: null },
    })
  })

  it('is followed by whoever has it, or by whoever declines it where nobody has', () => {
    const fromTriage = aTicket('submitted').do(
      clerk,
      aCommand('decline', { reason: 'thirdParty', thirdParty: aThirdParty }),
    )
    expect(fromTriage.ticket.thirdParty?.owner?.personId).toBe('clerk-1')
    const owed = (members: readonly (typeof staff)[keyof typeof staff][]) =>
      debtorsOf({ kind: 'progress', cycle: 1 }, declined.ticket, undefined, aDirectory(members))
    expect(owed(Object.values(staff))).toEqual(['steward-1'])
    // Whoever has left leaves it to the desk.
    expect(owed([staff.clerk, staff.manager])).toEqual(['clerk-1'])
  })

  it('the complainant hears of it each period of 5 working days, until it is followed no longer', () => {
    const [first] = running(declined, 'progress')
    // Monday, and five working days on: the next Monday's close of business.
    expect(first).toMatchObject({ startedAt: declined.now, dueAt: monday9 + 7 * day + 9 * 3_600_000 })
    const told = declined.later(2 * day).do(steward, aCommand('reply'))
    expect(all(told, 'progress').map(({ metAt }) => metAt)).toEqual([told.now, null])
    const [next] = running(told, 'progress')
    expect((next?.dueAt ?? 0) - (first?.dueAt ?? 0)).toBe(2 * day)
    const ended = told.do(steward, aCommand('endFollowing'))
    expect(running(ended, 'progress')).toEqual([])
    expect(isFollowed(ended.ticket)).toBe(false)
    expect([steward, clerk].map(who => ended.refusal(who, aCommand('reply')))).toEqual(['wrongState', 'wrongState'])
    expect(ended.refusal(steward, aCommand('endFollowing'))).toBe('wrongState')
  })

  it('goes on with whoever takes over from somebody who leaves (D-RT-7)', () => {
    const handed = declined.do(manager, aCommand('handOver', { fromPersonId: 'steward-1', toPersonId: 'engineer-1' }))
    expect(handed.ticket).toMatchObject({
      state: 'declined',
      assignment: { personId: 'engineer-1' },
      thirdParty: { owner: { personId: 'engineer-1' } },
    })
    expect(running(handed, 'progress')).toEqual(running(declined, 'progress'))
    expect(running(handed, 'accept')).toEqual([])
    // Once nothing is owed any more, nothing is handed over.
    const ended = declined.do(steward, aCommand('endFollowing'))
    expect(ended.adds(manager, aCommand('handOver', { fromPersonId: 'steward-1' }))).toEqual([])
  })

  it('late news is a breach as any other', () => {
    const late = declined.later(20 * day).settled()
    expect(late.events('breached').map(({ deadline }) => deadline)).toEqual(['progress'])
  })

  it('without a third party nothing runs on, and there is nothing to follow', () => {
    const plain = aTicket('declined')
    expect(running(plain, 'progress')).toEqual([])
    expect(plain.refusal(clerk, aCommand('reply'))).toBe('wrongState')
    expect(plain.refusal(clerk, aCommand('endFollowing'))).toBe('wrongState')
  })

  it('the complainant may object all the same, and what quality takes up is worked on again', () => {
    const disputed = declined.do(resident, aCommand('dispute'))
    expect(disputed.ticket.state).toBe('disputed')
    expect(isFollowed(disputed.ticket)).toBe(true)
    const taken = disputed.do(quality, aCommand('decideDispute', { decision: 'rework', text: '由我们先修' }))
    const holder = Object.values(people).find(({ id }) => id === taken.ticket.assignment?.personId) ?? steward
    const again = taken.do(holder, aCommand('accept'))
    // Two working days again, and no longer five.
    const [news] = running(again, 'progress')
    expect(news).toMatchObject({ startedAt: again.now, dueAt: monday9 + 2 * day + 9 * 3_600_000 })
  })

  it('where quality upholds that it is not ours, it is followed all the same until it ends with a reason', () => {
    const upheld = declined.do(resident, aCommand('dispute')).do(quality, aCommand('decideDispute'))
    expect(upheld.ticket).toMatchObject({ state: 'closed', ending: 'disputed' })
    expect(running(upheld, 'progress')).toEqual(running(declined, 'progress'))
    expect(upheld.refusal(clerk, aCommand('archive'))).toBe('wrongState')
    // Whoever has decided follows it from then on.
    expect(upheld.ticket.thirdParty?.owner?.personId).toBe('quality-1')
    expect(upheld.refusal(steward, aCommand('reply'))).toBe('forbidden')
    const told = upheld.do(quality, aCommand('reply'))
    expect(running(told, 'progress')).toMatchObject([{ startedAt: told.now }])
    const ended = told.do(quality, aCommand('endFollowing', { outcome: 'stopped', text: '请向供水公司直接反映' }))
    expect(running(ended, 'progress')).toEqual([])
    expect(ended.refusal(clerk, aCommand('reply'))).toBe('wrongState')
    expect(ended.refusal(clerk, aCommand('archive'))).toBeNull()
  })

  it('a hold for a third party names it, is told of it, and ends with it', () => {
    const held = aTicket('inProgress').do(
      steward,
      aCommand('hold', { reason: 'awaitingThirdParty', thirdParty: aThirdParty }),
    )
    expect(held.ticket).toMatchObject({ state: 'onHold', thirdParty: { name: '供水公司' } })
    const solved = held.do(steward, aCommand('endFollowing'))
    expect(solved.ticket).toMatchObject({ state: 'inProgress', thirdParty: { ended: { outcome: 'solved' } } })
    expect(
      aTicket('inProgress').try(steward, aCommand('hold', { reason: 'awaitingPart', thirdParty: aThirdParty })),
    ).toMatchObject({ ok: false, refusal: { code: 'invalidRequest' } })
  })
})

describe('what is found online (D-SP-5)', () => {
  const found = aTicket('inProgress').do(steward, aCommand('notePost', { platform: '业主论坛', views: 120 }))

  it('a link that is known is read once more, another is a further post of the same matter', () => {
    const again = found
      .do(clerk, aCommand('notePost', { views: 900, comments: 12 }))
      .do(clerk, aCommand('notePost', { link: ' https://v.example.com/2 ', views: undefined, followers: 50 }))
    expect(again.ticket.posts).toMatchObject([
      { post: 1, platform: '业主论坛', readings: [{ views: 120 }, { views: 900, comments: 12 }] },
      { post: 2, link: 'https://v.example.com/2', readings: [{ views: null, followers: 50 }] },
    ])
  })

  it('a reading says something, and nothing of the future', () => {
    const bare = { link: 'https://bbs.example.com/1', views: undefined }
    expect(found.try(clerk, aCommand('notePost', bare))).toMatchObject({
      ok: false,
      refusal: { code: 'invalidRequest', fields: { views: expect.any(String) } },
    })
    expect(found.try(clerk, aCommand('notePost', { readAt: found.now + 60_000 }))).toMatchObject({
      ok: false,
      refusal: { code: 'invalidRequest', fields: { readAt: expect.any(String) } },
    })
  })

  it('is noted with the filing too', () => {
    const post = {
      post: 1,
      link: 'https://bbs.example.com/9',
      platform: null,
      views: 3,
      followers: null,
      comments: null,
    }
    const filed = aTicket('dispatched', { channel: 'online', post: { ...post, readAt: monday9 - day } })
    expect(filed.ticket.posts).toMatchObject([{ link: 'https://bbs.example.com/9', readings: [{ views: 3 }] }])
    expect(() => aTicket('dispatched', { post: { ...post, readAt: monday9 + day } })).toThrow('读数的时间')
  })

  it('content apart is a matter of its own, and each of the two names the other once', () => {
    const target = { id: 'ticket-2', number: 'T-0002', open: true }
    const related = found.with({ target }).do(clerk, aCommand('relate'))
    expect(related.ticket.related).toEqual([{ id: 'ticket-2', number: 'T-0002' }])
    expect(related.adds(clerk, aCommand('relate'))).toEqual([])
    const followUp = followUpOf(aCommand('relate'), found.ticket, related.ticket)
    expect(followUp).toEqual({
      ticketId: 'ticket-2',
      command: { command: 'noteRelated', id: 'ticket-1', number: found.ticket.number },
    })
    expect(found.refusal(clerk, aCommand('relate', { relatedTo: 'ticket-1' }))).toBe('invalidRequest')
    expect(found.with({ target: null }).refusal(clerk, aCommand('relate'))).toBe('notFound')
  })

  it('what has ended for good is not written to', () => {
    expect(aTicket('archived').adds(clerk, aCommand('noteRelated', { id: 'ticket-9' }))).toEqual([])
  })
})

describe('what reached head office first (D-HD-4)', () => {
  const verified = aTicket('callback', { fromHeadOffice: true })

  it('is reported back after verification, by whoever has it, within its time', () => {
    expect(running(aTicket('completed', { fromHeadOffice: true }), 'reportBack')).toEqual([])
    expect(running(verified, 'reportBack')).toMatchObject([{ startedAt: verified.now }])
    expect(debtorsOf({ kind: 'reportBack', cycle: 1 }, verified.ticket, 'steward-1', aDirectory())).toEqual([
      'steward-1',
    ])
    const told = verified.do(steward, aCommand('reportBack'))
    expect(owesReportBack(told.ticket)).toBe(false)
    expect(told.events('reportedBack')).toMatchObject([{ text: '已修好，业主认可' }])
    expect(told.refusal(steward, aCommand('reportBack'))).toBe('wrongState')
  })

  it('is owed after closing too, and nothing is archived before', () => {
    const closed = verified.do(resident, aCommand('answerSurvey'))
    expect(closed.ticket.state).toBe('closed')
    expect(closed.refusal(clerk, aCommand('archive'))).toBe('wrongState')
    expect(closed.do(manager, aCommand('reportBack')).do(clerk, aCommand('archive')).ticket.state).toBe('archived')
  })

  it('is owed anew after the work has begun again', () => {
    const told = verified.do(steward, aCommand('reportBack'))
    const again = told
      .do(resident, aCommand('reopen'))
      .do(steward, aCommand('accept'))
      .do(steward, aCommand('complete'))
      .do(clerk, aCommand('verify'))
    expect(running(again, 'reportBack')).toMatchObject([{ cycle: 2, startedAt: again.now }])
  })

  it('goes on with whoever takes over, also after closing (D-RT-7)', () => {
    const closed = verified.do(resident, aCommand('answerSurvey'))
    const handed = closed.do(manager, aCommand('handOver', { fromPersonId: 'steward-1', toPersonId: 'engineer-1' }))
    expect(handed.ticket).toMatchObject({ state: 'closed', assignment: { personId: 'engineer-1' } })
    expect(handed.refusal(steward, aCommand('reportBack'))).toBe('forbidden')
    expect(handed.refusal(people.engineer, aCommand('reportBack'))).toBeNull()
  })

  it('anything else owes head office nothing', () => {
    expect(aTicket('callback').refusal(steward, aCommand('reportBack'))).toBe('wrongState')
  })
})

describe('what a center cannot solve (D-HD-4)', () => {
  it('is verified and called about by quality itself', () => {
    const escalated = aTicket('inProgress').do(steward, aCommand('escalate')).do(quality, aCommand('accept'))
    const owed = debtorsOf({ kind: 'verification', cycle: 1 }, escalated.ticket, 'steward-1', {
      staff: [...Object.values(staff), { ...staff.quality, id: 'quality-2' }],
    })
    // Not by the one who did the work.
    expect(owed).toEqual(['quality-2'])
  })
})
