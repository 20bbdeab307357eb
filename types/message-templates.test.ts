import { kindOfField } from './message-templates'

test.each([
  ['thing1', 'thing'],
  ['character_string12', 'character_string'],
  ['thing', null],
  ['money3', null],
])('%s is of kind %s', (field, kind) => {
  expect(kindOfField(field)).toBe(kind)
})
