import { dayCell, listCell, numberedCell, phoneCell, wordCell } from './cells'
import { type SheetTable, neededColumn, optionalColumn, readSheet } from './sheet'

const sheet = {
  name: '员工',
  columns: {
    name: neededColumn('姓名', '李管家', cell => ({ value: cell })),
    phone: optionalColumn('手机号', '13900001234', phoneCell),
  },
}
const read = (...table: SheetTable) => readSheet(sheet, table)

describe('a sheet', () => {
  it('is read by its headings, in whatever order they stand and however they are marked', () => {
    expect(read(['手机号', ' 姓名 *'], ['13900001234', '李管家']).rows).toEqual([
      { row: 2, cells: { name: '李管家', phone: '13900001234' } },
    ])
  })

  it('passes over empty rows and counts rows as the spreadsheet does', () => {
    const { rows, faults } = read(['姓名', '手机号'], ['', ''], ['王五', ''], [' '])
    expect(faults).toEqual([])
    expect(rows).toEqual([{ row: 3, cells: { name: '王五', phone: null } }])
  })

  it('names every fault of a row, and goes on with the next', () => {
    const { rows, faults } = read(['姓名', '手机号'], ['', '一二三'], ['赵六', '5'])
    expect(rows).toEqual([])
    expect(faults).toEqual([
      { sheet: '员工', row: 2, column: '姓名', message: '不能空着' },
      { sheet: '员工', row: 2, column: '手机号', message: '不是电话号码' },
      { sheet: '员工', row: 3, column: '手机号', message: '不是电话号码' },
    ])
  })

  it.each([
    ['a missing column', ['手机号'], '姓名', '第一行里没有“姓名”这一列'],
    ['an unknown column', ['姓名', '备注'], '备注', '不认识“备注”这一列，请用模板里的列名'],
    ['a column twice', ['姓名', '姓名'], '姓名', '有两列都叫“姓名”'],
  ])('with %s is not read at all', (_name, headings, column, message) => {
    const { rows, faults } = read(headings, ['张三', '张三'])
    expect(rows).toEqual([])
    expect(faults).toEqual([{ sheet: '员工', row: 1, column, message }])
  })

  it('without any row names what is missing', () => {
    expect(read().faults).toEqual([{ sheet: '员工', row: 1, column: '姓名', message: '第一行里没有“姓名”这一列' }])
  })
})

describe('a cell', () => {
  it.each([
    ['3', '3栋'],
    ['03', '3栋'],
    ['3号楼', '3号楼'],
    ['南苑', '南苑'],
  ])('with a building %s is %s', (cell, value) => {
    expect(numberedCell('栋')(cell)).toEqual({ value })
  })

  it.each([
    ['138 0000 1234', '13800001234'],
    ['+8613800001234', '13800001234'],
    ['0571-88001234', '057188001234'],
  ])('with a number %s is %s', (cell, value) => {
    expect(phoneCell(cell)).toEqual({ value })
  })

  it.each(['2026-02-30', '2026', '3月1日', '2026-13-01'])('with %s is no day', cell => {
    expect(dayCell(cell)).toEqual({ fault: '不是日期，请写成 2026-03-01 这样' })
  })

  it.each(['2026-03-01', '2026/3/1', '2026.3.1', '2026年3月1日'])('with %s is the first of March', cell => {
    expect(dayCell(cell)).toEqual({ value: '2026-03-01' })
  })

  it('with a word of none of the list says which there are', () => {
    expect(wordCell({ owner: '业主', tenant: '租户' })('房东')).toEqual({ fault: '只能写：业主、租户' })
    expect(wordCell({ owner: '业主', tenant: '租户' })('租户')).toEqual({ value: 'tenant' })
  })

  it('with several buildings holds each once', () => {
    expect(listCell(numberedCell('栋'))('1、2，2栋； 3号楼')).toEqual({ value: ['1栋', '2栋', '3号楼'] })
  })
})
