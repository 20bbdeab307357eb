import { aCommand, someAnswers } from '../../../test/builders/commands'
import { anActorWith, people } from '../../../test/builders/people'
import { type Story, aTicket } from '../../../test/builders/ticket'
import type { Actor } from './actor'
import { ratingWithheld } from './anonymous-rating'
import { viewerOf } from './viewer'

const { steward, serviceHead, clerk, manager, quality, supervisor, engineer, neighbour, resident } = people

/** Of two who are asked, one has answered. */
const answered = (anonymous: boolean): Story =>
  aTicket('callback')
    .do(clerk, aCommand('join'))
    .do(neighbour, aCommand('answerSurvey', { answers: someAnswers({ anonymous }) }))

const isWithheld = (story: Story, actor: Actor): boolean | null | undefined => {
  const { ticket } = story
  const viewer = viewerOf(ticket, { ...actor, id: actor.id ?? '' })
  const [event] = story.events('surveyAnswered')
  return viewer && event && ratingWithheld(event, ticket, viewer)
}

describe('an anonymous rating before everybody has been heard (D-CB-5)', () => {
  const open = answered(true)
  it.each([
    ['whoever did the work', steward, true],
    ['the head of the department', serviceHead, true],
    ['another steward of the building', anActorWith('steward', { buildingIds: ['b1'] }), true],
    ['the desk', clerk, false],
    ['the manager', manager, false],
    ['quality', quality, false],
    ['supervisors', supervisor, false],
  ] as const)('%s: withheld %s', (_name, actor, expected) => expect(isWithheld(open, actor)).toBe(expected))

  it('from whoever did the work also where they hold another post', () => {
    const both = { ...steward, posts: [...steward.posts, ...clerk.posts] }
    expect(isWithheld(open, both)).toBe(true)
  })

  it('nothing is withheld that is not anonymous, nor when everybody has been heard', () => {
    expect(isWithheld(answered(false), steward)).toBe(false)
    expect(isWithheld(open.do(resident, aCommand('answerSurvey')), steward)).toBe(false)
    expect(isWithheld(open, engineer)).toBeFalsy()
  })
})
