import { type AboutCall, callScript } from './call-script'

const about: AboutCall = {
  name: '王阿姨',
  place: '3号楼1201室',
  categoryName: '漏水渗水',
  caller: '小李',
  method: 'phone',
  filedAt: '3月2日 10:00',
  done: { summary: '更换了接头。', at: '3月4日 16:00' },
  promised: null,
  cycle: 1,
}

describe('what to say before the first question (D-CB-1)', () => {
  it('names the person, the matter and what was done', () =>
    expect(callScript(about)).toEqual([
      '您好，请问是王阿姨吗？我是物业客服小李。',
      '您3月2日 10:00 反映的漏水渗水，我们在3月4日 16:00 处理好了：更换了接头。',
      '耽误您一分钟，想听听您满不满意。',
    ]))

  it('says sorry for another round, and what was promised', () => {
    const script = callScript({ ...about, cycle: 2, promised: { measures: '更换立管', by: '3月5日 18:00' } })
    expect(script[1]).toBe('这件事处理了 2 次，给您添麻烦了。')
    expect(script).toContain('之前和您说好：更换立管，3月5日 18:00 前完成。')
  })

  it('asks for whoever lives there where no name is known, and asks for nobody in writing', () => {
    expect(callScript({ ...about, name: null })[0]).toContain('请问是3号楼1201室的住户吗')
    expect(callScript({ ...about, method: 'online' })[0]).toBe('您好，我是物业客服小李。')
  })
})
