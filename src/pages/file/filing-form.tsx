import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import type { Catalog } from '@/data/read/use-catalog'
import { messageOf } from '@/data/call/call-error'
import { ask, say } from '@/shell/feedback'
import type { Me } from '@/data/session/session'
import { missingText, type Missing, type Preset } from './draft'
import { householdAt } from './family'
import { KindQuestion } from './kind-question'
import { ReachSection } from './reach-section'
import { TellSection } from './tell-section'
import { useFiling } from './use-filing'
import { NeighboursCard } from '@/ticket/filing/neighbours-card'
import { useNeighbours } from '@/ticket/filing/use-neighbours'
import { useProposal } from './use-proposal'
import { subjectOf } from './waiting-draft'
import { isOwnRoom } from './where'
import { WhatSection } from './what-section'
import { WhereSection } from './where-section'

interface FilingFormProps {
  me: Me
  catalog: Catalog
  preset: Preset
  placeNote: string | null
  /** The page around the form; the button belongs to its bottom edge. */
  frame: (content: ReactNode, bottom: ReactNode) => ReactNode
}

/** The browser's head lies over the page and would hide the section's title. */
const underHead = process.env.TARO_ENV === 'h5' ? -64 : 0

const messageOfFiles = (missing: readonly Missing[]) => missing.find(({ word }) => word.includes('个文件'))?.message

/** The four sections and their button (L-FILE-1). */
export const FilingForm = ({ me, catalog, preset, placeNote, frame }: FilingFormProps) => {
  const filing = useFiling(me, preset)
  const { draft, change, messageFor, missing } = filing
  const mediaMessage = filing.uploads.failed > 0 ? messageOfFiles(missing) : undefined
  const category = catalog.categories.find(({ id }) => id === draft.category)

  const { proposal, completes } = useProposal(draft, catalog)
  const taken = completes ? proposal : null
  const neighbours = useNeighbours(draft)

  const submit = async () => {
    const first = missing[0]
    const outcome = await filing.submit(taken?.part)
    if (outcome.is === 'filed') {
      void Taro.redirectTo({ url: `/pages/receipt/index?ticketId=${encodeURIComponent(outcome.filed.ticketId)}` })
    } else if (outcome.is === 'stored') {
      void Taro.redirectTo({ url: `/pages/receipt/index?stored=${encodeURIComponent(outcome.key)}` })
    } else if (outcome.is === 'doubled') {
      const look = await ask({
        title: '刚才那次已经提交成功',
        text: '网络不好时我们已经收到了您先前写的内容。后来改动的部分可以在那件事里补充，也可以留在这里另外提交。',
        confirm: '去看看',
        cancel: '留在这里',
      })
      if (look) void Taro.reLaunch({ url: '/pages/tickets/index' })
    } else if (outcome.is === 'ignored' && first) {
      say(first.message)
      void Taro.pageScrollTo({ selector: `#file-${first.section}`, offsetTop: underHead, duration: 160 })
    }
  }

  const join = async (incidentId: string) => {
    const outcome = await filing.join(incidentId)
    if (outcome && 'refused' in outcome) say(outcome.refused)
    if (!outcome || 'refused' in outcome) return
    say('已和邻居一起反映，有进展会告诉您')
    void Taro.redirectTo({ url: `/pages/ticket/index?ticketId=${encodeURIComponent(outcome.ticketId)}` })
  }

  const afresh = async () => {
    const sure = await ask({
      title: '清空重新填？',
      text: '已经写的内容和照片会删掉',
      confirm: '清空',
      cancel: '不清空',
    })
    if (sure) filing.startAfresh()
  }

  const buttonWord = () => {
    if (filing.busy) return '正在提交'
    // One tap takes what the words speak for and files it; the button says as what.
    if (taken) return `按“${taken.what}”提交`
    return filing.error && missing.length === 0 ? '再提交一次' : missingText(missing)
  }

  return frame(
    <>
      {filing.offersAfresh && (
        <View className="file-kept" id="file-kept">
          <Icon name="edit" />
          <Text className="file-kept-words">接着上次没写完的内容</Text>
          <Text className="file-link tappable" {...a11y({ role: 'button' })} onClick={() => void afresh()}>
            重新填
          </Text>
        </View>
      )}
      {filing.kindQuestion && (
        <KindQuestion
          clash={filing.kindQuestion}
          subject={subjectOf(draft, catalog.categories)}
          onAnswer={filing.answerKind}
        />
      )}
      <WhatSection catalog={catalog} draft={draft} onChange={change} messageFor={messageFor} />
      <WhereSection me={me} draft={draft} onChange={change} messageFor={messageFor} note={placeNote} />
      <NeighboursCard found={neighbours} busy={filing.busy} onJoin={incidentId => void join(incidentId)} />
      <TellSection
        draft={draft}
        proposal={proposal}
        uploads={filing.uploads}
        onChange={change}
        messageFor={messageFor}
        mediaMessage={mediaMessage}
      />
      <ReachSection
        draft={draft}
        members={householdAt(me.rooms, draft.placeId)}
        atHome={isOwnRoom(me.rooms, draft.placeId)}
        neighbourDispute={category?.neighbourDispute ?? false}
        onChange={change}
        messageFor={messageFor}
      />
      {filing.error !== null && (
        <View className="file-error" id="file-error" {...a11y({ live: 'assertive' })}>
          <Icon name="late" />
          <Text>{messageOf(filing.error)}。您填写的内容已保留在手机上。</Text>
        </View>
      )}
    </>,
    <PrimaryButton
      id="file-submit"
      kind={missing.length > 0 && !taken ? 'plain' : 'primary'}
      busy={filing.busy}
      onClick={() => void submit()}
    >
      {buttonWord()}
    </PrimaryButton>,
  )
}
