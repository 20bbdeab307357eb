import { Text, View } from '@tarojs/components'
import { PrimaryButton } from '@/ui/primary-button'
import type { TicketView } from '../../../types/contract/ticket-views'
import { useContact } from '../hooks/use-contact'
import './caller-card.scss'

type Person = TicketView['complainants'][number]

export const nameOfComplainant = ({ name, anonymous }: Person): string =>
  name ?? (anonymous ? '匿名' : '反映人信息不可见')

const standing = ({ withdrawn, survey, hasAccount }: Person): string => {
  if (withdrawn) return '已撤回'
  if (survey === 'answered') return '已评价'
  if (survey === 'open') return hasAccount ? '等评价' : '等电话回访'
  return hasAccount ? '' : '没有账号，需要电话联系'
}

const OtherCaller = ({ ticketId, person }: { ticketId: string; person: Person }) => {
  const { phone, busy, word, callThem } = useContact(ticketId, person.complainant)
  const shown = phone ?? person.phone
  return (
    <View className="caller" id={`complainant-${person.number}`}>
      <View className="caller-words">
        <Text className="caller-name">{nameOfComplainant(person)}</Text>
        <Text className="caller-line">{[`编号 ${person.number}`, standing(person)].filter(Boolean).join(' · ')}</Text>
        {shown && (
          <Text className="caller-line" userSelect={phone !== null}>
            {shown}
          </Text>
        )}
      </View>
      {person.phone && !person.withdrawn && (
        <View className="caller-button">
          <PrimaryButton
            id={`call-${person.number}`}
            kind="plain"
            icon="phone"
            busy={busy}
            onClick={() => void callThem()}
          >
            {word}
          </PrimaryButton>
        </View>
      )}
    </View>
  )
}

/** Complainants of a merged matter other than its filer: who, on which ticket they reported it, whom to call (D-HD-8). */
export const ComplainantList = ({ ticket }: { ticket: TicketView }) => (
  <>
    {ticket.complainants.slice(1).map(person => (
      <OtherCaller key={person.complainant} ticketId={ticket.ticketId} person={person} />
    ))}
  </>
)
