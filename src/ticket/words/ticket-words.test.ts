import { relationWord, standoutTags, stateTag } from './ticket-words'

describe('tags', () => {
  it('say how a ticket ended; unreached is not satisfied (D-CB-4)', () => {
    expect(stateTag('closed', 'satisfied')).toEqual({ meaning: 'done', word: '满意办结' })
    expect(stateTag('closed', 'unreached')).toEqual({ meaning: 'calm', word: '未能联系到' })
    expect(stateTag('dispatched', null)).toEqual({ meaning: 'dueSoon', word: '待接单' })
  })

  it('are few', () => {
    expect(standoutTags({ urgency: 'normal', severity: 'ordinary' })).toEqual([])
    expect(standoutTags({ urgency: 'emergency', severity: 'major' }).map(({ word }) => word)).toEqual(['紧急', '重大'])
  })

  it('name a relation in the words of the vocabulary or as it was written', () => {
    expect([relationWord('tenant'), relationWord('租客朋友'), relationWord(null)]).toEqual(['租户', '租客朋友', ''])
  })
})
