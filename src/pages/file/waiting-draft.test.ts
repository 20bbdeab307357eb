import { emptyDraft, withPreset, type FileDraft } from './draft'
import { kindClash, settledPreset, subjectOf } from './waiting-draft'

const categories = [{ id: 'lift', name: '电梯' }]
const draft = (part: Partial<FileDraft>): FileDraft => ({ ...emptyDraft('key-00000001', null), ...part })

describe('what a draft is about', () => {
  test.each([
    [{ kind: 'complaint', category: 'lift', text: ' 三楼按钮不亮 ' }, '投诉 · 电梯：三楼按钮不亮'],
    [{ text: '三楼按钮不亮' }, '三楼按钮不亮'],
    [{ kind: 'request', placeText: '北门外' }, '报修求助：北门外'],
    [{ category: 'lift' }, '电梯'],
    [{ category: 'gone' }, '刚开始填'],
    [{ text: '水'.repeat(37) }, `${'水'.repeat(35)}…`],
  ] satisfies [Partial<FileDraft>, string][])('%j', (part, words) =>
    expect(subjectOf(draft(part), categories)).toBe(words),
  )
})

describe('another kind is tapped while a draft waits', () => {
  const kept = draft({ kind: 'complaint', text: '太吵' })
  test('is a question, and until it is answered the draft stays as it was', () => {
    const clash = kindClash(kept, { kind: 'request' })
    expect(clash).toEqual({ kept: 'complaint', opened: 'request' })
    const first = withPreset(kept, settledPreset({ kind: 'request', placeId: 'lift-2' }, clash), [])
    expect(first).toMatchObject({ kind: 'complaint', text: '太吵', placeId: 'lift-2' })
  })
  test('the same kind, none, or a draft that has none yet is no question', () => {
    expect(kindClash(kept, { kind: 'complaint' })).toBeNull()
    expect(kindClash(kept, {})).toBeNull()
    expect(kindClash(draft({ text: '太吵' }), { kind: 'request' })).toBeNull()
    expect(kindClash(null, { kind: 'request' })).toBeNull()
    expect(settledPreset({ kind: 'request' }, null)).toEqual({ kind: 'request' })
  })
})
