import { answeringPhone, otherPhone } from './answering'

const phones = { hotline: '0571-1', nightPhone: '0571-2', officeHours: [{ from: 100, to: 200 }] }

it('the hotline answers in office hours, the night desk outside of them and once nothing is known any more', () => {
  const word = (now: number) => answeringPhone(phones, now)?.word
  expect([99, 100, 199, 200, 9_999].map(word)).toEqual(['夜间值班', '服务热线', '服务热线', '夜间值班', '夜间值班'])
})

it('the other number stands beside it for other hours', () => {
  expect([otherPhone(phones, 150), otherPhone(phones, 250)]).toEqual([
    { word: '下班后打夜间值班', phone: '0571-2' },
    { word: '上班时间打服务热线', phone: '0571-1' },
  ])
})

it('with one number only, that one is named at any hour; with none, nothing is', () => {
  for (const now of [150, 250]) {
    expect(answeringPhone({ ...phones, nightPhone: '' }, now)?.phone).toBe('0571-1')
    expect(answeringPhone({ ...phones, hotline: '' }, now)?.phone).toBe('0571-2')
    expect(answeringPhone({ ...phones, hotline: '', nightPhone: '' }, now)).toBeNull()
    expect(otherPhone({ ...phones, nightPhone: '' }, now)).toBeNull()
  }
})
