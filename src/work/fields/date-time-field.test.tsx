import { act, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { DateTimeField } from './date-time-field'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {},
  useDidShow: () => undefined,
  useDidHide: () => undefined,
}))
/** 2026-03-02 09:10 at +08:00. */
jest.mock('@/data/call/server-clock', () => ({
  serverClock: { now: () => Date.UTC(2026, 2, 2, 1, 10), subscribe: () => () => undefined },
}))
jest.mock('@/data/device/device', () => ({
  device: { get: () => '', set: () => undefined, remove: () => undefined, keys: () => [] },
}))

/** 2026-05-17 14:37 at +08:00. */
const wanted = Date.UTC(2026, 4, 17, 6, 37)

function drawn() {
  const page = document.createElement('div')
  const chosen: (number | undefined)[] = []
  const Field = () => {
    const [value, setValue] = useState<number | undefined>()
    return (
      <DateTimeField
        id="until"
        value={value}
        label="等到什么时候"
        onChange={at => {
          chosen.push(at)
          setValue(at)
        }}
      />
    )
  }
  act(() => createRoot(page).render(<Field />))
  const type = (id: string, words: string) => {
    const input = page.querySelector<HTMLInputElement>(`#${id}`)
    if (!input) throw new Error(`no field ${id}`)
    act(() => {
      // React listens for the change that the element's own setter makes.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, words)
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
  }
  return { page, chosen, type }
}

it('lets a year be typed figure by figure, and takes no day that is over', () => {
  const { page, chosen, type } = drawn()
  for (const typed of ['0002-05-17', '0020-05-17', '0202-05-17', '2026-03-01']) {
    type('until-date', typed)
    expect([page.querySelector<HTMLInputElement>('#until-date')?.value, chosen]).toEqual([typed, []])
  }
  type('until-date', '2026-05-17')
  expect(chosen).toHaveLength(1)
})

it('takes any day and any minute before a quick time is chosen, by fields that keyboards and screen readers know', () => {
  const { page, chosen, type } = drawn()
  expect([...page.querySelectorAll('input')].map(input => [input.type, input.getAttribute('aria-label')])).toEqual([
    ['date', '等到什么时候，选日期'],
    ['time', '等到什么时候，选时间'],
  ])
  type('until-date', '2026-05-17')
  type('until-time', '14:37')
  expect(chosen.at(-1)).toBe(wanted)
  expect(page.querySelector('#until-chosen')?.textContent).toBe('2026年5月17日 14:37')
})
