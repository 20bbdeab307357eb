import { back, open } from './navigation'

const turned: string[] = []
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getCurrentPages: () => [{}, {}],
    navigateTo: ({ url }: { url: string }) => Promise.resolve(turned.push(url)),
    navigateBack: () => Promise.resolve(turned.push('back')),
  },
}))

let now = 1_000_000
beforeEach(() => {
  turned.length = 0
  now += 10_000
  jest.spyOn(Date, 'now').mockImplementation(() => now)
})

it('opens a page once for two taps, and again when it is wanted again', () => {
  open('pages/ticket/index', { ticketId: 'a' })
  open('pages/ticket/index', { ticketId: 'a' })
  now += 600
  open('pages/ticket/index', { ticketId: 'a' })
  expect(turned).toEqual(['/pages/ticket/index?ticketId=a', '/pages/ticket/index?ticketId=a'])
})

it('goes back one page for two taps while it slides out', () => {
  back()
  now += 200
  back()
  expect(turned).toEqual(['back'])
})

it('does not hold up another way', () => {
  back()
  open('pages/stored/index')
  expect(turned).toEqual(['back', '/pages/stored/index'])
})

it('is not locked by a clock that has been set back', () => {
  back()
  now -= 86_400_000
  back()
  expect(turned).toEqual(['back', 'back'])
})
