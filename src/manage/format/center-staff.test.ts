import type { StaffPost } from '../hooks/use-organisation'
import { editedPost, memberLine, membersOf, savedPost } from './center-staff'

const post = (changes: Partial<StaffPost>): StaffPost => ({
  personId: 'p-1',
  name: '李静',
  phone: '13900000001',
  role: 'steward',
  departmentId: null,
  buildings: [{ placeId: 'b-1', name: '1栋' }],
  skills: [],
  ...changes,
})
const work = post({ role: 'handler', departmentId: 'd-1', buildings: [], skills: ['电梯', '水电'] })

test('posts of one person stand in one line', () => {
  const [member, ...others] = membersOf([post({}), work])
  expect(others).toEqual([])
  expect(member && memberLine(member, new Map([['d-1', '工程部']]))).toBe('楼栋管家（1栋）；处理人员 · 工程部')
})

test('what is not changed is saved as it was, and skills once each (D-OR-3)', () => {
  expect(editedPost(work).map(savedPost)).toEqual([
    { role: 'handler', departmentId: 'd-1', buildingIds: [], skills: ['电梯', '水电'] },
  ])
  expect(
    savedPost({ role: 'handler', departmentId: null, buildingIds: [], skills: '电梯，电梯、 ,水电' }).skills,
  ).toEqual(['电梯', '水电'])
})
