import { ask, openQuestion } from './question'

test('a question is shown until it is answered', async () => {
  const answer = ask({ title: '注销？' })
  expect(openQuestion.get()).toMatchObject({ title: '注销？' })
  openQuestion.get()?.answer(true)
  expect(await answer).toBe(true)
  expect(openQuestion.get()).toBeNull()
})

test('another question takes its place, and the first is answered with no', async () => {
  const first = ask({ title: '一' })
  const second = ask({ title: '二' })
  expect(await first).toBe(false)
  expect(openQuestion.get()).toMatchObject({ title: '二' })
  openQuestion.get()?.answer(false)
  expect(await second).toBe(false)
})
