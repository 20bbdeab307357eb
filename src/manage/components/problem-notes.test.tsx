import { act, type PropsWithChildren } from 'react'
import { createRoot } from 'react-dom/client'
import { useObserved } from '@/data/device/use-observed'
import { namesIn } from '../format/names'
import type { Problem } from '../format/problems'
import type { PolicySession } from '../hooks/policy-session'
import { currentOf, start } from '../hooks/policy-session.fixture'
import { PolicyPage } from './policy-page'
import { ProblemNotes } from './problem-notes'

jest.mock('@/shell/error-state', () => ({}))
jest.mock('@/ui/primary-button', () => ({ PrimaryButton: () => null }))
jest.mock('@/shell/feedback', () => ({}))
jest.mock('@/data/session/navigation', () => ({}))
jest.mock('@/shell/use-wide', () => ({ useWide: () => false }))
jest.mock('./center-name', () => ({ CenterName: () => null }))
jest.mock('./manage-page', () => ({ ManagePage: ({ children }: PropsWithChildren) => children }))

const Editor = ({ session }: { session: PolicySession }) => {
  const state = useObserved(session.state)
  const policy = state.draft?.policy ?? state.current?.policy ?? null
  const names = policy && state.current ? namesIn(policy, state.current) : null
  return (
    <PolicyPage title="其他" model={{ ...state, session, policy, names }}>
      {({ problems }) => <ProblemNotes problems={problems} at="maxTransfers" />}
    </PolicyPage>
  )
}

const problem = (message: string): Problem => ({ path: 'maxTransfers', message, blocking: true })

test('a note stays, marked, while what it speaks of is checked again', async () => {
  const answers: ((problems: Problem[]) => void)[] = []
  const { session, waiting } = start({
    load: async () => ({ ...currentOf(3), problems: [problem('一次也不转')] }),
    check: () => new Promise(resolve => answers.push(problems => resolve({ problems, changes: [] }))),
  })
  const page = document.createElement('div')
  const shown = () =>
    [...page.querySelectorAll('.problem-notes')].map(notes => [notes.textContent, notes.getAttribute('aria-busy')])
  const edit = (maxTransfers: number) => act(() => session.edit(policy => ({ ...policy, maxTransfers })))
  const answer = async (problems: Problem[]) => {
    await act(async () => waiting.work?.())
    await act(async () => answers.at(-1)?.(problems))
  }
  const root = createRoot(page)
  await act(async () => root.render(<Editor session={session} />))
  await act(() => session.show())
  expect(shown()).toEqual([['一次也不转', 'false']])
  edit(30)
  expect(shown()).toEqual([['一次也不转', 'true']])
  await answer([problem('最多 20 次')])
  expect(shown()).toEqual([['最多 20 次', 'false']])
  edit(40)
  expect(shown()).toEqual([['最多 20 次', 'true']])
  await answer([])
  expect(shown()).toEqual([])
  act(() => root.unmount())
})
