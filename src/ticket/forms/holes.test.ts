import { actForms } from './act-forms'
import { checkStep } from './act-steps'
import { holeMessage } from './holes'

test.each([
  ['您好，需要等配件到货，预计___到货。', '请把「预计___」补充完整'],
  ['已到现场查看，情况是：___', '请把「情况是：___」补充完整'],
  ['建议联系：【 】。', '请把「建议联系：【 】」补充完整'],
  ['____', '请把「____」补充完整'],
  ['第一句。\n第二句__', '请把「第二句__」补充完整'],
])('「%s」 cannot be sent', (text, message) => expect(holeMessage(text)).toBe(message))

test.each(['预计周四到货。', '编号 A_1', '【紧急】已处理', '', undefined, 12])('%s can be sent', value =>
  expect(holeMessage(value)).toBeNull(),
)

test('a form names the hole at its field, and sends once it is filled', () => {
  const reply = (text: string) =>
    checkStep({ command: 'reply', fields: { text }, prefix: '' }, 'ticket-1', 'key-00000001')
  expect(reply('预计___到货')).toEqual({ ok: false, messages: { text: '请把「预计___」补充完整' } })
  expect(reply('预计周四到货')).toMatchObject({ ok: true })
  expect(
    checkStep(
      { command: 'dispatch', fields: { requirement: '___ 前到场' }, prefix: 'dispatch.' },
      'ticket-1',
      'key-00000001',
    ),
  ).toEqual({ ok: false, messages: { 'dispatch.requirement': '请把「___」补充完整' } })
})

test('no template leaves a hole unmarked: where something is to be filled in, it says so', () => {
  const templates = Object.values(actForms).flatMap(({ fields }) =>
    fields.flatMap(field => (field.control === 'text' ? (field.templates ?? []) : [])),
  )
  expect(templates.length).toBeGreaterThan(10)
  // A colon with nothing after it is a hole that nobody is told of.
  expect(templates.filter(text => /[：:]\s*(?:[。，；]|$)/.test(text))).toEqual([])
})
