import { Text } from '@tarojs/components'
import { useState } from 'react'
import type { ResponseOf } from '../../../types/contract/index'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { call } from '@/data/call/client'
import { say, sayError } from '@/shell/feedback'
import { withPart, type WholeExport } from './whole-export'
import { copyText, saveTextFile } from '@/data/device/save-text'

type Part = ResponseOf<'account', 'exportMyData'>

const fileName = 'my-data.json'

/** Everything stored about me, to keep (D-AR-2). */
export const ExportSheet = ({ onClose }: { onClose: () => void }) => {
  const [data, setData] = useState<WholeExport | null>(null)
  const [busy, setBusy] = useState(false)
  const text = data === null ? '' : JSON.stringify(data, null, 2)

  const fetchData = async () => {
    setBusy(true)
    try {
      let whole: WholeExport | null = null
      for (let cursor: string | null = ''; cursor !== null;) {
        const asked: { cursor?: string } = cursor === '' ? {} : { cursor }
        const part: Part = await call('account', 'exportMyData', asked, { retries: 2 })
        whole = withPart(whole, part)
        cursor = part.nextCursor
      }
      setData(whole)
    } catch (error) {
      sayError(error)
    } finally {
      setBusy(false)
    }
  }
  const copy = async () => say((await copyText(text)) ? '已复制，可以粘贴保存' : '没有复制成功，请改用保存文件')
  const save = async () => {
    if (!(await saveTextFile(fileName, text))) await copy()
  }

  return (
    <Sheet
      id="profile-export-sheet"
      title="导出我的数据"
      onClose={onClose}
      actions={
        data ? (
          <>
            <PrimaryButton id="export-copy" kind="plain" onClick={() => void copy()}>
              复制
            </PrimaryButton>
            <PrimaryButton id="export-save" onClick={() => void save()}>
              保存文件
            </PrimaryButton>
          </>
        ) : (
          <PrimaryButton id="export-start" busy={busy} onClick={() => void fetchData()}>
            {busy ? '正在整理' : '开始导出'}
          </PrimaryButton>
        )
      }
    >
      <Text>
        {data
          ? `已整理好：${data.tickets.length} 件反映、${data.surveys.length} 次评价、${data.notices.length} 条消息。`
          : '包括您的姓名、电话、房号，反映过的事和说过的话、评价和消息。'}
      </Text>
      <Text>里面有您的个人信息，请自己收好，不要发给别人。</Text>
    </Sheet>
  )
}
