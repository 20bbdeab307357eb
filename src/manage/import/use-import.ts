import { useState } from 'react'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import { call, mediaSrc, uploadSheet } from '@/data/call/client'
import { chooseSheet, openSheet } from '@/data/device/sheet-file'
import { useOrganisationActs } from '@/data/send/use-organisation-acts'
import { say, sayError } from '@/shell/feedback'
import type { SheetOf } from '../format/organisation'

export type Imported = ResponseOf<'organisation', 'importPlaces'>

const importOf = { places: 'importPlaces', staff: 'importStaff', households: 'importHouseholds' } as const

/** A spreadsheet that has been sent and looked through; nothing of it has been written before `imported.written`. */
export interface Tried {
  fileName: string
  fileId: string
  imported: Imported
}

/** Fetching, choosing, trying and writing one kind of spreadsheet of a center (D-OR-1). */
export function useImport(centerId: string, what: SheetOf) {
  const [tried, setTried] = useState<Tried | null>(null)
  const [busyWith, setBusyWith] = useState<'sheet' | 'file' | 'write' | null>(null)
  const { act } = useOrganisationActs()

  const during = async (name: 'sheet' | 'file' | 'write', work: () => Promise<void>) => {
    if (busyWith !== null) return
    setBusyWith(name)
    try {
      await work()
    } catch (error) {
      sayError(error)
    } finally {
      setBusyWith(null)
    }
  }

  const run = async (fileName: string, fileId: string, dryRun: boolean) => {
    const data: Omit<RequestOf<'organisation', 'importPlaces'>, 'idempotencyKey'> = { centerId, fileId, dryRun }
    const outcome = await act(importOf[what], data)
    if (!outcome.ok) throw outcome.error
    setTried({ fileName, fileId, imported: outcome.answer })
  }

  return {
    tried,
    busyWith,
    fetchSheet: (filled: boolean) =>
      during('sheet', async () => {
        const { url, fileName } = await call('organisation', 'sheet', { centerId, what, filled }, { retries: 1 })
        if (!(await openSheet(mediaSrc(url), fileName))) say('没有打开表格，请再试一次')
      }),
    choose: () =>
      during('file', async () => {
        const chosen = await chooseSheet()
        if (!chosen) return
        setTried(null)
        const { fileId } = await uploadSheet(chosen)
        await run(chosen.name, fileId, true)
      }),
    write: () =>
      during('write', async () => {
        if (tried) await run(tried.fileName, tried.fileId, false)
      }),
  }
}
