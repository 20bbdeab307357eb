import { checkFileFor, checkJoinFor, emptyFileFor, emptySettled, fileForRequest, isBegun } from './file-for'

const key = 'key-00000001'
const told = {
  ...emptyFileFor(key),
  phone: '13800000000',
  name: '王女士',
  relation: 'owner' as const,
  mood: 'upset' as const,
  placeId: 'r1201',
  placeText: '三栋',
  category: 'leak',
  text: '厨房漏水',
}

describe('a filing for somebody else', () => {
  it('says by which channel and for whom (D-IN-1, D-IN-2)', () => {
    const checked = checkFileFor(told)
    expect(checked.ok && checked.request).toEqual({
      idempotencyKey: key,
      kind: 'request',
      category: 'leak',
      placeId: 'r1201',
      text: '厨房漏水',
      onBehalf: { channel: 'phone', name: '王女士', phone: '13800000000', relation: 'owner', mood: 'upset' },
    })
  })

  it('joins a neighbour’s matter with all that was told, and nothing that is the matter’s own (D-IN-6)', () => {
    const checked = checkJoinFor({ ...told, expectation: '今天修好', people: '2' }, 'i1')
    expect(checked.ok && checked.request).toEqual({
      incidentId: 'i1',
      idempotencyKey: key,
      placeId: 'r1201',
      text: '厨房漏水',
      expectation: '今天修好',
      onBehalf: { channel: 'phone', name: '王女士', phone: '13800000000', relation: 'owner', mood: 'upset', people: 2 },
    })
    const hidden = checkJoinFor({ ...told, anonymous: true }, 'i1')
    expect(hidden.ok && hidden.request).toMatchObject({
      anonymous: true,
      onBehalf: { channel: 'phone', mood: 'upset' },
    })
    expect(JSON.stringify(hidden)).not.toMatch(/王女士|13800000000/)
    const typed = checkJoinFor({ ...told, people: '两' }, 'i1')
    expect(!typed.ok && Object.keys(typed.messages)).toEqual(['onBehalf.people'])
  })

  it('says how urgent it is only where somebody has chosen that, so that words of danger can count (D-CL-4)', () => {
    expect(fileForRequest(told)).not.toHaveProperty('urgency', expect.anything())
    expect(fileForRequest({ ...told, urgency: 'normal' })).toMatchObject({ urgency: 'normal' })
  })

  it('says what makes it special, as whoever records it sees it (D-SP-1, D-SP-2)', () => {
    const special = checkFileFor({ ...told, signs: ['injury'], demanded: '3000', people: '4' })
    expect(special.ok && special.request.onBehalf).toMatchObject({ signs: ['injury'], demanded: 3_000, people: 4 })
    const typed = checkFileFor({ ...told, demanded: '三千' })
    expect(!typed.ok && Object.keys(typed.messages)).toEqual(['onBehalf.demanded'])
  })

  it('writes no name down for an anonymous caller (D-IN-3)', () => {
    const sent = JSON.stringify(fileForRequest({ ...told, anonymous: true }))
    expect(sent).not.toContain('王女士')
    expect(sent).not.toContain('13800000000')
  })

  it('put right on the spot it says how, and names what is missing by field (D-IN-8)', () => {
    const missing = checkFileFor({ ...told, settled: emptySettled })
    expect(missing.ok ? [] : Object.keys(missing.messages).sort()).toEqual([
      'settled.cause.factor',
      'settled.result',
      'settled.summary',
    ])
    const settled = { ...emptySettled, summary: '拧紧了接头', factor: 'equipment' as const, result: 5 }
    const checked = checkFileFor({ ...told, settled })
    expect(checked.ok && checked.request.settled).toEqual({
      summary: '拧紧了接头',
      cause: { factor: 'equipment' },
      verdict: 'substantiated',
      responsibleParty: 'own',
      result: 5,
    })
  })

  it('what can’t be settled on the spot is filed as still to be done', () => {
    const settled = { ...emptySettled, summary: '拧紧了接头', factor: 'equipment' as const, result: 5 }
    for (const some of [{ anonymous: true }, { urgency: 'emergency' as const }])
      expect(fileForRequest({ ...told, settled, ...some })).not.toHaveProperty('settled')
  })

  it('takes words for a place that is not in the list', () => {
    const checked = checkFileFor({ ...told, placeId: null, placeText: '北门外人行道' })
    expect(checked.ok && checked.request.placeText).toBe('北门外人行道')
  })

  it('names what is missing', () => {
    const checked = checkFileFor({ ...emptyFileFor(key), phone: '12' })
    expect(!checked.ok && Object.keys(checked.messages).sort()).toEqual([
      'category',
      'onBehalf.phone',
      'placeId',
      'text',
    ])
  })

  it('is worth a draft as soon as something is written', () => {
    expect(isBegun(emptyFileFor(key))).toBe(false)
    expect(isBegun({ ...emptyFileFor(key), text: '厨' })).toBe(true)
  })
})
