import { useState } from 'react'
import { serverClock } from '@/data/call/server-clock'
import { say, sayError } from '@/shell/feedback'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { limits } from '../../../types/limits'
import { DateField } from '@/ui/date-field'
import { PickField } from '../components/pick-field'
import { addDays, dayAt, startOfDay } from '../format/days'
import { useCampaignActs, useOwners, type CampaignReport } from '../hooks/use-campaigns'

interface ImproveSheetProps {
  report: CampaignReport
  onClose: () => void
  onDone: () => void
}

const none = 'none'

/** What is to be done about what a survey has shown, by whom and by when. */
export const ImproveSheet = ({ report, onClose, onDone }: ImproveSheetProps) => {
  const owners = useOwners()
  const { busy, act } = useCampaignActs()
  const [text, setText] = useState('')
  const [questionId, setQuestionId] = useState<string>(none)
  const [ownerId, setOwnerId] = useState<string | undefined>(undefined)
  const [day, setDay] = useState(() => addDays(dayAt(serverClock.now()), 30))
  const [tried, setTried] = useState(false)
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({})
  const submit = async () => {
    setTried(true)
    if (text.trim() === '') return
    if (ownerId === undefined) return say('请选由谁负责')
    const outcome = await act('improve', {
      campaignId: report.campaignId,
      ...(questionId === none ? {} : { questionId }),
      text: text.trim(),
      ownerId,
      // The day counts to its end.
      dueAt: startOfDay(addDays(day, 1)),
    })
    if (!outcome.ok) {
      setFields(outcome.fields)
      return sayError(outcome.error)
    }
    say('已记下，并告诉了负责人')
    onDone()
  }
  return (
    <Sheet
      id="improve-sheet"
      title="定一项改进措施"
      onClose={onClose}
      actions={
        <PrimaryButton id="improve-done" busy={busy} onClick={() => void submit()}>
          确定
        </PrimaryButton>
      }
    >
      <TextField
        id="improve-text"
        label="要做什么"
        multiline
        value={text}
        max={limits.shortText}
        placeholder="例如：楼道每天拖一次"
        error={tried && text.trim() === '' ? '请写要做什么' : fields.text}
        onChange={setText}
      />
      <PickField
        id="improve-question"
        label="针对哪一题（下次调查用它看效果）"
        options={[
          { id: none, word: '不针对某一题' },
          ...report.questions.filter(({ type }) => type !== 'text').map(({ id, words }) => ({ id, word: words })),
        ]}
        value={questionId}
        onChange={setQuestionId}
      />
      <PickField
        id="improve-owner"
        label="由谁负责"
        options={(owners.value ?? []).map(({ id, name, post }) => ({ id, word: `${name}（${post}）` }))}
        value={ownerId}
        onChange={setOwnerId}
        placeholder={owners.value === null ? '正在读取人员' : '请选择'}
      />
      <DateField id="improve-due" label="哪一天前完成（含这天）" value={day} onChange={setDay} />
    </Sheet>
  )
}
