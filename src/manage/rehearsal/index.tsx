import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/ui/choices'
import { ErrorState } from '@/shell/error-state'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { Skeleton } from '@/ui/skeleton'
import { useAccount } from '@/data/session/use-account'
import { call } from '@/data/call/client'
import { open } from '@/data/session/navigation'
import { serverClock } from '@/data/call/server-clock'
import type { Policy } from '../../../types/contract/policy-document'
import { ChangeList } from '../components/change-list'
import { PolicyPage } from '../components/policy-page'
import { usePolicy } from '../hooks/use-policy'
import { RehearsalResult, type Rehearsed } from './result'
import './index.scss'

const spans = { 30: '近 30 天', 90: '近 90 天', 365: '近一年' } as const
type Days = keyof typeof spans
const choices = (Object.keys(spans) as unknown as Days[]).map(days => ({ id: String(days), word: spans[days] }))

/** A year of a large center takes its time. */
const patienceMs = 120_000

type State =
  | { is: 'idle' }
  | { is: 'running' }
  | { is: 'done'; result: Rehearsed; of: Policy }
  | { is: 'failed'; error: unknown }

/** Replays the last days through the draft, and says what would have been different (D-RH-1). */
export default function ManageRehearsalPage() {
  useAccount()
  const model = usePolicy()
  const [days, setDays] = useState<Days>(30)
  const [state, setState] = useState<State>({ is: 'idle' })
  const rehearse = async (policy: Policy, centerId: string) => {
    setState({ is: 'running' })
    try {
      const result = await call('policy', 'rehearse', { centerId, policy, days }, { retries: 1, timeoutMs: patienceMs })
      setState({ is: 'done', result, of: policy })
    } catch (error) {
      setState({ is: 'failed', error })
    }
  }
  return (
    <PolicyPage title="规则演练" model={model}>
      {({ policy, current }) => (
        <>
          <Section
            title={model.draft ? '把修改放到过去的工单上试一遍' : '现在没有修改'}
            hint={
              model.draft
                ? '只是演练，不会动任何工单'
                : '先在派单规则、时限、日历或类别里改一处，再来演练；不改也可以跑一遍，两边应当一样'
            }
          >
            <View className="manage-stack">
              {model.check && model.draft && <ChangeList changes={model.check.changes} />}
              <Choices
                choices={choices}
                chosen={[String(days)]}
                onChoose={chosen => setDays(Number(chosen) as Days)}
                label="演练哪段时间"
                idStart="days"
              />
              <PrimaryButton
                id="rehearse"
                busy={state.is === 'running'}
                onClick={() => void rehearse(policy, current.centerId)}
              >
                {state.is === 'running' ? '正在演练' : '开始演练'}
              </PrimaryButton>
            </View>
          </Section>
          {state.is === 'running' && <Skeleton blocks={['card', 'card']} />}
          {state.is === 'failed' && (
            <ErrorState
              error={state.error}
              kept="您的修改还在"
              onRetry={() => void rehearse(policy, current.centerId)}
            />
          )}
          {state.is === 'done' && (
            <>
              {state.of !== policy && (
                <Section bare>
                  <Text className="manage-hint">之后又改过，下面是上一次演练的结果</Text>
                </Section>
              )}
              <RehearsalResult result={state.result} now={serverClock.now()} />
              {model.draft && (
                <Section bare>
                  <PrimaryButton id="rehearsal-save" onClick={() => open('manage/review/index')}>
                    保存为新版本
                  </PrimaryButton>
                </Section>
              )}
            </>
          )}
        </>
      )}
    </PolicyPage>
  )
}
