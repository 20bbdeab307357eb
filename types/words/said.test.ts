import { standardPolicy } from '../../test/builders/policy'
import { dangersIn } from './said'

/** The default words, and one a center may well add. */
const words = [...(standardPolicy.policy.emergencyWords ?? []), '危险']

describe('what speaks of danger (D-CL-4)', () => {
  test.each([
    // Said plainly.
    '老人被困',
    '有人被困在电梯里',
    '我妈困在电梯里半个小时了',
    '3号楼电梯困人',
    '楼上着火了',
    '配电箱冒烟',
    '厨房煤气味重',
    '楼道里有很大的燃气味',
    '闻到煤气的味道',
    '地下室漏电，刚才有人触电',
    '大厅有人晕倒',
    '有人要跳楼',
    '邻居说想自杀',
    '广告牌快要坠落',
    '水管爆管了',
    '电表箱冒火花',
    '救命，门打不开',
    // Something else is missing or is not done.
    '没电了，电梯里有人被困',
    '没电电梯被困',
    '停水没水，配电间冒烟',
    '没有信号被困在电梯里',
    '没有灯光老人被困在楼梯间',
    '没人来被困半小时了',
    '没有人管，一直冒烟',
    '打电话没人接，楼道着火',
    '家里没人着火了',
    '没多久就着火了',
    '没有着火但是冒烟很大',
    '不漏水，漏电',
    // Words that only look like a negation.
    '不小心触电',
    '插座不停冒烟',
    '不知道怎么着火了',
    '不断冒烟',
    '不光漏水还漏电',
    '再不修就要漏电了',
    '不然会触电',
    '差点没触电',
    // Questions and doubt are no denial.
    '有没有人被困',
    '是不是着火了',
    '会不会漏电',
    '不知道是不是漏电',
    '这不是着火了吗',
    '里面没有人被困吗？',
    '不一定着火但是有烧焦味',
    '不能确定没有漏电',
    '不敢保证没有人被困',
    '不排除漏电',
    '不是漏电就是短路',
    // Two negations are left alone.
    '不是没有危险',
    '并非没有漏电',
    '没有一天不漏电',
    '不可能没有危险',
    '谁说没着火',
    // Denied once, and said another time.
    '昨天没有冒烟，今天冒烟了',
    '没人触电但是漏电',
  ])('danger: %s', text => {
    expect(dangersIn(text, words)).not.toEqual([])
  })

  test.each([
    '没有危险',
    '没有什么危险',
    '不危险',
    '暂时没有危险，请尽快来看',
    '没人被困',
    '没有人被困',
    '电梯停了，没人被困',
    '电梯坏了但是没有人被困在里面',
    '里面没有老人被困',
    '无人被困',
    '无人员被困',
    '我不是被困',
    '不漏电了',
    '现在不漏电了，请来换插座',
    '没有漏电',
    '从来没有漏电过',
    '已经不冒烟',
    '已经不冒烟了',
    '不再冒烟',
    '没有再冒烟',
    '没冒烟也没着火',
    '没漏水没漏电，就是灯不亮',
    '没有着火、冒烟',
    '没有漏电或者冒烟',
    '没有闻到煤气味',
    '没闻到什么燃气味',
    '未发现冒烟',
    '没有发生触电',
    '没看见有人被困',
    '不是着火，是做饭的烟',
    '并非漏电',
    '不会触电',
    '没有燃气泄漏',
    '没有人晕倒',
    '路灯不亮',
    '没电',
    '没水',
    '楼道的灯坏了没人修',
    '垃圾没有清运',
  ])('no danger: %s', text => {
    expect(dangersIn(text, words)).toEqual([])
  })

  it('is quick with whatever somebody may send', () => {
    for (const piece of ['再有', '没有', '没有有', '被困', '没有人', '发生过', '不是没', '、或'])
      dangersIn(piece.repeat(Math.floor(2_000 / piece.length)) + '被困', words)
    const started = performance.now()
    dangersIn('没有' + '再有发生过'.repeat(380) + '呢被困', words)
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('names each word once, in the order of the list', () => {
    expect(dangersIn('冒烟了，有人被困，还在冒烟', ['被困', '冒烟'])).toEqual(['被困', '冒烟'])
    expect(dangersIn('没有冒烟，有人被困', ['被困', '冒烟'])).toEqual(['被困'])
  })
})
