import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { PrimaryButton } from '@/ui/primary-button'
import { CallError } from '@/data/call/call-error'
import { ask, say, sayAfterTurn, sayError } from '@/shell/feedback'
import type { ActCommand } from '../../../types/contract/commands'
import type { TicketView } from '../../../types/contract/ticket-views'
import { commandLabels } from '../../../types/vocabulary'
import { actForms, doneWord, submitWord } from '@/ticket/forms/act-forms'
import { messageFor } from '@/ticket/forms/act-steps'
import { shownFields } from '@/ticket/forms/fields'
import { storedWord } from '@/data/send/stored-word'
import { useActForm, type ActFormModel } from '../hooks/use-act-form'
import { storable } from '../words/stored'
import { ActField, fieldId } from './act-field'
import { Banner } from '@/ui/banner'
import './act-form.scss'

interface ActFormProps {
  ticket: TicketView
  command: ActCommand
  /** It is done; leave the form. */
  onDone: () => void
  /** What is shown of the ticket is out of date. */
  onOutdated: () => void
}

/** What the button says: what is being waited for, else what happens. */
const buttonWord = (command: ActCommand, { uploads, values }: ActFormModel): string => {
  if (uploads.pending > 0 && !storable.includes(command)) return `正在上传 ${uploads.pending} 张照片`
  if (uploads.failed > 0) return '有照片没有上传成功'
  return submitWord(command, values)
}

/**
 * The form of one command, with its button. `allowedActions` of the ticket decides whether it can still be sent: what
 * has been typed stays readable even when the ticket has moved on.
 */
export const useActFormView = ({ ticket, command, onDone, onOutdated }: ActFormProps) => {
  const form = useActForm(ticket, command)
  const spec = actForms[command]
  const shown = shownFields(spec.fields, form.values)
  // Triage is through and only its dispatch is left to be repeated.
  const halfDone = form.finished.length > 0
  const allowed = halfDone || ticket.allowedActions.includes(command)

  const submit = async () => {
    if (spec.grave && !(await ask({ title: `${commandLabels[command]}？`, text: spec.lead ?? '' }))) return
    const result = await form.submit()
    if (result.kind === 'done' || result.kind === 'stored') {
      sayAfterTurn(result.kind === 'done' ? doneWord(command, form.values) : storedWord)
      return onDone()
    }
    if (result.kind === 'refused') {
      if (result.outdated) onOutdated()
      const conflict = result.error instanceof CallError && result.error.code === 'idempotencyConflict'
      return conflict ? say('刚才那次已经提交成功，请核对后再决定是否重发') : sayError(result.error)
    }
    const first = shown.find(({ name }) => messageFor(result.messages, name) !== undefined)
    if (!first) return
    say(messageFor(result.messages, first.name) ?? '')
    void Taro.pageScrollTo({ selector: `#${fieldId(first.name)}`, offsetTop: -80, duration: 160 }).catch(
      () => undefined,
    )
  }

  return {
    body: (
      <View className="act-form" id={`form-${command}`}>
        {!allowed && (
          <Banner
            id="act-outdated"
            meaning="dueSoon"
            icon="info"
            title="情况刚刚有了变化，这一步现在不能做了"
            text="您填写的内容还在，可以复制后回到工单"
          />
        )}
        {halfDone && <Banner meaning="info" icon="done" title="分类已保存，只差派单" text="请检查派给谁，再提交一次" />}
        {spec.lead && <Text className="act-lead">{spec.lead}</Text>}
        <View className="act-fields">
          {shown.map(field => (
            <ActField key={field.name} field={field} ticket={ticket} form={form} />
          ))}
        </View>
      </View>
    ),
    button: (
      <PrimaryButton
        id="submit"
        kind={spec.grave ? 'danger' : 'primary'}
        busy={form.busy}
        disabled={!allowed || form.uploads.failed > 0 || (form.uploads.pending > 0 && !storable.includes(command))}
        onClick={() => void submit()}
      >
        {buttonWord(command, form)}
      </PrimaryButton>
    ),
  }
}
