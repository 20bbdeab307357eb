import { day, monday9 } from '../../../test/builders/clock'
import { aCommand } from '../../../test/builders/commands'
import { aDirectory, people, staff } from '../../../test/builders/people'
import { aTicket } from '../../../test/builders/ticket'
import { runningTimersOf, timersOf } from '../deadline/timers'
import { standardPolicy } from '../../../test/builders/policy'
import { debtorsOf } from '../deadline/debtor'
import { newsOf } from './news'
import { openDraft } from './state'

const { steward, serviceHead, clerk, manager, quality, resident } = people

/** Found in a forum by a clerk, and taken on by the steward. */
const online = aTicket('inProgress', { channel: 'online', filerId: null, recordedBy: 'clerk-1' })
const read = (views: number) => online.do(steward, aCommand('notePost', { views }))

describe('a reply to what stands online (D-HD-6)', () => {
  it('waits for the head of the department, and goes out with the word of that head', () => {
    const written = online.do(steward, aCommand('reply'))
    expect(written.events('replied')).toEqual([])
    expect(openDraft(written.ticket)).toMatchObject({
      about: { kind: 'reply', text: '今天下午上门' },
      post: 'departmentHead',
      approver: { personId: 'service-head' },
    })
    expect(written.adds(serviceHead, aCommand('decideDraft'))).toEqual(['draftDecided', 'replied'])
    const sent = written.do(serviceHead, aCommand('decideDraft'))
    expect(sent.events('replied')).toMatchObject([{ text: '今天下午上门' }])
    expect(openDraft(sent.ticket)).toBeUndefined()
  })

  it('keeps the promise of a first reply only when it goes out', () => {
    const promised = (story: typeof online) =>
      timersOf(story.ticket, standardPolicy).find(({ kind }) => kind === 'firstReply')
    const written = online.do(steward, aCommand('reply'))
    expect(promised(written)?.metAt).toBeNull()
    const sent = written.later(day).do(serviceHead, aCommand('decideDraft'))
    expect(promised(sent)?.metAt).toBe(sent.now)
  })

  it('of wide reach is approved by quality: seen by many, or hot or major', () => {
    expect(openDraft(read(9_999).do(steward, aCommand('reply')).ticket)?.post).toBe('departmentHead')
    const wide = read(10_000).do(steward, aCommand('reply'))
    expect(openDraft(wide.ticket)).toMatchObject({ post: 'quality', approver: { personId: 'quality-1' } })
    expect([serviceHead, manager, quality].map(who => wide.refusal(who, aCommand('decideDraft')))).toEqual([
      'forbidden',
      'forbidden',
      null,
    ])
    const hot = online.do(clerk, aCommand('reclassify', { urgency: 'normal', severity: 'hot' }))
    expect(openDraft(hot.do(steward, aCommand('reply')).ticket)?.post).toBe('quality')
  })

  it('counts several posts of one event together, each as it was read last', () => {
    const several = read(6_000)
      .do(steward, aCommand('notePost', { link: 'https://v.example.com/2', views: 3_000, followers: 4_000 }))
      .do(steward, aCommand('reply'))
    expect(openDraft(several.ticket)?.post).toBe('quality')
    const fallen = read(20_000)
      .do(steward, aCommand('notePost', { views: 800 }))
      .do(steward, aCommand('reply'))
    expect(openDraft(fallen.ticket)?.post).toBe('departmentHead')
  })

  it('by whoever may approve it goes out at once', () => {
    expect(online.adds(serviceHead, aCommand('reply'))).toEqual(['replied'])
    expect(read(10_000).adds(serviceHead, aCommand('reply'))).toEqual(['draftSubmitted'])
    expect(read(10_000).adds(quality, aCommand('reply'))).toEqual(['replied'])
  })

  it('that is refused is written once more, with the reason in sight', () => {
    const written = online.do(steward, aCommand('reply'))
    expect(written.try(serviceHead, aCommand('decideDraft', { decision: 'refuse' }))).toMatchObject({
      ok: false,
      refusal: { code: 'invalidRequest', fields: { text: expect.any(String) } },
    })
    const refused = written.do(serviceHead, aCommand('decideDraft', { decision: 'refuse', text: '请写明时间' }))
    expect(refused.ticket.drafts).toMatchObject([{ status: 'refused', remark: '请写明时间' }])
    expect(refused.events('replied')).toEqual([])
    // Nothing is left that could be approved after all.
    expect(refused.refusal(serviceHead, aCommand('decideDraft'))).toBe('wrongState')
    expect(refused.do(steward, aCommand('reply')).ticket.drafts).toMatchObject([
      { draft: 1, status: 'refused' },
      { draft: 2, status: 'waiting' },
    ])
  })

  it('one waits at a time, and nobody approves what they wrote', () => {
    const written = online.do(steward, aCommand('reply'))
    expect(written.refusal(steward, aCommand('reply'))).toBe('wrongState')
    // The head has been moved up since, and still does not judge own words.
    const byClerk = online.do(clerk, aCommand('reply'))
    const promoted = { ...clerk, posts: [...clerk.posts, ...serviceHead.posts] }
    expect(byClerk.refusal(promoted, aCommand('decideDraft'))).toBe('forbidden')
  })

  it('waits for the next post up where the department has no head, and for nobody where there is nobody', () => {
    const headless = online.with({
      directory: aDirectory(Object.values(staff).filter(({ role }) => role !== 'departmentHead')),
    })
    expect(openDraft(headless.do(steward, aCommand('reply')).ticket)?.post).toBe('serviceManager')
    const alone = online.with({ directory: aDirectory([staff.steward]) })
    expect(alone.refusal(steward, aCommand('reply'))).toBe('wrongState')
    expect(alone.allowed(steward)).not.toContain('reply')
  })

  it('has a time of its own, owed by the approver, or by whoever else may where that one has left', () => {
    const written = online.do(steward, aCommand('reply'))
    const waiting = runningTimersOf(written.ticket, standardPolicy).find(({ kind }) => kind === 'approval')
    expect(waiting).toMatchObject({ startedAt: written.now, metAt: null })
    const owed = (members: readonly (typeof staff)[keyof typeof staff][]) =>
      debtorsOf({ kind: 'approval', cycle: 1 }, written.ticket, 'steward-1', aDirectory(members))
    expect(owed(Object.values(staff))).toEqual(['service-head'])
    expect(owed([staff.steward, staff.manager, staff.quality])).toEqual(['manager-1'])
    const decided = written.do(manager, aCommand('decideDraft'))
    expect(runningTimersOf(decided.ticket, standardPolicy).some(({ kind }) => kind === 'approval')).toBe(false)
  })

  it('that has gone further since it was written takes the higher word', () => {
    const written = online.do(steward, aCommand('reply'))
    const spread = written.do(clerk, aCommand('notePost', { link: 'https://v.example.com/2', views: 50_000 }))
    expect(spread.try(serviceHead, aCommand('decideDraft'))).toMatchObject({
      ok: false,
      refusal: { code: 'wrongState', fields: { decision: expect.any(String) } },
    })
    expect(spread.refusal(quality, aCommand('decideDraft'))).toBeNull()
    const back = spread.do(serviceHead, aCommand('decideDraft', { decision: 'refuse', text: '请送品质部' }))
    expect(openDraft(back.do(steward, aCommand('reply')).ticket)?.post).toBe('quality')
  })

  it('is dropped when the matter ends before', () => {
    const own = aTicket('inProgress').do(steward, aCommand('notePost')).do(steward, aCommand('reply'))
    const gone = own.do(resident, aCommand('withdraw'))
    expect(gone.ticket.drafts).toMatchObject([{ status: 'dropped' }])
    expect(gone.refusal(serviceHead, aCommand('decideDraft'))).toBe('wrongState')
  })

  it('is no answer to whoever urged until it goes out', () => {
    const urged = aTicket('inProgress').do(steward, aCommand('notePost')).do(resident, aCommand('urge'))
    const written = urged.do(steward, aCommand('reply'))
    expect(newsOf(written.ticket)?.urges).toBe(1)
    expect(newsOf(written.do(serviceHead, aCommand('decideDraft')).ticket)).toBeNull()
  })

  it('is not got round by declining: that is said by whoever may approve it', () => {
    const dispatched = aTicket('dispatched', { channel: 'online', filerId: null, recordedBy: 'clerk-1' })
    expect(dispatched.refusal(clerk, aCommand('decline'))).toBe('forbidden')
    expect(dispatched.refusal(serviceHead, aCommand('decline'))).toBeNull()
  })
})

