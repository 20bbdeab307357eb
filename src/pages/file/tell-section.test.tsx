import { act, useEffect, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { serverClock } from '@/data/call/server-clock'
import { preferences } from '@/data/device/preferences'
import type { Heard, Voice, VoiceEvents } from '@/data/speech/voice'
import type { PickedMedia } from '@/data/upload/picked-media'
import type { Uploads } from '@/data/upload/use-uploads'
import { emptyDraft, requestOf, spokenText, type FileDraft } from './draft'
import { aPhoto } from '@/data/upload/picked-media.fixture'
import { TellSection } from './tell-section'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { getAppBaseInfo: () => ({}) } }))
jest.mock('@/data/device/device', () => jest.requireActual('@/data/device/device.fixture'))
jest.mock('./proposal-card', () => ({ ProposalCard: () => null }))
let mockVoices: Voice[] = []
jest.mock('@/data/speech/voices', () => ({ voicesHere: () => mockVoices }))
jest.mock('@/data/speech/recorder', () => ({ canRecord: () => true }))

/** What the device tells of, one after the other, of whatever was begun last. */
let told: VoiceEvents
let stops = 0
const voice = (gives: Voice['gives']): Voice => ({
  gives,
  start: events => {
    told = events
    return { stop: () => void stops++ }
  },
})

let draft: FileDraft
interface FormProps {
  text: string
  media: readonly PickedMedia[]
  onDraft: (draft: FileDraft) => void
}
const Form = ({ text, media, onDraft }: FormProps) => {
  const [written, setWritten] = useState({ ...emptyDraft('key-00000001', null), text })
  const [value, onChange] = useState(media)
  const draft: FileDraft = { ...written, media: value }
  useEffect(() => onDraft(draft))
  return (
    <TellSection
      proposal={null}
      draft={draft}
      uploads={{ value, onChange } as unknown as Uploads}
      onChange={part => setWritten(before => ({ ...before, ...part }))}
      messageFor={() => undefined}
      mediaMessage={undefined}
    />
  )
}

let page: HTMLElement
let root: Root
let now = 1_000_000
function open({
  voices,
  text = '',
  elder = false,
  media = [] as readonly PickedMedia[],
}: {
  voices: Voice[]
  text?: string
  elder?: boolean
  media?: readonly PickedMedia[]
}) {
  mockVoices = voices
  act(() => preferences.set({ ...preferences.get(), elderView: elder }))
  act(() => root.render(<Form text={text} media={media} onDraft={now => void (draft = now)} />))
}
const button = () => page.querySelector<HTMLElement>('#file-talk-button')
const seen = () => page.querySelector('#file-talk')?.textContent ?? ''
const finger = (name: 'touchstart' | 'touchend', later = 0) => {
  now += later
  act(() => void button()?.dispatchEvent(new Event(name, { bubbles: true })))
}
const tap = () => act(() => button()?.click())
const hear = (tell: (events: VoiceEvents) => void) => act(() => tell(told))
const done = (heard: Partial<Heard>) => hear(({ onDone }) => onDone({ words: '', recording: null, ...heard }))

beforeEach(() => {
  stops = 0
  now += 10_000
  jest.spyOn(serverClock, 'elapsed').mockImplementation(() => now)
  page = document.createElement('div')
  document.body.append(page)
  root = createRoot(page)
})
afterEach(() => {
  act(() => root.unmount())
  page.remove()
  jest.restoreAllMocks()
})

const comesFirst = () => {
  const field = page.querySelector('#file-text')
  const talk = button()
  if (!field || !talk) throw new Error('both are on the page')
  return Boolean(talk.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING)
}

test.each([
  [true, true],
  [false, false],
])('in the elder view (%s) 按住说话 comes first (%s) (D-AC-1)', (elder, first) => {
  open({ voices: [voice('words')], elder })
  expect(comesFirst()).toBe(first)
})

test('held and let go: the words stand behind what was written', () => {
  open({ voices: [voice('words')], text: '厨房漏水' })
  finger('touchstart')
  hear(({ onListening }) => onListening())
  expect(seen()).toContain('正在听，说完松开')
  hear(({ onWords }) => onWords('昨天晚上'))
  expect(seen()).toContain('昨天晚上')
  expect(draft.text).toBe('厨房漏水')
  finger('touchend', 3_000)
  expect(stops).toBe(1)
  done({ words: '昨天晚上开始的。' })
  expect(draft.text).toBe('厨房漏水，昨天晚上开始的。')
  expect(seen()).toContain('按住说话')
})

test('what is typed while somebody speaks is not lost', () => {
  open({ voices: [voice('words')] })
  tap()
  const field = page.querySelector<HTMLTextAreaElement>('#file-text')
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, '三栋：')
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  done({ words: '电梯停了' })
  expect(draft.text).toBe('三栋：电梯停了')
})

test('a tap begins and a tap ends it, and the click that follows a touch is the same tap', () => {
  open({ voices: [voice('words')] })
  finger('touchstart')
  hear(({ onListening }) => onListening())
  finger('touchend', 100)
  tap()
  expect(stops).toBe(0)
  expect(seen()).toContain('正在听，说完点一下')
  finger('touchstart', 4_000)
  finger('touchend', 900)
  tap()
  expect(stops).toBe(1)
})

test('lifted while still being asked for the microphone: it listens until the next tap', () => {
  open({ voices: [voice('words')] })
  finger('touchstart')
  finger('touchend', 2_500)
  hear(({ onListening }) => onListening())
  expect([stops, seen()]).toEqual([0, expect.stringContaining('说完点一下')])
})

test.each([
  ['denied', '允许使用麦克风'],
  ['noMicrophone', '请打字或拍照'],
  ['tooShort', '按住不放'],
  ['notHeard', '再说一次'],
] as const)('%s is told with the next step, and what was written stays', (trouble, words) => {
  open({ voices: [voice('words')], text: '厨房漏水' })
  tap()
  hear(({ onTrouble }) => onTrouble(trouble))
  expect(seen()).toContain(words)
  expect(draft.text).toBe('厨房漏水')
})

test('where words can’t be had a recording takes their place, and can be all there is', () => {
  open({ voices: [voice('words'), voice('recording')] })
  tap()
  hear(({ onTrouble }) => onTrouble('unavailable'))
  expect(seen()).toContain('请再按一次，录成一段语音')
  now += 2_000
  tap()
  done({ recording: 'kept:note' })
  expect(draft.media).toMatchObject([{ kind: 'audio', localPath: 'kept:note', status: 'waiting' }])
  expect(seen()).toContain('录好了')
  expect(requestOf(draft)).toMatchObject({ text: spokenText })
})

test('where nothing is left the button goes and the words say what to do', () => {
  open({ voices: [voice('words')] })
  tap()
  hear(({ onTrouble }) => onTrouble('unavailable'))
  expect([button(), seen()]).toEqual([null, '现在没法把话转成文字。请打字或拍照说明'])
})

test('a second recording is refused before it is spoken', () => {
  const media = [aPhoto({ kind: 'audio', localPath: 'kept:one' })]
  open({ voices: [voice('recording')], media })
  tap()
  expect(seen()).toContain('请先在下面删除它')
  expect(draft.media).toHaveLength(1)
})

test('a device that can’t listen shows no button', () => {
  open({ voices: [] })
  expect(page.querySelector('#file-talk')).toBeNull()
})
