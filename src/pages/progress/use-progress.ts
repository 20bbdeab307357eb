import { useRef, useState } from 'react'
import type { ResponseOf } from '../../../types/contract/index'
import { parse } from '../../../types/contract/parse'
import { ticket } from '../../../types/contract/ticket'
import type { FieldMessages } from '../../../types/errors'
import { CallError, messageOf } from '@/data/call/call-error'
import { call } from '@/data/call/client'

type Progress = ResponseOf<'ticket', 'progress'>

/** Asking where a matter stands, by its number and the last digits of the telephone number. */
export function useProgress() {
  const [asked, setAsked] = useState({ number: '', digits: '' })
  const [fields, setFields] = useState<FieldMessages>({})
  const [answer, setAnswer] = useState<Progress | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const running = useRef(false)

  const change = (part: Partial<typeof asked>) => {
    setAsked(before => ({ ...before, ...part }))
    setFields({})
    setFailure(null)
    // An answer belongs to what was asked.
    setAnswer(null)
  }

  const ask = async () => {
    if (running.current) return
    const parsed = parse(ticket.progress.request, {
      number: asked.number.trim() || undefined,
      digits: asked.digits.trim() || undefined,
    })
    if (!parsed.ok) return setFields(parsed.fields)
    running.current = true
    setBusy(true)
    setFailure(null)
    try {
      setAnswer(await call('ticket', 'progress', parsed.data, { quiet: true }))
    } catch (error) {
      setAnswer(null)
      if (error instanceof CallError && Object.keys(error.fields).length > 0) setFields(error.fields)
      setFailure(messageOf(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { asked, change, fields, answer, failure, busy, ask }
}
