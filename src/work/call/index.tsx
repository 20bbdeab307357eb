import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { queryText } from '@/data/session/query-text'
import { back } from '@/data/session/navigation'
import { EmptyState } from '@/ui/empty-state'
import { Page } from '@/shell/page'
import { ReadingStates } from '@/shell/reading-states'
import { useKnownAccount } from '@/data/session/use-account'
import type { Call } from '../calls/call-form'
import { CallAnswers, CallButtons } from '../calls/call-form-view'
import { CallView } from '../calls/call-view'
import { useCallForm } from '../calls/use-call-form'
import { useCalls } from '../calls/use-calls'

const toList = () => back('work/calls/index')

const CallPage = ({ task }: { task: Call }) => {
  const form = useCallForm({ task, onRecorded: toList, onOutdated: toList })
  return (
    <Page title="回访" bottom={form.draft.began !== null && <CallButtons form={form} last />}>
      <CallView task={task} form={form} onGone={toList}>
        <CallAnswers form={form} withKeys={false} />
      </CallView>
    </Page>
  )
}

/** One call, on a phone. */
export default function OneCallPage() {
  useKnownAccount()
  const taskId = queryText(useRouter().params.taskId)
  const reading = useCalls()
  // Once opened it stays, also when the list has lost it because it was written down.
  const [begun, setBegun] = useState<Call | null>(null)
  const found = reading.value?.find(one => one.taskId === taskId) ?? null
  if (found && !begun) setBegun(found)
  if (begun) return <CallPage task={begun} />
  return (
    <Page title="回访">
      <ReadingStates reading={reading}>
        {() => (
          <EmptyState
            title="这一位不用回访了"
            text="可能已经有结果，或者不归您回访"
            action={{ word: '看其他的', onClick: toList }}
          />
        )}
      </ReadingStates>
    </Page>
  )
}
