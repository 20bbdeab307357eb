import { holderWord, relationWord, standoutTags, stateTag } from './ticket-words'

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

  it('tell two people of one name apart by their departments (L-DSK-1)', () => {
    const wang = (departmentName: string | null) => holderWord({ assigneeName: '王建国', departmentName })
    expect([wang('工程部'), wang('客服部'), wang(null)]).toEqual(['王建国 · 工程部', '王建国 · 客服部', '王建国'])
    expect(holderWord({ assigneeName: null, departmentName: '工程部' })).toBe('工程部')
    expect(holderWord({ assigneeName: null, departmentName: null })).toBe('还没有人负责')
  })

  it('name a relation in the words of the vocabulary or as it was written', () => {
    expect([relationWord('tenant'), relationWord('租客朋友'), relationWord(null)]).toEqual(['租户', '租客朋友', ''])
  })
})
