import { actRequest } from '../../../types/contract/commands'
import { parse } from '../../../types/contract/parse'
import { actForms, residentActions } from './resident-actions'

test('only what the server allows, the most important first; commands of staff are not for this screen', () => {
  expect(residentActions(['withdraw', 'urge', 'supplement', 'dispatch']).map(({ command }) => command)).toEqual([
    'supplement',
    'urge',
    'withdraw',
  ])
  expect(residentActions([])).toEqual([])
})

test.each(Object.values(actForms))(
  'the form of $command asks for what the contract wants',
  ({ command, field, required }) => {
    const envelope = { ticketId: 't1', idempotencyKey: 'key-00000001', command }
    expect(parse(actRequest, { ...envelope, [field]: '说明' }).ok).toBe(true)
    expect(parse(actRequest, envelope).ok).toBe(!required)
  },
)
