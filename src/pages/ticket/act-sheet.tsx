import { Text } from '@tarojs/components'
import { useState } from 'react'
import { actRequest } from '../../../types/contract/commands'
import { parse } from '../../../types/contract/parse'
import { limits } from '../../../types/limits'
import { MediaPicker } from '@/ticket/media/media-picker'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { say, sayError } from '@/shell/feedback'
import type { ActForm } from './resident-actions'
import { useAct, type CommandData } from './use-act'

interface ActSheetProps {
  ticketId: string
  form: ActForm
  onClose: () => void
  /** The ticket has changed, or is no longer what the screen shows. */
  onDone: () => void
}

/** Words (and photos) that go with a command. */
export const ActSheet = ({ ticketId, form, onClose, onDone }: ActSheetProps) => {
  const { text, setText, uploads, busy, send } = useAct(ticketId, form.command)
  const [message, setMessage] = useState<string | undefined>()

  const submit = async () => {
    if (!uploads.settled) return say(uploads.failed > 0 ? '有照片没有传上，请重试或删除' : '照片还在上传，请稍等')
    const words = text.trim() === '' && !form.required ? {} : { [form.field]: text.trim() }
    const photos = form.photos && uploads.photos.length > 0 ? { photos: uploads.photos } : {}
    const act = { command: form.command, ...words, ...photos } as CommandData
    // The same check as the server's, before anything is sent.
    const parsed = parse(actRequest, { ...act, ticketId, idempotencyKey: 'check-only' })
    if (!parsed.ok) return setMessage(Object.values(parsed.fields)[0])
    const outcome = await send(act)
    if (outcome.ok) {
      say(form.done)
      onDone()
      return
    }
    if (Object.values(outcome.fields)[0]) return setMessage(Object.values(outcome.fields)[0])
    sayError(outcome.error)
    if (outcome.outdated) onDone()
  }

  return (
    <Sheet
      id={`act-${form.command}`}
      title={form.title}
      onClose={onClose}
      actions={
        <PrimaryButton
          id="act-send"
          kind={form.danger ? 'danger' : 'primary'}
          busy={busy}
          onClick={() => void submit()}
        >
          {form.confirm}
        </PrimaryButton>
      }
    >
      <TextField
        id="act-text"
        label={form.label}
        placeholder={form.placeholder}
        multiline
        max={form.field === 'reason' && form.command === 'withdraw' ? limits.shortText : limits.text}
        value={text}
        onChange={value => {
          setText(value)
          setMessage(undefined)
        }}
        error={message}
      />
      {form.photos && (
        <>
          <Text className="ticket-small">照片（选填）</Text>
          <MediaPicker id="act-media" value={uploads.value} onChange={uploads.onChange} label={form.photos} />
        </>
      )}
    </Sheet>
  )
}
