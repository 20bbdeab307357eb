import { View } from '@tarojs/components'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { a11y } from '@/ui/a11y'
import { followKeys } from '@/shell/keys'
import type { ListKey } from '../words/list-keys'
import { useDeskKeys } from './use-desk-keys'

jest.mock('@tarojs/taro', () => ({ useDidShow: () => undefined, useDidHide: () => undefined }))

const Desk = ({ onStep, onOpen }: { onStep: (step: ListKey) => void; onOpen: () => void }) => {
  useDeskKeys(onStep)
  return <View id="card" {...a11y({ role: 'link' })} onClick={onOpen} />
}

test('Enter opens the card that has the focus, and after an arrow what the arrows have come to', () => {
  followKeys()
  const happened: string[] = []
  const onStep = (step: ListKey) => void happened.push(step)
  const onOpen = () => void happened.push('pressed')
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  act(() => root.render(<Desk onStep={onStep} onOpen={onOpen} />))
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  document.getElementById('card')?.focus()
  for (const key of ['Enter', 'ArrowDown', 'Enter']) press(key)
  expect(happened).toEqual(['pressed', 'down', 'open'])
  act(() => root.unmount())
})
