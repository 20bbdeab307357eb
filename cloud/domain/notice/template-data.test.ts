import { templateData } from './template-data'

const facts = {
  title: '【紧急】新工单，请接单：三号楼二单元电梯困人请马上到场',
  number: 'HM20260302-0007',
  estate: '和美花园',
  at: Date.UTC(2026, 2, 2, 1, 30),
}

test('fields are filled within the limits of their kinds', () => {
  expect(
    templateData(
      {
        thing1: 'title',
        character_string2: 'number',
        time3: 'at',
        thing4: 'estate',
        phrase5: 'title',
        number6: 'number',
      },
      facts,
    ),
  ).toEqual({
    thing1: { value: '【紧急】新工单，请接单：三号楼二单元电…' },
    character_string2: { value: 'HM20260302-0007' },
    time3: { value: '2026年03月02日 09:30' },
    thing4: { value: '和美花园' },
    phrase5: { value: '紧急新工单' },
    number6: { value: '202603020007' },
  })
})

test('what there is none of is filled all the same: an empty field is refused', () => {
  const none = { ...facts, number: null }
  expect(templateData({ character_string1: 'number', thing2: 'number', number3: 'number' }, none)).toEqual({
    character_string1: { value: '0' },
    thing2: { value: '无' },
    number3: { value: '0' },
  })
})
