import { csvText } from './csv'

test('commas, quotes and lines stay within their cell', () => {
  expect(
    csvText([
      ['编号', '地方'],
      ['T-1', '3 栋，"东"侧\n一楼, 大厅'],
    ]),
  ).toBe('\ufeff编号,地方\r\nT-1,"3 栋，""东""侧\n一楼, 大厅"\r\n')
})

test('nothing is taken for a formula, and a figure stays one', () => {
  expect(csvText([['=1+1', '@x', '-3', -3, null]])).toBe("\ufeff'=1+1,'@x,'-3,-3,\r\n")
})
