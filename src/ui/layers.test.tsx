import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { followLayers } from './layers'
import { useLayer, useStepsBack } from './use-layer'

/** What the router hears of the browser's history, and how it tells of the page it has turned to. */
const heard: string[] = []
let turned: () => void = () => undefined

beforeAll(() => {
  window.history.replaceState({ idx: 0 }, '', '#/first')
  followLayers(listener => {
    turned = listener
  })
  window.addEventListener('popstate', () => {
    heard.push(window.location.hash)
    turned()
  })
})

let root: Root
beforeEach(() => {
  heard.splice(0)
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(async () => {
  act(() => root.unmount())
  await passed()
  document.body.replaceChildren()
})

/** Long enough for the browser's history to have moved, and for React to have followed by itself, as it does for people. */
async function passed(): Promise<void> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
  await new Promise(resolve => setTimeout(resolve, 60))
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
}
const press = (key: string, init: KeyboardEventInit = {}) =>
  act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init })))
const goBack = async () => {
  window.history.back()
  await passed()
}
const shown = () => [...document.querySelectorAll('[role=dialog]')].map(({ id }) => id)
const reachable = () =>
  [...document.querySelectorAll('button')].filter(button => !button.closest('[inert]')).map(({ id }) => id)
const focused = () => document.activeElement?.id
const depth = () => (window.history.state as { layers?: number } | null)?.layers ?? 0

const Box = ({ name, onClose }: { name: string; onClose: () => void }) => {
  useLayer({ whole: `${name}-whole`, first: `${name}-first`, above: name === 'question' }, onClose)
  return (
    <div id={`${name}-whole`} role="dialog">
      <button id={`${name}-first`} />
    </div>
  )
}

const Screen = () => {
  const [sheet, setSheet] = useState(false)
  const [question, setQuestion] = useState(false)
  const [opener, setOpener] = useState(true)
  return (
    <main className="taro_page">
      <header>
        <button id="other" onClick={() => setOpener(false)} />
      </header>
      <section id="section">
        {opener && <button id="opener" onClick={() => setSheet(true)} />}
        {sheet && <Box name="sheet" onClose={() => setSheet(false)} />}
      </section>
      {question && <Box name="question" onClose={() => setQuestion(false)} />}
      <button id="ask" onClick={() => setQuestion(true)} />
    </main>
  )
}
const click = (id: string) => act(() => document.getElementById(id)?.click())

async function openBoth(): Promise<void> {
  act(() => root.render(<Screen />))
  document.getElementById('opener')?.focus()
  click('opener')
  await passed()
  click('ask')
  await passed()
}

it('the focus moves into what opens, and nothing beneath is reached', async () => {
  act(() => root.render(<Screen />))
  expect(reachable()).toEqual(['other', 'opener', 'ask'])
  document.getElementById('opener')?.focus()
  click('opener')
  expect([focused(), reachable()]).toEqual(['sheet-first', ['sheet-first']])
  click('ask')
  expect([focused(), reachable()]).toEqual(['question-first', ['question-first']])
})

it('a question stays on top of a sheet that is opened, or drawn anew, while it waits', async () => {
  act(() => root.render(<Screen />))
  click('ask')
  click('opener')
  await passed()
  expect(reachable()).toEqual(['question-first'])
  press('Escape')
  expect(shown()).toEqual(['sheet-whole'])
})

it('Escape closes the topmost, one at a time, and the focus goes back to what opened it', async () => {
  await openBoth()
  expect(depth()).toBe(2)
  press('Escape', { isComposing: true })
  expect(shown()).toHaveLength(2)
  press('Escape')
  expect([focused(), reachable()]).toEqual(['sheet-first', ['sheet-first']])
  await passed()
  expect(depth()).toBe(1)
  press('Escape')
  expect([focused(), reachable()]).toEqual(['opener', ['other', 'opener', 'ask']])
  await passed()
  expect([depth(), heard]).toEqual([0, []])
})

it('back closes the topmost, one at a time, and the router hears of none of it', async () => {
  await openBoth()
  await goBack()
  expect([shown(), depth()]).toEqual([['sheet-whole'], 1])
  await goBack()
  expect([shown(), depth(), heard]).toEqual([[], 0, []])
})

it('forward does not bring back what was closed', async () => {
  await openBoth()
  await goBack()
  window.history.forward()
  await passed()
  await passed()
  expect([shown(), depth()]).toEqual([['sheet-whole'], 1])
})

it('where what opened it is gone, the focus goes to what it stood in', async () => {
  await openBoth()
  press('Escape')
  click('other')
  press('Escape')
  expect(focused()).toBe('section')
})

const turnTo = (idx: number, page: string) => {
  window.history.pushState({ idx }, '', `#/${page}`)
  turned()
}

it('a page opened from a layer leaves it open, and coming back finds it so', async () => {
  await openBoth()
  turnTo(1, 'second')
  await goBack()
  expect([heard, shown(), depth()]).toEqual([['#/first'], ['sheet-whole', 'question-whole'], 2])
})

it('a layer that closes as a page opens leaves no entry that back would have to take away', async () => {
  await openBoth()
  press('Escape')
  await passed()
  act(() => {
    // In one turn, as a choice in a sheet that leads to a page.
    press('Escape')
    turnTo(1, 'second')
  })
  await passed()
  await goBack()
  await passed()
  expect([heard, depth(), window.location.hash]).toEqual([['#/first'], 0, '#/first'])
})

it('the router goes back by pages, whatever lies on this one', async () => {
  act(() => root.render(<Screen />))
  turnTo(1, 'second')
  click('opener')
  await passed()
  window.history.go(-1)
  await passed()
  expect([heard, window.location.hash]).toEqual([['#/first'], '#/first'])
})

const Steps = () => {
  const [step, setStep] = useState(0)
  useStepsBack(step, () => setStep(before => before - 1))
  return (
    <button id="step" onClick={() => setStep(step + 1)}>
      {step}
    </button>
  )
}

it('each step of a form is undone by Escape or back, and covers nothing', async () => {
  act(() => root.render(<Steps />))
  for (let at = 0; at < 3; at++) click('step')
  await passed()
  const at = () => document.getElementById('step')?.textContent
  expect([at(), depth(), reachable()]).toEqual(['3', 3, ['step']])
  await goBack()
  expect([at(), depth()]).toEqual(['2', 2])
  press('Escape')
  await passed()
  expect([at(), depth(), heard]).toEqual(['1', 1, []])
})
