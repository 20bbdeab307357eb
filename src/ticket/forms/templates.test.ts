import { keysOf } from '../../../types/vocabulary'
import { actForms } from './act-forms'
import { checkStep } from './act-steps'
import { holeMessage } from './holes'

/** Every wording that any form offers, with the form and the field it goes into. */
const offered = keysOf(actForms).flatMap(command =>
  actForms[command].fields.flatMap(field =>
    field.control === 'text' ? (field.templates ?? []).map(text => [command, field.name, text] as const) : [],
  ),
)
const withHole = offered.filter(([, , text]) => holeMessage(text) !== null)

test('there are wordings with something to fill in, in more than one form', () => {
  expect(new Set(withHole.map(([command]) => command)).size).toBeGreaterThan(2)
})

test.each(withHole)('%s: 「%s」 is not sent as the template has it: %s', (command, name, text) => {
  // Whatever else the form needs is there, so that nothing but the hole is left to tell.
  const fields = { reason: command === 'decline' ? 'thirdParty' : '请看照片', text: '请看照片', [name]: text }
  const checked = checkStep({ command, fields, prefix: '' }, 'ticket-1', 'key-00000001')
  expect(checked).toEqual({ ok: false, messages: { [name]: holeMessage(text) } })
})
