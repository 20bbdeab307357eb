import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { useContact } from './use-contact'

const dialled: string[] = []
const called: string[] = []
let width = 390

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getWindowInfo: () => ({ windowWidth: width }),
    onWindowResize: () => undefined,
    offWindowResize: () => undefined,
    makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => {
      dialled.push(phoneNumber)
      return Promise.resolve()
    },
  },
}))
jest.mock('@/data/call/client', () => ({
  call: (name: string, action: string) => {
    called.push(`${name}.${action}`)
    return Promise.resolve({ name: '赵敏', phone: '13800001234' })
  },
}))
jest.mock('@/shell/feedback', () => ({ say: () => undefined, sayError: () => undefined }))

function drawn(): HTMLElement {
  const page = document.createElement('div')
  const Caller = () => {
    const { phone, word, callThem } = useContact('ticket-1')
    return (
      <button onClick={() => void callThem()}>
        {word} {phone}
      </button>
    )
  }
  act(() => createRoot(page).render(<Caller />))
  return page.querySelector('button') as HTMLElement
}

const tap = (button: HTMLElement) => act(async () => button.click())

beforeEach(() => {
  dialled.length = 0
  called.length = 0
})

it('on a phone one tap looks the number up, which is recorded, and dials it (D-PO-4)', async () => {
  width = 390
  const button = drawn()
  expect(button.textContent).toContain('打电话')
  await tap(button)
  expect([called, dialled]).toEqual([['ticket.revealContact'], ['13800001234']])
  await tap(button)
  // It is known by now: nothing is looked up again.
  expect([called.length, dialled.length]).toEqual([1, 2])
})

it('at the desk the first tap shows the number, and the second one dials', async () => {
  width = 1280
  const button = drawn()
  expect(button.textContent).toContain('查看号码')
  await tap(button)
  expect([button.textContent, dialled]).toEqual(['拨打 13800001234', []])
  await tap(button)
  expect(dialled).toEqual(['13800001234'])
})
