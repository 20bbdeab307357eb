import { act, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { settle } from '@/data/read/settle.fixture'
import { kept } from '@/data/device/device.fixture'
import { aPhoto } from '@/data/upload/picked-media.fixture'
import { useAct } from './use-act'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))
jest.mock('@/data/device/device', () => jest.requireActual('@/data/device/device.fixture'))
jest.mock('@/data/device/local-file', () => ({ fileExists: async () => true, dropFile: () => undefined }))
const mockSent: unknown[] = []
jest.mock('@/data/call/client', () => ({
  call: async (_function: string, action: string, data: unknown) => {
    if (action === 'act') mockSent.push(data)
    return { items: [] }
  },
  upload: async () => ({ mediaId: 'm1', kind: 'image', url: '/media/m1', thumbUrl: null }),
}))

let sheet: ReturnType<typeof useAct>
const Sheet = () => {
  const here = useAct('ticket-1', 'reopen')
  useEffect(() => {
    sheet = here
  })
  return null
}

/** The sheet is opened, something happens in it, and it is closed. */
async function open(work: () => Promise<unknown> | void): Promise<void> {
  const root = createRoot(document.createElement('div'))
  act(() => root.render(<Sheet />))
  await settle()
  await act(async () => void (await work()))
  await settle()
  act(() => root.unmount())
}

test('words and photos of 还没解决 are there again when it is opened again, until it has been sent (D-IN-5)', async () => {
  await open(() => {
    sheet.setText('又漏了')
    sheet.uploads.onChange(() => [aPhoto()])
  })
  await open(() => expect([sheet.text, sheet.uploads.photos]).toEqual(['又漏了', ['m1']]))
  await open(() => sheet.send({ command: 'reopen', reason: sheet.text, photos: sheet.uploads.photos }))
  expect(mockSent).toMatchObject([{ command: 'reopen', reason: '又漏了', photos: ['m1'], ticketId: 'ticket-1' }])
  expect([...kept.keys()].filter(key => key.includes('act:'))).toEqual([])
  await open(() => expect([sheet.text, sheet.uploads.value]).toEqual(['', []]))
})
