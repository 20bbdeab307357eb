import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { ErrorState } from '@/shell/error-state'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { Skeleton } from '@/ui/skeleton'
import { StatusTag } from '@/ui/status-tag'
import { instantText } from '@/ui/words/time'
import { useAccount } from '@/data/session/use-account'
import { useReading } from '@/data/read/use-reading'
import type { AbortSignalLike } from '@/data/call/abort'
import { call } from '@/data/call/client'
import { ask, say } from '@/shell/feedback'
import { serverClock } from '@/data/call/server-clock'
import type { ResponseOf } from '../../../types/contract/index'
import type { Policy } from '../../../types/contract/policy-document'
import { PickField } from '../components/pick-field'
import { PolicyPage, type PolicyEditing } from '../components/policy-page'
import { atCenter } from '../format/centers'
import { useCenter } from '../hooks/use-center'
import { usePolicy } from '../hooks/use-policy'
import { VersionSheet } from './version-sheet'
import './index.scss'

type History = ResponseOf<'policy', 'history'>
type Version = History['versions'][number]

const load = (key: string, signal: AbortSignalLike): Promise<History> =>
  call('policy', 'history', atCenter(key), { retries: 1, signal })

const atFirst = 20

const Action = ({ id, word, onTap }: { id: string; word: string; onTap: () => void }) => (
  <View id={id} className="version-action tappable" {...a11y({ role: 'button' })} onClick={onTap}>
    <Text>{word}</Text>
  </View>
)

interface VersionsProps extends PolicyEditing {
  versions: readonly Version[]
  hasDraft: boolean
}

const Versions = ({ versions, current, editable, edit, hasDraft }: VersionsProps) => {
  const running = current.current.version
  const [opened, setOpened] = useState<{ from: number; to: number } | null>(null)
  const [from, setFrom] = useState<string | undefined>(versions[1] && String(versions[1].version))
  const [to, setTo] = useState<string | undefined>(versions[0] && String(versions[0].version))
  const [shown, setShown] = useState(atFirst)
  const options = versions.map(({ version, note }) => ({ id: String(version), word: `第 ${version} 版 ${note}` }))
  const restore = async (policy: Policy) => {
    const sure =
      !hasDraft || (await ask({ title: '替换没有保存的修改？', text: '现在的修改会被这一版替换', confirm: '替换' }))
    if (!sure) return
    edit(() => policy)
    setOpened(null)
    say('已放进没有保存的修改，检查以后再保存')
  }
  return (
    <>
      {versions.length > 1 && (
        <Section title="比较两个版本">
          <View className="manage-stack">
            <PickField id="compare-from" label="从" options={options} value={from} onChange={setFrom} />
            <PickField id="compare-to" label="到" options={options} value={to} onChange={setTo} />
            <PrimaryButton
              id="compare"
              kind="plain"
              disabled={from === undefined || to === undefined || from === to}
              onClick={() => setOpened({ from: Number(from), to: Number(to) })}
            >
              看不同
            </PrimaryButton>
          </View>
        </Section>
      )}
      <Section bare title={`共 ${versions.length} 版`}>
        <View className="version-list" id="versions">
          {versions.slice(0, shown).map(({ version, createdAt, createdBy, note, applyTo }, index) => {
            const before = versions[index + 1]
            return (
              <View key={version} className="version" id={`version-${version}`}>
                <View className="version-head">
                  <Text className="version-number">第 {version} 版</Text>
                  {version === running && <StatusTag meaning="done" word="正在用" />}
                </View>
                {note !== '' && <Text>{note}</Text>}
                <Text className="version-small">
                  {createdBy} · {instantText(createdAt, serverClock.now())} ·{' '}
                  {applyTo === 'running' ? '也用于当时正在处理的工单' : '用于以后的工单'}
                </Text>
                <View className="version-actions">
                  <Action id={`view-${version}`} word="查看" onTap={() => setOpened({ from: version, to: version })} />
                  {before && (
                    <Action
                      id={`changes-${version}`}
                      word="改了什么"
                      onTap={() => setOpened({ from: before.version, to: version })}
                    />
                  )}
                </View>
              </View>
            )
          })}
          {versions.length > shown && shown < 55 && (
            <PrimaryButton kind="plain" onClick={() => setShown(Math.min(shown + atFirst, 55))}>
              更早的版本
            </PrimaryButton>
          )}
        </View>
      </Section>
      {opened && (
        <VersionSheet
          key={`${opened.from}-${opened.to}`}
          {...opened}
          current={current}
          onClose={() => setOpened(null)}
          {...(editable && opened.to !== running ? { onRestore: policy => void restore(policy) } : {})}
        />
      )}
    </>
  )
}

/** All versions of the policy: what each changed, and the way back to it. */
export default function ManageHistoryPage() {
  useAccount()
  const model = usePolicy()
  const history = useReading<History>({ name: 'manage:history', key: useCenter().key, load })
  const { reload } = history
  usePullDownRefresh(() => {
    reload()
    void model.session.show().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <PolicyPage title="历史版本" model={model}>
      {editing =>
        history.value ? (
          // Choices of the form begin with the newest versions, so it starts anew when there is another.
          <Versions
            key={history.value.versions[0]?.version ?? 0}
            {...editing}
            versions={history.value.versions}
            hasDraft={model.draft !== null}
          />
        ) : history.error !== null && !history.loading ? (
          <ErrorState error={history.error} onRetry={reload} />
        ) : (
          <Skeleton blocks={['card', 'card', 'card']} />
        )
      }
    </PolicyPage>
  )
}
