import { faultPlace, importWords } from './import'

test('a fault is where somebody finds it in the spreadsheet (D-OR-1)', () => {
  expect(faultPlace({ sheet: '房屋', row: 3, column: '楼栋' })).toBe('「房屋」 第 3 行 「楼栋」')
  expect(faultPlace({ sheet: '房屋', row: 0, column: '' })).toBe('「房屋」')
})

test('what a spreadsheet does is counted in words', () => {
  expect(importWords({ added: 3, changed: 0, same: 2 })).toBe('新增 3，修改 0，不变 2')
})
