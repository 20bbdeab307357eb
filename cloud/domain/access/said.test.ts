import { aCommand, dissatisfied } from '../../../test/builders/commands'
import { people } from '../../../test/builders/people'
import { type Story, aTicket } from '../../../test/builders/ticket'
import type { Filing } from '../../../test/builders/filing'
import { saidIn } from './said'

const allSaid = ({ history, ticket }: Story) =>
  history.flatMap(recorded => {
    const said = saidIn(recorded, ticket)
    return said ? [[recorded.event.type, said.audience, said.authorId, said.text]] : []
  })
const filed = (filing: Partial<Filing> = {}) => aTicket('inProgress', filing)

describe('what a search may look through, and for whom', () => {
  it('words of a complainant are theirs, replies everybody’s, notes staff’s', () => {
    const story = filed({ expectation: '今天修好' })
      .do(people.resident, aCommand('supplement'))
      .do(people.steward, aCommand('reply'))
      .do(people.steward, aCommand('note'))
      .do(people.manager, aCommand('supervise'))
    expect(allSaid(story)).toEqual([
      ['filed', 'complainant', 'resident-1', '厨房天花板漏水\n今天修好'],
      ['supplemented', 'complainant', 'resident-1', '现在滴到客厅了'],
      ['replied', 'everybody', null, '今天下午上门'],
      ['noted', 'staff', null, '业主下午在家'],
      ['supervised', 'staff', null, '今天必须处理'],
    ])
  })

  it('what a neighbour who joined says is that one’s', () => {
    const story = filed().do(people.clerk, aCommand('join')).do(people.neighbour, aCommand('supplement'))
    expect(allSaid(story).at(-1)).toEqual(['supplemented', 'complainant', 'resident-2', '现在滴到客厅了'])
  })

  it('what a clerk writes down for somebody without an account is nobody’s but staff’s', () => {
    const byPhone = { filerId: null, recordedBy: 'clerk-1', channel: 'phone' } as const
    expect(allSaid(filed(byPhone).do(people.clerk, aCommand('urge', { text: '又来电话' }))).at(-1)).toEqual([
      'urged',
      'complainant',
      null,
      '又来电话',
    ])
  })

  it('an answer to a survey is found by nobody, nor the reopening that tells of it (D-CB-5)', () => {
    const before = aTicket('callback')
    const after = before.do(people.resident, aCommand('answerSurvey', { answers: { ...dissatisfied, text: '太差了' } }))
    expect(allSaid(after)).toEqual(allSaid(before))
  })
})
