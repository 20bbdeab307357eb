import { signsIn, sumIn } from './signs'

const signs = (text: string) => signsIn(text).map(({ sign }) => sign)

describe('what the words of a complaint speak of (D-SP-1, D-SP-4)', () => {
  it.each([
    ['再不解决我就从楼上跳楼', ['drastic']],
    ['我妈在大堂摔伤骨折，已经住院', ['injury']],
    ['明天我就找记者曝光你们', ['media']],
    ['已经收到律师函，准备打官司', ['lawsuit']],
    ['孩子被门夹伤，不赔就起诉，还要发抖音', ['injury', 'media', 'lawsuit']],
    ['门口有人拉横幅要集体上访', ['drastic']],
    ['没有人受伤，就是门关不上', []],
    ['车门被划伤，查不到监控', []],
    ['电机烧了，拼命按也没用', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(signs(text)).toEqual(expected)
  })

  it('what whoever recorded it has ticked counts without a word', () => {
    expect(signsIn('门关不上', ['lawsuit'])).toEqual([{ sign: 'lawsuit', words: [] }])
  })
})

describe('the sum that is demanded', () => {
  it.each([
    ['要求赔偿3000元', 3_000],
    ['赔我 1,200 块', 1_200],
    ['索赔两万', 20_000],
    ['必须赔五百块，不然赔1.5万元', 15_000],
    ['要求赔偿，医药费 800 元', null],
    ['赔一个新的门锁', null],
    ['物业费 3000 元太贵', null],
    ['赔不是就行', null],
  ])('%s', (text, sum) => {
    expect(sumIn(text)).toBe(sum)
  })
})