describe('a proposal (D-HD-2)', () => {
  it('on an ordinary matter goes to the complainant at once', () => {
    expect(aTicket('inProgress').adds(steward, aCommand('propose'))).toEqual(['proposed'])
  })

  it('on a hot, major or escalated one needs the manager, and is then the manager’s plan (D-SLA-5)', () => {
    const hot = aTicket('inProgress').do(clerk, aCommand('reclassify', { urgency: 'normal', severity: 'hot' }))
    const written = hot.do(steward, aCommand('propose'))
    expect(written.ticket.state).toBe('inProgress')
    expect(openDraft(written.ticket)).toMatchObject({ post: 'serviceManager' })
    const approved = written.do(manager, aCommand('decideDraft'))
    expect(approved.ticket.state).toBe('proposed')
    expect(approved.events('proposed')).toMatchObject([{ measures: '更换立管', byManager: true }])
    expect(approved.do(resident, aCommand('agree')).ticket.state).toBe('agreed')
  })

  it('about what stands online goes to quality before anything is said (D-SP-5)', () => {
    const written = online.do(steward, aCommand('propose'))
    expect(openDraft(written.ticket)?.post).toBe('quality')
    expect(written.do(quality, aCommand('decideDraft')).ticket.state).toBe('proposed')
  })

  it('holds up what would be done by it, and is not approved once its time has passed', () => {
    const written = online.do(steward, aCommand('propose', { completeBy: monday9 + day }))
    expect(written.refusal(steward, aCommand('complete'))).toBe('wrongState')
    const late = written.at(monday9 + 2 * day)
    expect(late.try(quality, aCommand('decideDraft'))).toMatchObject({
      ok: false,
      refusal: { code: 'wrongState', fields: { decision: expect.any(String) } },
    })
    expect(late.do(quality, aCommand('decideDraft', { decision: 'refuse', text: '时间过了' })).ticket.state).toBe(
      'inProgress',
    )
  })

  it('is a round more after each objection', () => {
    const hot = aTicket('inProgress').do(clerk, aCommand('reclassify', { urgency: 'normal', severity: 'hot' }))
    const first = hot.do(steward, aCommand('propose')).do(manager, aCommand('decideDraft'))
    const second = first
      .do(resident, aCommand('counter'))
      .do(steward, aCommand('propose', { measures: '先查楼上' }))
      .do(manager, aCommand('decideDraft'))
    expect(second.ticket.proposals).toMatchObject([
      { round: 1, status: 'countered' },
      { round: 2, status: 'open', measures: '先查楼上' },
    ])
  })
})
