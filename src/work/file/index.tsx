import { useState, type ReactNode } from 'react'
import { Page } from '@/shell/page'
import { tabsOf } from '@/shell/tabs'
import { useKnownAccount } from '@/data/session/use-account'
import { useRole } from '@/data/session/use-role'
import type { Filed, Joined } from '../hooks/use-file-for'
import { FiledView } from './filed-view'
import { FileForm } from './file-form'
import { JoinedView } from './joined-view'

/** Taking down what somebody reports by telephone or at the counter (D-IN-1). */
export default function StaffFilePage() {
  // Opened by its address, nobody else has asked who that is, and which places they may name.
  useKnownAccount()
  const role = useRole()
  const [filed, setFiled] = useState<Filed | null>(null)
  const [joined, setJoined] = useState<Joined | null>(null)
  const tab = tabsOf(role).includes('fileFor') ? ('fileFor' as const) : undefined
  const frame = (content: ReactNode, bottom?: ReactNode) => (
    <Page title="代客反映" tab={tab} bottom={bottom}>
      {content}
    </Page>
  )
  if (filed) return frame(<FiledView filed={filed} onNext={() => setFiled(null)} />)
  if (joined) return frame(<JoinedView joined={joined} onNext={() => setJoined(null)} />)
  return <FileForm onFiled={setFiled} onJoined={setJoined} frame={frame} />
}
