import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { preferences } from '@/data/device/preferences'
import { ratingWord } from '../../../types/vocabulary'
import { Faces } from './faces'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { getAppBaseInfo: () => ({}) } }))
jest.mock('@/data/device/device', () => ({
  device: { get: () => '', set: () => undefined, remove: () => undefined, keys: () => [] },
}))

const page = document.createElement('div')
const root = createRoot(page)

/** What each face says, and the word by which the answer it gives is quoted later. */
function saidAndQuoted(elderView: boolean): (readonly [string, string])[] {
  const chosen: number[] = []
  act(() => preferences.set({ ...preferences.get(), elderView }))
  act(() => root.render(<Faces name="result" label="结果" value={null} onChoose={value => chosen.push(value)} />))
  return [...page.querySelectorAll<HTMLElement>('.face')].map(face => {
    act(() => face.click())
    return [face.textContent ?? '', ratingWord(chosen.at(-1) ?? 0)] as const
  })
}

it.each([
  [false, ['非常满意', '满意', '一般', '不满意', '很不满意']],
  [true, ['满意', '一般', '不满意']],
])('people are quoted by the word they tapped, in the elder view too (%s)', (elderView, words) => {
  expect(saidAndQuoted(elderView)).toEqual(words.map(word => [word, word]))
})
