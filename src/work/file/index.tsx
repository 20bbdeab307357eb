import { useState, type ReactNode } from 'react'
import { Page } from '@/shell/page'
import { tabsOf } from '@/shell/tabs'
import { useRole } from '@/data/session/use-role'
import type { Filed } from '../hooks/use-file-for'
import { FiledView } from './filed-view'
import { FileForm } from './file-form'

/** Taking down what somebody reports by telephone or at the counter (D-IN-1). */
export default function StaffFilePage() {
  const role = useRole()
  const [filed, setFiled] = useState<Filed | null>(null)
  const tab = tabsOf(role).includes('fileFor') ? ('fileFor' as const) : undefined
  const frame = (content: ReactNode, bottom?: ReactNode) => (
    <Page title="代客反映" tab={tab} bottom={bottom}>
      {content}
    </Page>
  )
  return filed ? (
    frame(<FiledView filed={filed} onNext={() => setFiled(null)} />)
  ) : (
    <FileForm onFiled={setFiled} frame={frame} />
  )
}
