import { View } from '@tarojs/components'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { a11y } from '@/ui/a11y'
import { Choices } from '@/ui/choices'
import { SwitchField } from '@/ui/switch-field'
import { followKeys } from './keys'

const pressed: string[] = []
const root = createRoot(document.body.appendChild(document.createElement('div')))

beforeAll(() => {
  followKeys()
  act(() =>
    root.render(
      <>
        <Choices
          choices={[{ id: 'leak', word: '漏水' }]}
          chosen={[]}
          onChoose={id => pressed.push(id)}
          label="类别"
          idStart="category"
        />
        <SwitchField
          id="switch"
          label="匿名反映"
          hint="看不到姓名"
          checked={false}
          onChange={on => pressed.push(`switch ${String(on)}`)}
        />
        <View id="link" {...a11y({ role: 'link' })} onClick={() => pressed.push('link')} />
        <View id="disabled" {...a11y({ role: 'button', disabled: true })} onClick={() => pressed.push('disabled')} />
        <View id="words" {...a11y({ role: 'status' })} onClick={() => pressed.push('words')} />
        <input id="field" />
      </>,
    ),
  )
})
beforeEach(() => void pressed.splice(0))
afterAll(() => act(() => root.unmount()))

/** What was pressed, and whether the browser was kept from doing what it does with that key. */
function press(id: string, init: KeyboardEventInit): readonly [string[], boolean] {
  const element = document.getElementById(id)
  element?.focus()
  const went = element?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
  return [[...pressed], went === false]
}

it('the Tab key reaches what is pressed, and nothing else', () => {
  const reached = [...document.querySelectorAll<HTMLElement>('[id]')].filter(({ tabIndex }) => tabIndex === 0)
  expect(reached.map(({ id }) => id)).toEqual(['category-leak', 'switch', 'link', 'field'])
})

it.each<readonly [string, string, KeyboardEventInit, string[], boolean]>([
  ['Enter on a choice', 'category-leak', { key: 'Enter' }, ['leak'], true],
  ['the space bar on a choice', 'category-leak', { key: ' ' }, ['leak'], true],
  ['a key held down', 'category-leak', { key: ' ', repeat: true }, [], true],
  ['the space bar on a switch', 'switch', { key: ' ' }, ['switch true'], true],
  ['Enter on a link', 'link', { key: 'Enter' }, ['link'], true],
  ['the space bar on a link', 'link', { key: ' ' }, [], false],
  ['Enter on what is disabled', 'disabled', { key: 'Enter' }, [], false],
  ['Enter on words', 'words', { key: 'Enter' }, [], false],
  ['a shortcut', 'category-leak', { key: 'Enter', ctrlKey: true }, [], false],
  ['any other key', 'category-leak', { key: 'a' }, [], false],
  ['typing', 'field', { key: ' ' }, [], false],
])('%s', (_what, id, init, wanted, kept) => {
  expect(press(id, init)).toEqual([wanted, kept])
})

it('a switch says that it is one, how it stands, and what it does; the word beside the drawing says it too', () => {
  const element = document.getElementById('switch')
  expect(['role', 'aria-checked', 'aria-label'].map(name => element?.getAttribute(name))).toEqual([
    'switch',
    'false',
    '匿名反映：看不到姓名',
  ])
  expect(element?.textContent).toContain('未开启')
})
