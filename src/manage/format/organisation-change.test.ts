import { changeLines } from './organisation-change'

test('a changed card says field by field from what to what, and nothing of what stayed (D-OR-5)', () => {
  const before = { name: '和美花园服务中心', hotline: '0571-88001234', nightPhone: '' }
  expect(changeLines({ before, after: { ...before, nightPhone: '13900000000' } })).toEqual([
    '夜间电话：无 → 13900000000',
  ])
})

test('posts are told by what they are and where, before and after', () => {
  const steward = { role: 'steward', department: null, buildings: ['1栋'], skills: [] }
  expect(changeLines({ before: [steward], after: [{ ...steward, buildings: ['1栋', '2栋'] }] })).toEqual([
    '原来：楼栋管家（1栋）',
    '现在：楼栋管家（1栋、2栋）',
  ])
  expect(changeLines({ before: null, after: [steward] })).toEqual(['楼栋管家（1栋）'])
})

test('an import is told by its counts, and who moved in by what they are', () => {
  expect(changeLines({ before: null, after: { added: 3, changed: 0, same: 2 } })).toEqual([
    '新增：3',
    '修改：0',
    '不变：2',
  ])
  expect(changeLines({ before: null, after: { personId: 'p', relation: 'owner', untilDay: null } })).toEqual([
    '身份：业主',
  ])
})
