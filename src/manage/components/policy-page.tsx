import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '@/ui/a11y'
import { ErrorState } from '@/shell/error-state'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Skeleton } from '@/ui/skeleton'
import { ask } from '@/shell/feedback'
import { messageOf } from '@/data/call/call-error'
import { open } from '@/data/session/navigation'
import { Banner } from '@/ui/banner'
import { useWide } from '@/shell/use-wide'
import type { Policy } from '../../../types/contract/policy-document'
import { blockingOf, type Problem } from '../format/problems'
import type { Names } from '../../../types/words/policy'
import { isOutdated, type CurrentPolicy } from '../hooks/policy-session'
import type { PolicyModel } from '../hooks/use-policy'
import { ChangeList } from './change-list'
import { CenterName } from './center-name'
import { ManagePage } from './manage-page'
import { ProblemNotes, Rechecking } from './problem-notes'
import './policy-page.scss'

/** What a section of the editor works with. */
export interface PolicyEditing {
  policy: Policy
  names: Names
  current: CurrentPolicy
  problems: readonly Problem[]
  editable: boolean
  edit: (change: (policy: Policy) => Policy) => void
}

interface PolicyPageProps {
  title: string
  model: PolicyModel
  children: (editing: PolicyEditing) => ReactNode
}

const discard = async (model: PolicyModel) => {
  const sure = await ask({ title: '放弃没有保存的修改？', text: '规则回到现在正在用的版本', confirm: '放弃' })
  if (sure) model.session.discard()
}

/** Draft and its standing: how much is changed, whether it can be saved, and the way there. */
const DraftBar = ({ model }: { model: PolicyModel }) => (
  <>
    <PrimaryButton id="draft-discard" kind="plain" onClick={() => void discard(model)}>
      放弃修改
    </PrimaryButton>
    <PrimaryButton id="draft-review" onClick={() => open('manage/review/index')}>
      检查并保存
    </PrimaryButton>
  </>
)

/** What the draft changes so far, beside the editor in a wide window. */
const DraftAside = ({ model }: { model: PolicyModel }) => {
  const { check, checking, checkError } = model
  const blocking = blockingOf(check?.problems ?? [])
  return (
    <View className="draft-aside" id="draft-aside">
      <Text className="draft-aside-title" {...a11y({ role: 'heading' })}>
        没有保存的修改
      </Text>
      {checkError !== null && <Text className="manage-hint">{messageOf(checkError)}</Text>}
      {checking && <Text className="manage-hint">正在检查…</Text>}
      {blocking.length > 0 && <ProblemNotes problems={blocking} />}
      {check && <ChangeList changes={check.changes} />}
    </View>
  )
}

const DraftStrip = ({ model }: { model: PolicyModel }) => {
  const { check, checking, checkError } = model
  const wrong = blockingOf(check?.problems ?? []).length
  const count = check ? `（${check.changes.length} 处）` : ''
  return (
    <View
      className={`draft-strip ${wrong > 0 ? 'draft-strip-wrong' : ''}`}
      id="draft-strip"
      {...a11y({ role: 'status', live: 'polite' })}
    >
      <Icon name={wrong > 0 ? 'late' : 'edit'} />
      <Text className="draft-strip-words">
        有未保存的修改{count}
        {checking ? '，正在检查…' : checkError !== null ? '，还没能检查' : wrong > 0 ? `，有 ${wrong} 处需要改正` : ''}
      </Text>
    </View>
  )
}

/** A part of the policy editor in all its states; the draft stands on top and its actions at the bottom edge. */
export const PolicyPage = ({ title, model, children }: PolicyPageProps) => {
  const { current, draft, policy, names, check, error, loading, session } = model
  const wide = useWide()
  if (!current || !policy || !names) {
    return (
      <ManagePage title={title}>
        {error !== null && !loading ? (
          <ErrorState error={error} onRetry={() => void session.show()} />
        ) : (
          <Skeleton blocks={['title', 'card', 'card', 'card']} />
        )}
      </ManagePage>
    )
  }
  const behind = draft !== null && draft.baseVersion !== current.current.version
  return (
    <ManagePage
      title={title}
      bottom={draft && <DraftBar model={model} />}
      aside={
        draft &&
        wide && (
          <Rechecking.Provider value={isOutdated(model)}>
            <DraftAside model={model} />
          </Rechecking.Provider>
        )
      }
    >
      <CenterName />
      {draft && <DraftStrip model={model} />}
      {error !== null && (
        <Banner meaning="dueSoon" icon="offline" title={messageOf(error)} text="下面的内容可能不是最新的" />
      )}
      {behind && (
        <Banner
          id="draft-behind"
          meaning="dueSoon"
          icon="info"
          title={`${current.current.createdBy}刚刚保存了第 ${current.current.version} 版`}
          text="您的修改还在，检查并保存时可以选择怎么办"
        />
      )}
      {!current.editable && <Banner meaning="calm" icon="lock" title="您可以查看，修改由客服部经理或品质管理部进行" />}
      <Rechecking.Provider value={draft !== null && isOutdated(model)}>
        {children({
          policy,
          names,
          current,
          problems: (draft && check ? check : current).problems,
          editable: current.editable,
          edit: session.edit,
        })}
      </Rechecking.Provider>
    </ManagePage>
  )
}
