import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ResponseOf } from '../../../types/contract/index'
import { keysOf, residentRelationLabels, type ResidentRelation } from '../../../types/vocabulary'
import { serverClock } from '@/data/call/server-clock'
import { copyText } from '@/data/device/save-text'
import { useObserved } from '@/data/device/use-observed'
import { useOrganisationActs } from '@/data/send/use-organisation-acts'
import { queryText } from '@/data/session/query-text'
import { me } from '@/data/session/session'
import { useAccount } from '@/data/session/use-account'
import { say, sayError } from '@/shell/feedback'
import { Page } from '@/shell/page'
import { Choices } from '@/ui/choices'
import { DateField } from '@/ui/date-field'
import { EmptyState } from '@/ui/empty-state'
import { FieldShell } from '@/ui/field-shell'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { SwitchField } from '@/ui/switch-field'
import { promiseText } from '@/ui/words/time'
import { RoomFinder, type FoundRoom } from '../components/room-finder'
import { useMyCenter } from '../hooks/use-my-center'
import '../components/residence.scss'

type Invitation = ResponseOf<'organisation', 'invite'>

const textOf = ({ code, place }: Invitation): string =>
  `邀请您绑定${place}。打开物业客诉，登录后在“我的房屋”里输入邀请码：${code}`

const Made = ({ invitation, onAnother }: { invitation: Invitation; onAnother: () => void }) => (
  <Section title={`${invitation.place}的邀请码`} id="invitation">
    <View className="residence-stack">
      <Text id="invitation-code" className="residence-code" userSelect>
        {invitation.code}
      </Text>
      <Text className="residence-hint">
        只能用一次，{promiseText(invitation.expiresAt, serverClock.now())}有效。对方登录后，在“我的房屋”里输入
      </Text>
      <PrimaryButton
        id="invitation-copy"
        onClick={() =>
          void copyText(textOf(invitation)).then(done =>
            say(done ? '已复制，发给对方就可以' : '没有复制成功，请念给对方'),
          )
        }
      >
        复制，发给对方
      </PrimaryButton>
      <PrimaryButton id="invitation-another" kind="plain" onClick={onAnother}>
        再邀请一位
      </PrimaryButton>
    </View>
  </Section>
)

const relations = keysOf(residentRelationLabels)

/** A code by which one person binds to a room: of staff for anybody, of the head of a household for family (D-OR-2). */
export default function InvitePage() {
  useAccount()
  const { params } = useRouter<{ centerId?: string; placeId?: string }>()
  const centerId = useMyCenter('inviteResidents', queryText(params.centerId))
  const rooms = useObserved(me)?.rooms ?? []
  const asked = queryText(params.placeId)
  const own = rooms.find(
    ({ placeId, relation }) => placeId === asked && (relation === 'owner' || relation === 'tenant'),
  )
  const [room, setRoom] = useState<FoundRoom | null>(null)
  const [relation, setRelation] = useState<ResidentRelation>('family')
  const [untilDay, setUntilDay] = useState('')
  const [replaces, setReplaces] = useState(false)
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const { busy, act } = useOrganisationActs()
  // At home one invites family into the own room, whatever one is at work.
  const into = own ?? room
  const as = own ? 'family' : relation

  const invite = async () => {
    if (!into) return
    const outcome = await act('invite', {
      placeId: into.placeId,
      relation: as,
      ...(as === 'tenant' && untilDay !== '' ? { untilDay } : {}),
      ...(as === 'owner' && replaces ? { replaces } : {}),
    })
    if (outcome.ok) setInvitation(outcome.answer)
    else sayError(outcome.error)
  }

  const body = () => {
    if (invitation)
      return (
        <Made
          invitation={invitation}
          onAnother={() => {
            setInvitation(null)
            setRoom(null)
          }}
        />
      )
    if (!own && centerId === null)
      return <EmptyState title="这里邀请家人绑定房屋" text="由业主或租户在“我的房屋”里邀请" />
    return (
      <Section
        title={own ? `邀请家人绑定${own.name}` : '邀请住户'}
        hint={own ? '家人绑定后，可以为这个家反映问题、看进展' : '对方登录后输入邀请码，就绑定了，不用再核对'}
      >
        <View className="residence-stack">
          {!own && centerId !== null && (
            <>
              <RoomFinder centerId={centerId} chosen={room} onChoose={setRoom} />
              <FieldShell id="invite-relation" label="对方是">
                <Choices
                  label="对方是"
                  idStart="relation"
                  choices={relations.map(id => ({ id, word: residentRelationLabels[id] }))}
                  chosen={[relation]}
                  onChoose={setRelation}
                />
              </FieldShell>
              {relation === 'tenant' && (
                <DateField id="invite-until" label="租约到哪一天（选填）" value={untilDay} onChange={setUntilDay} />
              )}
              {relation === 'owner' && (
                <SwitchField
                  id="invite-replaces"
                  label="房子换了主人"
                  hint="新业主绑定时，原来的业主和家属会移出这个房号"
                  checked={replaces}
                  onChange={setReplaces}
                  danger
                />
              )}
            </>
          )}
          <PrimaryButton id="invite" disabled={into === null} busy={busy !== null} onClick={() => void invite()}>
            {into === null ? '请先选房号' : '生成邀请码'}
          </PrimaryButton>
        </View>
      </Section>
    )
  }

  return <Page title="邀请入住">{body()}</Page>
}
