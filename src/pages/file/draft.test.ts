import { aPhoto } from '@/data/upload/picked-media.fixture'
import {
  checkDraft,
  emptyDraft,
  isWorthKeeping,
  missingOf,
  missingText,
  requestOf,
  withPreset,
  type FileDraft,
} from './draft'

const filer = { name: '赵敏', phone: '13800000001', rooms: [{ placeId: 'room-1' }] }
const complete = (part: Partial<FileDraft> = {}): FileDraft => ({
  ...emptyDraft('key-00000001', filer, { kind: 'complaint' }),
  category: 'leak',
  text: '卫生间漏水',
  ...part,
})
const missingWords = (draft: FileDraft) => {
  const checked = checkDraft(draft)
  return checked.ok ? [] : checked.missing.map(({ word }) => word)
}

describe('a new form', () => {
  test('has the first room and the own name and phone filled in', () => {
    expect(emptyDraft('key-00000001', filer)).toMatchObject({
      placeId: 'room-1',
      name: '赵敏',
      phone: '13800000001',
      kind: null,
    })
  })
  test('takes a quick kind and the place of a code before the own room', () => {
    expect(emptyDraft('key-00000001', filer, { kind: 'request', placeId: 'lift-2' })).toMatchObject({
      kind: 'request',
      placeId: 'lift-2',
    })
  })
  test('is not worth offering again until something has been written', () => {
    expect(isWorthKeeping(emptyDraft('key-00000001', filer, { kind: 'request' }))).toBe(false)
    expect(isWorthKeeping(complete({ category: null, text: '漏' }))).toBe(true)
  })
  test('a chosen kind of place is kept, though nothing is written', () => {
    expect(isWorthKeeping({ ...emptyDraft('key-00000001', filer), placeId: null, placeGroup: 'outside' })).toBe(true)
  })
  test('a code scanned later wins over the draft', () => {
    expect(withPreset(complete(), { placeId: 'lift-2' }, filer.rooms)).toMatchObject({
      placeId: 'lift-2',
      kind: 'complaint',
    })
  })
})

describe('what is missing', () => {
  test('is named on the button in the order of the page', () => {
    const draft = complete({ kind: null, category: null, placeId: null, text: '  ' })
    expect(missingWords(draft)).toEqual(['类型', '类别', '位置', '内容'])
    const checked = checkDraft(draft)
    expect(checked.ok ? '' : missingText(checked.missing)).toBe('还差：类型、类别、位置、内容')
  })
  test('nothing, then the button says so', () => {
    expect(checkDraft(complete()).ok).toBe(true)
    expect(missingText([])).toBe('提交')
  })
  test('a place in words is enough', () => {
    expect(missingWords(complete({ placeId: null, placeText: '北门外' }))).toEqual([])
  })
  test('a phone that is none gets the sentence for a phone', () => {
    const checked = checkDraft(complete({ phone: '12ab' }))
    expect(checked).toMatchObject({ ok: false, missing: [{ section: 'reach', word: '手机号' }] })
    expect(checked.ok ? '' : checked.missing[0]?.message).toContain('手机号')
  })
  test('a phone that is none does not matter to an anonymous filing', () => {
    expect(checkDraft(complete({ phone: '12ab', anonymous: true })).ok).toBe(true)
  })
  test('files that failed hold the filing back, and those on their way do not: the phone waits for them', () => {
    expect(missingWords(complete({ media: [aPhoto({ status: 'uploading' }), aPhoto({ key: 'k2' })] }))).toEqual([])
    expect(missingWords(complete({ media: [aPhoto({ status: 'failed' }), aPhoto({ key: 'k2' })] }))).toEqual([
      '1 个文件要重传或删除',
    ])
  })
  test('messages of the server find their sections; unknown fields are nobody’s to mend', () => {
    expect(missingOf({ 'photos.3': '请重新上传', idempotencyKey: 'x' })).toEqual([
      { section: 'tell', word: '照片', message: '请重新上传' },
    ])
  })
})

describe('what is sent', () => {
  test('photos and the one recording by their ids, empty words not at all', () => {
    const media = [
      aPhoto({ status: 'done', mediaId: 'm1' }),
      aPhoto({ key: 'k2', kind: 'audio', status: 'done', mediaId: 'm2' }),
    ]
    const checked = checkDraft(complete({ media, emergency: true, expectation: ' ' }))
    expect(checked.ok && checked.data).toEqual({
      idempotencyKey: 'key-00000001',
      kind: 'complaint',
      category: 'leak',
      placeId: 'room-1',
      text: '卫生间漏水',
      urgency: 'emergency',
      photos: ['m1'],
      recording: 'm2',
      contact: { name: '赵敏', phone: '13800000001' },
    })
  })
  test('D-IN-3: the room may be known only where somebody says so', () => {
    expect(requestOf(complete({ anonymous: true }))).not.toHaveProperty('roomMayBeKnown')
    expect(requestOf(complete({ anonymous: true, roomMayBeKnown: true }))).toMatchObject({ roomMayBeKnown: true })
  })

  test('D-IN-3: an anonymous filing carries neither name nor phone', () => {
    const request = requestOf(complete({ anonymous: true }))
    expect(request).toMatchObject({ anonymous: true })
    expect(request).not.toHaveProperty('contact')
  })
})
