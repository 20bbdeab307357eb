import { createStore, type Device } from './storage'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

/** A device that refuses more than `limit` entries. */
function deviceOf(limit = Infinity) {
  const kept = new Map<string, unknown>()
  const device: Device = {
    get: key => kept.get(key) ?? '',
    set(key, value) {
      if (!kept.has(key) && kept.size >= limit) throw new Error('exceed storage max size')
      kept.set(key, value)
    },
    remove: key => void kept.delete(key),
    keys: () => [...kept.keys()],
  }
  return { device, kept }
}
let now = 0
const storeOn = (device: Device) => createStore(device, () => ++now)

it('gives back drafts and cached reads, and nothing once removed', () => {
  const store = storeOn(deviceOf().device)
  store.saveDraft('file', { text: '漏水' })
  store.cache('ticket.list', [1])
  expect(store.readDraft('file')).toEqual({ text: '漏水' })
  expect(store.readCached('ticket.list')?.value).toEqual([1])
  store.removeDraft('file')
  expect(store.readDraft('file')).toBeNull()
  expect(store.readCached('other')).toBeNull()
})

it('no draft and no stored write goes by age, however far the clock moves', () => {
  const { device } = deviceOf()
  let clock = Date.UTC(2026, 2, 3)
  const store = createStore(device, () => clock)
  store.saveDraft('file', '写到一半')
  store.saveOutbox(['接单'])
  for (const moved of [86_400_000, -2 * 86_400_000, 400 * 86_400_000]) {
    clock += moved
    for (let n = 0; n < 61; n++) store.cache(`t${n}`, n)
    expect([store.readDraft('file'), store.readOutbox()]).toEqual(['写到一半', ['接单']])
  }
})

it('drops cached reads to make room for a draft, and says so when even that is not enough', () => {
  const { device } = deviceOf(2)
  const store = storeOn(device)
  store.cache('a', 1)
  store.cache('b', 1)
  expect(store.saveDraft('file', 'text')).toBe(true)
  expect(store.readCached('a')).toBeNull()
  expect(storeOn(deviceOf(0).device).saveDraft('file', 'text')).toBe(false)
})

it('keeps the newest sixty cached reads and none that is huge', () => {
  const { device } = deviceOf()
  const store = storeOn(device)
  for (let n = 0; n < 65; n++) store.cache(`t${n}`, n)
  expect(device.keys()).toHaveLength(60)
  expect(store.readCached('t4')).toBeNull()
  expect(store.readCached('t5')?.value).toBe(5)
  store.cache('huge', 'x'.repeat(200_001))
  expect(store.readCached('huge')).toBeNull()
})

it('ignores what an older version stored, and forgets only its own keys', () => {
  const { device, kept } = deviceOf()
  kept.set('draft:file', { version: 0, savedAt: 1, value: 'old' }).set('preferences', {})
  const store = storeOn(device)
  expect(store.readDraft('file')).toBeNull()
  store.saveDraft('file', 'new')
  store.forgetAll()
  expect([...kept.keys()]).toEqual(['preferences'])
})

it('lays the drafts of one person aside for another, and brings each their own back', () => {
  const { device } = deviceOf()
  const store = storeOn(device)
  store.saveDraft('file', '甲写的')
  store.cache('mine', ['甲的'])
  store.changePerson('a', 'b')
  expect(store.readDraft('file')).toBeNull()
  expect(store.readCached('mine')).toBeNull()
  store.saveDraft('file', '乙写的')
  store.changePerson('b', 'a')
  expect(store.readDraft('file')).toBe('甲写的')
  store.changePerson('a', 'b')
  expect(store.readDraft('file')).toBe('乙写的')
})

it('keeps what waits to be sent through a sign-out', () => {
  const store = storeOn(deviceOf().device)
  store.saveOutbox([1])
  store.forgetAll()
  expect(store.readOutbox()).toEqual([1])
})
