import { editableParts, emptyPart, settled } from './condition'

describe('a condition', () => {
  it('asks nothing where nothing is chosen', () => {
    expect(settled({ category: [], urgency: undefined })).toBeUndefined()
    expect(settled({ category: [], anonymous: false })).toEqual({ anonymous: false })
    expect(editableParts.map(part => settled(emptyPart(part, 'office')))).toHaveLength(11)
  })
})
