import { Text, View } from '@tarojs/components'
import { ErrorState } from '@/shell/error-state'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { useReading } from '@/data/read/use-reading'
import type { AbortSignalLike } from '@/data/call/abort'
import { call } from '@/data/call/client'
import type { ResponseOf } from '../../../types/contract/index'
import type { Policy } from '../../../types/contract/policy-document'
import { deadlineKindLabels } from '../../../types/vocabulary'
import { ChangeList } from '../components/change-list'
import { calendarName, calendarText } from '../../../types/words/calendar'
import { deadlineTargetText } from '../../../types/words/deadline'
import { conditionText, deadlineConditionText, policyPartLabels, targetText } from '../../../types/words/policy'
import { namesIn } from '../format/names'
import type { CurrentPolicy } from '../hooks/policy-session'

type Compared = ResponseOf<'policy', 'compare'>

const load = (key: string, signal: AbortSignalLike): Promise<Compared> => {
  const [from = 1, to = 1, centerId] = key.split('/')
  return call('policy', 'compare', { centerId, from: Number(from), to: Number(to) }, { retries: 1, signal })
}

/** A whole policy in words; so many lines of each part are read at a glance. */
const mostLines = 40

const Contents = ({ policy, current }: { policy: Policy; current: CurrentPolicy }) => {
  const names = namesIn(policy, current)
  return (
    <View className="manage-stack">
      <Text className="version-number">{policyPartLabels.routing}</Text>
      {policy.routing.slice(0, mostLines).map((rule, index) => (
        <Text key={index}>
          {index + 1}. {rule.name}：{conditionText(rule.when, names)}，{targetText(rule.to, names)}
        </Text>
      ))}
      <Text className="version-number">{policyPartLabels.deadlines}</Text>
      {policy.deadlines.slice(0, mostLines).map((rule, index) => (
        <Text key={index}>
          {deadlineKindLabels[rule.kind]}：{deadlineConditionText(rule, names)}，
          {deadlineTargetText(rule.target, policy.calendars[rule.calendar])}（{names.calendar(rule.calendar)}）
        </Text>
      ))}
      <Text className="version-number">{policyPartLabels.calendars}</Text>
      {Object.entries(policy.calendars).map(([id, calendar]) => (
        <Text key={id}>
          {calendarName(id, policy)}：{calendarText(calendar)}
        </Text>
      ))}
    </View>
  )
}

interface VersionSheetProps {
  /** The same twice: the whole of that version is shown. */
  from: number
  to: number
  current: CurrentPolicy
  /** Left out: it may not be restored, or is running already. */
  onRestore?: (policy: Policy) => void
  onClose: () => void
}

/** One version, or the differences of two. */
export const VersionSheet = ({ from, to, current, onRestore, onClose }: VersionSheetProps) => {
  const { value, error, loading, reload } = useReading<Compared>({
    name: 'manage:compare',
    key: `${from}/${to}/${current.centerId}`,
    load,
    keep: false,
    // Saved versions never change.
    freshMs: Infinity,
  })
  return (
    <Sheet
      id="version-sheet"
      title={from === to ? `第 ${to} 版` : `第 ${from} 版 → 第 ${to} 版`}
      onClose={onClose}
      actions={
        value &&
        onRestore && (
          <PrimaryButton id="version-restore" onClick={() => onRestore(value.policy)}>
            以第 {to} 版为基础修改
          </PrimaryButton>
        )
      }
    >
      {!value && error !== null && !loading && <ErrorState error={error} onRetry={reload} />}
      {!value && loading && <Skeleton blocks={['line', 'line', 'line']} />}
      {value && from !== to && <ChangeList changes={value.changes} />}
      {value && from === to && <Contents policy={value.policy} current={current} />}
    </Sheet>
  )
}
