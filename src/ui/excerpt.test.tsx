import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { followKeys } from '@/shell/keys'
import { Excerpt, FoldedText } from './excerpt'

const short = '灯坏了。'
const long = '楼道的灯坏了，晚上看不见台阶。'.repeat(10)

function drawn(view: React.ReactElement): HTMLElement {
  const page = document.body.appendChild(document.createElement('div'))
  act(() => createRoot(page).render(view))
  return page
}

it('what a card cuts off ends in a mark and the way to the rest', () => {
  expect(drawn(<Excerpt text={short} />).textContent).toBe(short)
  const words = drawn(<Excerpt text={long} max={20} />).textContent ?? ''
  expect(words).toMatch(/^楼道的灯坏了.*…看全文$/)
  expect(words.length).toBeLessThan(30)
})

it('a text whose whole stands nowhere else is unfolded where it stands, by a key too', () => {
  followKeys()
  const page = drawn(<FoldedText text={long} max={20} />)
  const fold = page.querySelector<HTMLElement>('[role=button]')
  expect([page.textContent?.includes(long), fold?.textContent]).toEqual([false, '展开'])
  act(() => void fold?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })))
  expect([page.textContent?.includes(long), fold?.textContent]).toEqual([true, '收起'])
  expect(drawn(<FoldedText text={short} />).querySelector('[role=button]')).toBeNull()
})
