import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { account } from '../../../types/contract/account'
import { parse } from '../../../types/contract/parse'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { call } from '@/data/call/client'
import { say, sayError } from '@/shell/feedback'
import { endSession } from '@/data/session/session'
import { createSender } from '@/data/send/sender'

const word = '注销'

/** Two steps and a typed word: it cannot be taken back (D-AR-2). */
export const EraseSheet = ({ onClose }: { onClose: () => void }) => {
  const [understood, setUnderstood] = useState(false)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [sender] = useState(() =>
    createSender<typeof word, unknown>((confirm, idempotencyKey) =>
      call('account', 'eraseMe', { idempotencyKey, confirm }, { retries: 2 }),
    ),
  )
  const request = parse(account.eraseMe.request, { idempotencyKey: sender.key(), confirm: typed.trim() })

  const erase = async () => {
    if (!request.ok) return
    setBusy(true)
    const outcome = await sender.submit(request.data.confirm)
    setBusy(false)
    if (!outcome.ok) return sayError(outcome.error)
    endSession()
    say('已注销，您的个人信息已删除')
    void Taro.reLaunch({ url: '/pages/home/index' })
  }

  return (
    <Sheet
      id="profile-erase-sheet"
      title="注销"
      onClose={onClose}
      actions={
        understood ? (
          <PrimaryButton
            id="erase-confirm"
            kind="danger"
            disabled={!request.ok}
            busy={busy}
            onClick={() => void erase()}
          >
            永久注销
          </PrimaryButton>
        ) : (
          <>
            <PrimaryButton id="erase-next" kind="plain" onClick={() => setUnderstood(true)}>
              我知道了，继续
            </PrimaryButton>
            <PrimaryButton onClick={onClose}>先不注销</PrimaryButton>
          </>
        )
      }
    >
      {understood ? (
        <TextField
          id="erase-word"
          label={`请输入“${word}”两个字`}
          max={10}
          value={typed}
          onChange={setTyped}
          placeholder={word}
        />
      ) : (
        <>
          <Text>注销后：</Text>
          <Text>· 姓名、电话、房号会永久删除，找不回来。</Text>
          <Text>· 反映过的事以匿名方式保留，您不能再查看。</Text>
          <Text>· 需要留底的话，请先导出我的数据。</Text>
        </>
      )}
    </Sheet>
  )
}
