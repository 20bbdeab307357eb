import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { Section } from '@/ui/section'
import { StatusTag } from '@/ui/status-tag'
import { instantText, spanText } from '@/ui/words/time'
import { useAccount } from '@/data/session/use-account'
import { Banner } from '@/ui/banner'
import { FactList } from '@/ui/fact-list'
import { ManagePage } from '../components/manage-page'
import { ReadingStates } from '@/shell/reading-states'
import { healthStanding, healthWords, runName, runTime } from '../format/health-words'
import { useHealth, type Health } from '../hooks/use-health'
import { DeadLetterRow } from './dead-letter-row'
import { Technical } from './technical'
import './index.scss'

const standings = {
  good: { meaning: 'done', icon: 'done' },
  behind: { meaning: 'late', icon: 'late' },
  failing: { meaning: 'dueSoon', icon: 'info' },
} as const

const mostShown = 30

const Standing = ({ health, reload }: { health: Health; reload: () => void }) => {
  const { now, oldestDueAt, backlog, runs, deadLetters, uncoveredYears } = health
  return (
    <>
      <Banner {...standings[healthStanding(health)]} title={healthWords(health)} id="health-standing" />
      {uncoveredYears.length > 0 && (
        <Banner
          meaning="dueSoon"
          icon="late"
          title={`${uncoveredYears.join('、')} 年放假安排还没有公布`}
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
        {runs.slice(0, 20).map(({ name, startedAt, finishedAt, result, failed, technical }) => (
          <View key={`${name}-${startedAt}`} className="health-row">
            <View className="health-head">
              <Text className="health-name">{runName(name)}</Text>
              {failed && <StatusTag meaning="late" word="没有做完" icon="late" />}
            </View>
            <Text className="manage-hint">
              {instantText(startedAt, now)}，{runTime({ startedAt, finishedAt })} · {result}
            </Text>
            {technical !== null && <Technical id={`technical-${name}`} text={technical} />}
          </View>
        ))}
      </Section>
      {deadLetters.length > 0 && (
        <Section title="反复失败的" hint="不再自动重试，等人处理；不影响别的工单">
          {deadLetters.slice(0, mostShown).map(letter => (
            <DeadLetterRow key={`${letter.work}-${letter.itemId}`} letter={letter} now={now} onDone={reload} />
          ))}
          {deadLetters.length > mostShown && (
            <Text className="manage-hint">还有 {deadLetters.length - mostShown} 项</Text>
          )}
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
      <ReadingStates reading={reading}>{health => <Standing health={health} reload={reading.reload} />}</ReadingStates>
    </ManagePage>
  )
}
