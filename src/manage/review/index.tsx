import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Choices } from '@/ui/choices'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/shell/error-state'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { Skeleton } from '@/ui/skeleton'
import { TextField } from '@/ui/text-field'
import { useAccount } from '@/data/session/use-account'
import { messageOf } from '@/data/call/call-error'
import { ask, say, sayError } from '@/shell/feedback'
import { back, open } from '@/data/session/navigation'
import { limits } from '../../../types/limits'
import { ChangeList } from '../components/change-list'
import { ManagePage } from '../components/manage-page'
import { blockingOf, inOrder, placeOf, type Problem } from '../format/problems'
import { isOutdated } from '../hooks/policy-session'
import { usePolicy } from '../hooks/use-policy'
import { StaleSection } from './stale-section'
import './index.scss'

const hub = 'manage/hub/index'

/** A few are put right at a time. */
const mostShown = 30

const Problems = ({ problems }: { problems: readonly Problem[] }) => (
  <>
    {inOrder(problems)
      .slice(0, mostShown)
      .map(problem => {
        const { word, page } = placeOf(problem)
        return (
          <View key={`${problem.path}:${problem.message}`} className="review-problem">
            <Icon name={problem.blocking ? 'late' : 'info'} />
            <Text className="review-problem-words">
              {problem.blocking ? '' : '提示：'}
              {problem.message}
            </Text>
            <View
              className="review-link tappable"
              {...a11y({ role: 'link', label: `去${word}` })}
              onClick={() => open(page)}
            >
              <Text>{word}</Text>
            </View>
          </View>
        )
      })}
    {problems.length > mostShown && <Text className="manage-hint">还有 {problems.length - mostShown} 处</Text>}
  </>
)

/** The way of a draft into force: what is wrong, what changes, from which tickets on, and why. */
export default function ManageReviewPage() {
  useAccount()
  const model = usePolicy()
  const { current, draft, check, checking, checkError, saving, session, loading, error } = model
  const [note, setNote] = useState('')
  const [applyTo, setApplyTo] = useState<'new' | 'running'>('new')
  const [tried, setTried] = useState(false)
  if (!current) {
    return (
      <ManagePage title="检查并保存">
        {error !== null && !loading ? (
          <ErrorState error={error} onRetry={() => void session.show()} />
        ) : (
          <Skeleton blocks={['title', 'card', 'card']} />
        )}
      </ManagePage>
    )
  }
  if (!draft) {
    return (
      <ManagePage title="检查并保存">
        <EmptyState
          title="没有要保存的修改"
          text={`正在用的是第 ${current.current.version} 版`}
          action={{ word: '回到管理', onClick: () => back(hub) }}
        />
      </ManagePage>
    )
  }
  const stale = draft.baseVersion !== current.current.version
  const problems = check?.problems ?? []
  const blocking = blockingOf(problems)
  const noteMissing = note.trim() === '' ? '请写一句为什么这样改，以后看历史时用得上' : undefined
  const save = async () => {
    setTried(true)
    if (noteMissing) return say(noteMissing)
    const running = applyTo === 'running'
    const sure = await ask({
      title: '保存为新版本？',
      text: running ? '正在处理的工单会按新的时限重新计算' : '从现在起反映的工单按新的规则走',
      confirm: '保存',
    })
    if (!sure) return
    const result = await session.save({ note: note.trim(), applyTo })
    if (result.kind === 'saved') {
      say(
        running
          ? `已保存第 ${result.version} 版，${result.runningTickets} 张工单按新规则重算`
          : `已保存第 ${result.version} 版`,
      )
      return back(hub)
    }
    if (result.kind === 'stale') return say('有同事先保存了，请看一下再决定')
    sayError(result.error)
  }
  const checked = check !== null && !isOutdated(model)
  const ready = checked && blocking.length === 0 && !stale
  return (
    <ManagePage
      title="检查并保存"
      bottom={
        <>
          <PrimaryButton
            id="review-rehearse"
            kind="plain"
            disabled={!checked || blocking.length > 0}
            onClick={() => open('manage/rehearsal/index')}
          >
            先演练
          </PrimaryButton>
          <PrimaryButton id="review-save" busy={saving} disabled={!ready} onClick={() => void save()}>
            {blocking.length > 0 ? `还有 ${blocking.length} 处要改` : '保存'}
          </PrimaryButton>
        </>
      }
    >
      {stale && (
        <StaleSection
          centerId={current.centerId}
          by={current.current.createdBy}
          from={draft.baseVersion}
          to={current.current.version}
          session={session}
        />
      )}
      <Section title="检查" id="review-problems">
        {checking && <Text>正在检查…</Text>}
        {checkError !== null && (
          <View className="manage-stack">
            <Text>{messageOf(checkError)}，修改还在</Text>
            <PrimaryButton kind="plain" onClick={() => void session.checkNow()}>
              再检查一次
            </PrimaryButton>
          </View>
        )}
        {checked && problems.length === 0 && (
          <View className="review-ok" {...a11y({ role: 'status' })}>
            <Icon name="done" />
            <Text>没有发现问题</Text>
          </View>
        )}
        <Problems problems={problems} />
      </Section>
      <Section title={check ? `改了什么（${check.changes.length} 处）` : '改了什么'} id="review-changes">
        {check ? <ChangeList changes={check.changes} /> : <Skeleton blocks={['line', 'line']} />}
      </Section>
      <Section title="怎么生效">
        <View className="manage-stack">
          <Choices
            choices={[
              { id: 'new', word: '只用于以后的工单', hint: '正在处理的工单时限不变' },
              { id: 'running', word: '也用于正在处理的工单', hint: '时限按新的规则重新计算，派给谁不变' },
            ]}
            chosen={[applyTo]}
            onChoose={setApplyTo}
            label="怎么生效"
            form="rows"
            idStart="apply"
          />
          <TextField
            id="review-note"
            label="为什么这样改"
            value={note}
            onChange={setNote}
            max={limits.shortText}
            error={tried ? noteMissing : undefined}
            placeholder="例如：夏季漏水多，工程部要求缩短接单时间"
          />
        </View>
      </Section>
    </ManagePage>
  )
}
