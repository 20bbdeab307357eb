import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { kept } from '@/data/device/device.fixture'
import { call } from '@/data/call/client'
import { chosenCenter, endSession, me, restoreSession, type Me } from '@/data/session/session'
import { useOverview } from '../hooks/use-overview'
import { usePolicy } from '../hooks/use-policy'
import { useStaff } from '../hooks/use-staff'
import { useStaffAct } from '../hooks/use-staff-act'
import { CenterSwitch } from './center-switch'

jest.mock('@/data/device/device', () => jest.requireActual('@/data/device/device.fixture'))
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { showToast: () => Promise.resolve() },
  useDidShow: () => undefined,
  useDidHide: () => undefined,
}))
jest.mock('@/data/call/client', () => ({ call: jest.fn(() => new Promise(() => undefined)) }))

const asked = jest.mocked(call)
const post = (centerId: string, centerName: string): Me['posts'][number] => ({
  role: 'serviceManager',
  centerId,
  centerName,
  departmentId: null,
  buildings: [],
})
const signIn = (posts: Me['posts']) =>
  me.set({
    id: 'm',
    name: '何文华',
    phone: null,
    posts,
    centers: [],
    rooms: [],
    places: [],
    placesCut: false,
    center: null,
    settings: {},
    unread: 0,
    administers: false,
    callbackDeclined: false,
    demo: false,
  })
const two = [post('c1', '和美花园服务中心'), post('c2', '清风苑服务中心')]

let root: Root
let page: HTMLElement
beforeEach(() => {
  kept.clear()
  kept.set('session:token', 'token')
  restoreSession()
  asked.mockClear()
  page = document.createElement('div')
  root = createRoot(page)
})
afterEach(() => act(() => root.unmount()))

it('with one center nothing is shown', () => {
  signIn([post('c1', '和美花园服务中心')])
  act(() => root.render(<CenterSwitch />))
  expect(page.textContent).toBe('')
})

it('with two, one is chosen by its name, for the session and no longer', () => {
  signIn(two)
  act(() => root.render(<CenterSwitch />))
  expect(page.textContent).toContain('和美花园服务中心')
  const chosen = () => page.querySelector('.choice-on')?.textContent
  expect(chosen()).toBe('和美花园服务中心')
  act(() => page.querySelector<HTMLElement>('#center-c2')?.click())
  expect(chosen()).toBe('清风苑服务中心')
  act(() => {
    chosenCenter.set(null)
    restoreSession()
  })
  expect(chosenCenter.get()).toBe('c2')
  act(() => endSession())
  kept.set('session:token', 'of somebody else')
  act(() => restoreSession())
  expect(chosenCenter.get()).toBeNull()
})

const Screens = () => {
  useOverview()
  useStaff()
  const { session } = usePolicy()
  const { act: staffAct } = useStaffAct(() => undefined)
  return (
    <>
      <CenterSwitch />
      <button
        id="act"
        onClick={() => {
          void session.show()
          void staffAct('setPresence', { personId: 'p1', present: true }, null)
        }}
      />
    </>
  )
}
const centersAsked = () =>
  asked.mock.calls.map(([fn, action, data]) => [
    `${fn}.${action}`,
    (data as { centerId?: string }).centerId ?? 'not named',
  ])

it('the choice goes with every call, and a change of it asks anew', () => {
  signIn(two)
  act(() => root.render(<Screens />))
  expect(centersAsked()).toEqual([
    ['center.overview', 'c1'],
    ['staff.list', 'c1'],
  ])
  act(() => page.querySelector<HTMLElement>('#center-c2')?.click())
  act(() => page.querySelector<HTMLElement>('#act')?.click())
  expect(centersAsked().slice(2)).toEqual([
    ['center.overview', 'c2'],
    ['staff.list', 'c2'],
    ['policy.current', 'c2'],
    ['staff.setPresence', 'c2'],
  ])
})

it('with one center calls name none', () => {
  signIn([post('c1', '和美花园服务中心')])
  act(() => root.render(<Screens />))
  act(() => page.querySelector<HTMLElement>('#act')?.click())
  expect(new Set(centersAsked().map(([, center]) => center))).toEqual(new Set(['not named']))
})
