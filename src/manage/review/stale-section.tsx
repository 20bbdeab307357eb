import { Text, View } from '@tarojs/components'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { Skeleton } from '@/ui/skeleton'
import { useReading } from '@/data/read/use-reading'
import type { AbortSignalLike } from '@/data/call/abort'
import { messageOf } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import { ask } from '@/shell/feedback'
import type { ResponseOf } from '../../../types/contract/index'
import { ChangeList } from '../components/change-list'
import type { PolicySession } from '../hooks/policy-session'

type Compared = ResponseOf<'policy', 'compare'>

const load = (key: string, signal: AbortSignalLike): Promise<Compared> => {
  const [from = 1, to = 1, centerId] = key.split('/')
  return call('policy', 'compare', { centerId, from: Number(from), to: Number(to) }, { retries: 1, signal })
}

interface StaleSectionProps {
  centerId: string
  by: string
  /** The version the draft was made from, and the one that runs now. */
  from: number
  to: number
  session: PolicySession
}

/** Somebody else saved in between: what they changed, and whose version goes on. */
export const StaleSection = ({ centerId, by, from, to, session }: StaleSectionProps) => {
  const { value, error } = useReading<Compared>({
    name: 'manage:compare',
    key: `${from}/${to}/${centerId}`,
    load,
    keep: false,
    // Saved versions never change.
    freshMs: Infinity,
  })
  const takeTheirs = async () => {
    const sure = await ask({ title: '用现在的版本？', text: '您的修改会放弃', confirm: '放弃修改' })
    if (sure) session.discard()
  }
  const keepMine = async () => {
    const sure = await ask({
      title: '保留您的修改？',
      text: `保存后，${by}在第 ${to} 版里改的内容会被您的版本替换`,
      confirm: '保留',
    })
    if (sure) session.keepMine()
  }
  return (
    <Section
      title={`${by}先保存了第 ${to} 版`}
      hint={`您的修改是从第 ${from} 版开始的。下面是这中间改了什么：`}
      id="stale"
    >
      <View className="manage-stack">
        {value ? (
          <ChangeList changes={value.changes} />
        ) : error !== null ? (
          <Text>{messageOf(error)}</Text>
        ) : (
          <Skeleton blocks={['line', 'line']} />
        )}
        <PrimaryButton id="stale-theirs" kind="plain" onClick={() => void takeTheirs()}>
          用现在的版本，放弃我的修改
        </PrimaryButton>
        <PrimaryButton id="stale-mine" kind="plain" onClick={() => void keepMine()}>
          保留我的修改，替换现在的版本
        </PrimaryButton>
      </View>
    </Section>
  )
}
