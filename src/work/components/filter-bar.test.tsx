import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { me, type Me } from '@/data/session/session'
import { noFilters } from '../words/filters'
import { FilterBar } from './filter-bar'

jest.mock('@/data/device/device', () => ({
  device: { get: () => '', set: () => undefined, remove: () => undefined, keys: () => [] },
}))
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {},
  useDidShow: () => undefined,
  useDidHide: () => undefined,
}))
jest.mock('@/data/call/client', () => ({ call: jest.fn(() => new Promise(() => undefined)) }))

const signIn = (centers: Me['centers']) =>
  act(() =>
    me.set({
      id: 'q',
      name: '品质管理部',
      phone: null,
      posts: [],
      centers,
      rooms: [],
      places: [],
      placesCut: false,
      center: null,
      settings: {},
      unread: 0,
      administers: false,
      callbackDeclined: false,
      demo: false,
    }),
  )

function drawn(): HTMLElement {
  const page = document.createElement('div')
  act(() => createRoot(page).render(<FilterBar filters={noFilters} onChange={() => undefined} wide />))
  return page
}

it('offers the centers to whoever sees several (D-PO-2), and to nobody else', () => {
  signIn([{ centerId: 'c1', name: '和美花园服务中心' }])
  expect(drawn().querySelector('#filter-center')).toBeNull()
  signIn([
    { centerId: 'c1', name: '和美花园服务中心' },
    { centerId: 'c2', name: '清风苑服务中心' },
  ])
  expect(drawn().querySelector('#filter-center')?.textContent).toContain('清风苑服务中心')
})
