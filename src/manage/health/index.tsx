import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { Section } from '@/components/section'
import { instantText, spanText } from '@/format/time'
import { useAccount } from '@/hooks/use-account'
import { Banner } from '@/staff/components/banner'
import { FactList } from '@/staff/components/fact-list'
import { ManagePage } from '../components/manage-page'
import { ReadingStates } from '@/staff/components/reading-states'
import { healthStanding, healthWords, runName, timerName } from '../format/health-words'
import { useHealth, type Health } from '../hooks/use-health'
import './index.scss'

const standings = {
  good: { meaning: 'done', icon: 'done' },
  behind: { meaning: 'late', icon: 'late' },
  parked: { meaning: 'dueSoon', icon: 'info' },
} as const

const mostParked = 30

const Standing = ({ health }: { health: Health }) => {
  const { now, oldestDueAt, backlog, runs, parked, uncoveredYears } = health
  return (
    <>
      <Banner {...standings[healthStanding(health)]} title={healthWords(health)} id="health-standing" />
      {uncoveredYears.length > 0 && (
        <Banner
          meaning="dueSoon"
          icon="late"
          title={`${uncoveredYears.join('、')} 年的节假日还没有`}
          text="有时限会走到那一年，请客服部经理在工作日历里导入"
        />
      )}
      <Section title="定时任务">
        <FactList
          facts={[
            ['积压', `${backlog} 项`],
            [
              '最早一项',
              oldestDueAt === null
                ? '没有到点还没执行的'
                : `${instantText(oldestDueAt, now)}，已等 ${spanText(now - oldestDueAt)}`,
            ],
          ]}
        />
      </Section>
      <Section title="最近运行">
        {runs.length === 0 && <Text className="manage-hint">还没有运行过</Text>}
        {runs.slice(0, 20).map(({ name, startedAt, finishedAt, result }) => (
          <View key={`${name}-${startedAt}`} className="health-row">
            <Text className="health-name">{runName(name)}</Text>
            <Text className="manage-hint">
              {instantText(startedAt, now)}
              {finishedAt === null ? '，没有结束' : `，用时 ${finishedAt - startedAt} 毫秒`} · {result}
            </Text>
          </View>
        ))}
      </Section>
      {parked.length > 0 && (
        <Section title="放在一边的" hint="反复失败，不再自动重试，不影响别的工单">
          {parked.slice(0, mostParked).map(({ ticketId, number, kind, attempts, since }) => (
            <View key={`${ticketId}-${kind}`} className="health-row">
              <Text className="health-name">
                工单 {number} · {timerName(kind)}
              </Text>
              <Text className="manage-hint">
                试了 {attempts} 次，从 {instantText(since, now)} 起
              </Text>
            </View>
          ))}
          {parked.length > mostParked && <Text className="manage-hint">还有 {parked.length - mostParked} 项</Text>}
        </Section>
      )}
    </>
  )
}

/** Whether everything that should happen by itself does. */
export default function ManageHealthPage() {
  useAccount()
  const reading = useHealth()
  usePullDownRefresh(() => {
    reading.reload()
    Taro.stopPullDownRefresh()
  })
  return (
    <ManagePage title="系统状况">
      <ReadingStates reading={reading}>{health => <Standing health={health} />}</ReadingStates>
    </ManagePage>
  )
}
