import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { preferences } from '@/data/device/preferences'
import type { Question } from '../../../types/contract/questionnaire'
import { emptyAnswers, type Answers } from './steps'
import { SurveyStep } from './survey-step'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { getAppBaseInfo: () => ({}) } }))
jest.mock('@/data/device/device', () => ({
  device: { get: () => '', set: () => undefined, remove: () => undefined, keys: () => [] },
}))
jest.mock('@/ticket/media/media-picker', () => ({ MediaPicker: () => null }))

const options = [
  { id: 'noise', words: '太吵' },
  { id: 'dirt', words: '没收拾' },
]
const questions: readonly Question[] = [
  { id: 'rate', type: 'rating', words: '收拾得干净吗？', plainWords: '干净吗？' },
  { id: 'yes', type: 'yesNo', words: '师傅按时到了吗？' },
  { id: 'one', type: 'choice', words: '哪一项最不好？', options },
  { id: 'some', type: 'choices', words: '哪里不好？', options },
  { id: 'text', type: 'text', words: '还想说什么？' },
]

let root: Root
let page: HTMLElement
let said: Partial<Answers>[] = []
const draw = (step: Parameters<typeof SurveyStep>[0]['step'], elderView = false, answers: Partial<Answers> = {}) => {
  said = []
  act(() => preferences.set({ ...preferences.get(), elderView }))
  act(() =>
    root.render(
      <SurveyStep
        step={step}
        questionnaire={{ words: { solved: { words: '修好了吗？', plainWords: '好了吗？' } }, questions }}
        answers={{ ...emptyAnswers('key-00000001'), ...answers }}
        onChange={part => said.push(part)}
        onChosen={part => said.push(part)}
      />,
    ),
  )
}
const tap = (id: string) => act(() => page.querySelector<HTMLElement>(`#${id}`)?.click())
beforeEach(() => {
  page = document.createElement('div')
  root = createRoot(page)
})
afterEach(() => act(() => root.unmount()))

it.each([
  ['more:rate', 'survey-more-rate-4', { rate: 4 }],
  ['more:yes', 'survey-more-yes-no', { yes: false }],
  ['more:one', 'survey-more-one-dirt', { one: 'dirt' }],
  ['more:some', 'survey-more-some-dirt', { some: ['noise', 'dirt'] }],
] as const)('%s is answered with a tap', (step, id, more) => {
  draw(step, false, { more: { some: ['noise'] } })
  tap(id)
  expect(said).toEqual([{ more: { some: ['noise'], ...more } }])
})

it('the large view asks in plain words, where there are any', () => {
  for (const [step, usual, plain] of [
    ['solved', '修好了吗？', '好了吗？'],
    ['more:rate', '收拾得干净吗？', '干净吗？'],
    ['result', '处理结果怎么样？', '处理结果怎么样？'],
  ] as const) {
    const asked = () => page.querySelector('#survey-question')?.textContent
    draw(step)
    expect(asked()).toBe(usual)
    draw(step, true)
    expect(asked()).toBe(plain)
  }
})
