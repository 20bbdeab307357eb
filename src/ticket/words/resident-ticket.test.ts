import { keysOf, stateLabels } from '../../../types/vocabulary'
import { meaningOf, stageLooks, standsText, whoText } from './resident-ticket'

const nobody = { assigneeName: null, departmentName: null }

test.each([
  ['dispatched', '已安排张师傅处理'],
  ['inProgress', '张师傅正在处理'],
  ['callback', '请您评价'],
] as const)('%s with a handler: %s', (state, words) => {
  expect(standsText({ state, assigneeName: '张师傅', departmentName: '工程部' })).toBe(words)
})

test('who has it is said once', () => {
  expect(whoText({ state: 'callback', assigneeName: '张师傅', departmentName: null })).toBe('张师傅负责')
  expect(whoText({ state: 'inProgress', assigneeName: '张师傅', departmentName: null })).toBe('张师傅正在处理')
  expect(whoText({ state: 'submitted', assigneeName: null, departmentName: null })).toBeNull()
})

test('residents never read the words of staff', () => {
  for (const state of keysOf(stateLabels)) {
    expect(standsText({ state, ...nobody })).not.toMatch(/派单|工单|接单人/)
  }
})

test('stages: done, now, ahead', () => {
  expect(stageLooks('submitted', false)).toEqual(['now', 'ahead', 'ahead', 'ahead'])
  // Given to somebody by a rule, and nobody has taken it on yet.
  expect(stageLooks('dispatched', false)).toEqual(['now', 'ahead', 'ahead', 'ahead'])
  expect(stageLooks('dispatched', true)).toEqual(['done', 'now', 'ahead', 'ahead'])
  expect(stageLooks('inProgress', true)).toEqual(['done', 'now', 'ahead', 'ahead'])
  expect(stageLooks('completed', true)).toEqual(['done', 'done', 'now', 'ahead'])
  expect(stageLooks('callback', true)).toEqual(['done', 'done', 'done', 'now'])
  expect(stageLooks('closed', true)).toEqual(['done', 'done', 'done', 'done'])
  expect(stageLooks('withdrawn', true)).toBeNull()
})

test('what waits for the resident stands out', () => {
  expect(meaningOf('proposed')).toBe('dueSoon')
  expect(meaningOf('callback')).toBe('dueSoon')
  expect(meaningOf('closed')).toBe('done')
  expect(meaningOf('declined')).toBe('calm')
  expect(meaningOf('inProgress')).toBe('info')
})
