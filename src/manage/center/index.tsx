import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { queryText } from '@/data/session/query-text'
import { useAccount } from '@/data/session/use-account'
import { ErrorState } from '@/shell/error-state'
import { ReadingStates } from '@/shell/reading-states'
import { CallError } from '@/data/call/call-error'
import { ManagePage } from '../components/manage-page'
import { useOrganisation } from '../hooks/use-organisation'
import { CenterForm } from './center-form'
import { CenterParts } from './center-parts'
import { Departments } from './departments'

/** A center: new, or with what has been entered of it and its departments (D-OR-1). */
export default function CenterPage() {
  useAccount()
  const { params } = useRouter<{ centerId?: string }>()
  // A center that has just been made stays on this page, for what comes next.
  const [centerId, setCenterId] = useState(queryText(params.centerId))
  const reading = useOrganisation()
  if (centerId === null)
    return (
      <ManagePage title="新建服务中心">
        <CenterForm
          center={null}
          onSaved={made => {
            setCenterId(made)
            void reading.reload()
          }}
        />
      </ManagePage>
    )
  return (
    <ManagePage title="服务中心">
      <ReadingStates reading={reading}>
        {({ centers }) => {
          const center = centers.find(one => one.centerId === centerId)
          if (!center)
            return reading.loading ? null : (
              <ErrorState error={new CallError('notFound', '没有找到这个服务中心')} onRetry={reading.reload} />
            )
          return (
            <>
              <CenterParts center={center} />
              <Departments key={center.departments.length} center={center} onSaved={() => void reading.reload()} />
              <CenterForm center={center} onSaved={() => void reading.reload()} />
            </>
          )
        }}
      </ReadingStates>
    </ManagePage>
  )
}
