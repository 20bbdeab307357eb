import { useState } from 'react'
import { say, sayError } from '@/shell/feedback'
import { Choices } from '@/ui/choices'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { limits } from '../../../types/limits'
import { useCampaignActs, type Improvement } from '../hooks/use-campaigns'

interface SettleSheetProps {
  improvement: Improvement
  onClose: () => void
  onDone: () => void
}

type Settled = 'done' | 'dropped'

/** What has come of an improvement; said once. */
export const SettleSheet = ({ improvement, onClose, onDone }: SettleSheetProps) => {
  const { busy, act } = useCampaignActs()
  const [state, setState] = useState<Settled>('done')
  const [result, setResult] = useState('')
  const [tried, setTried] = useState(false)
  const missing = result.trim() === '' ? (state === 'done' ? '请写做了什么' : '请写为什么不做了') : undefined
  const submit = async () => {
    setTried(true)
    if (missing) return
    const { improvementId } = improvement
    const outcome = await act('settleImprovement', { improvementId, state, result: result.trim() })
    if (!outcome.ok) {
      sayError(outcome.error)
      if (!outcome.outdated) return
    } else say('已记下')
    onDone()
  }
  return (
    <Sheet
      id="settle-sheet"
      title={improvement.text}
      onClose={onClose}
      actions={
        <PrimaryButton id="settle-done" busy={busy} onClick={() => void submit()}>
          确定
        </PrimaryButton>
      }
    >
      <Choices
        label="结果"
        idStart="settle-state"
        choices={[
          { id: 'done', word: '已完成' },
          { id: 'dropped', word: '不再做' },
        ]}
        chosen={[state]}
        onChoose={setState}
      />
      <TextField
        id="settle-result"
        label={state === 'done' ? '做了什么' : '为什么不做了'}
        multiline
        value={result}
        max={limits.text}
        error={tried ? missing : undefined}
        onChange={setResult}
      />
    </Sheet>
  )
}
