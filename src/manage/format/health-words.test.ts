import { deadLetterWords, runName, runTime } from './health-words'

describe('the health page', () => {
  it('tells people what it means and what to do, and never the words of the program', () => {
    expect([runName('deadline'), runName('notify'), runName('gc_sweeper')]).toEqual([
      '时限巡查',
      '消息发送',
      '其他定时任务',
    ])
    expect(deadLetterWords({ work: 'deadline', mayRetry: true })).toBe(
      '到点该做的提醒、上报没有做成。请打开工单看看有没有异常，再重新尝试；还是不行，请把技术详情发给技术支持',
    )
    expect(deadLetterWords({ work: 'policy', mayRetry: false })).toBe(
      '新保存的规则没有用到这张工单上，它还按原来的规则走。请本中心的经理或管理员重新尝试',
    )
  })

  it('takes an end before the start for that of the run before', () => {
    const times = [null, 4_000, 5_300, 8_000].map(finishedAt => runTime({ startedAt: 5_000, finishedAt }))
    expect(times).toEqual(['还没有结束', '还没有结束', '用时不到 1 秒', '用时 3 秒'])
  })
})
