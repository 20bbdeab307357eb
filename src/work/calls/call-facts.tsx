import { Text, View } from '@tarojs/components'
import type { TicketView, TimelineEntry } from '../../../types/contract/ticket-views'
import { callScript } from '../../../types/words/call-script'
import type { CallMethod } from '../../../types/vocabulary'
import { useNow } from '@/data/read/use-now'
import { me } from '@/data/session/session'
import { useObserved } from '@/data/device/use-observed'
import { a11y } from '@/ui/a11y'
import { FactList } from '@/ui/fact-list'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { instantText } from '@/ui/words/time'
import { open } from '@/data/session/navigation'
import { nameOfComplainant } from '../components/complainant-list'
import { useContact } from '../hooks/use-contact'

type Person = TicketView['complainants'][number]

/** 「今天」 turns into 「昨天」 at most this much late, ms. */
const redrawEveryMs = 3_600_000

/** The number, masked until it is looked up, which is recorded (D-PO-4). */
export const CallNumber = ({ ticketId, person }: { ticketId: string; person: Person }) => {
  const { phone, busy, word, callThem } = useContact(ticketId, person.complainant)
  const shown = phone ?? person.phone
  return (
    <View className="call-person">
      <View className="call-person-words">
        <Text className="call-name">{nameOfComplainant(person)}</Text>
        <Text id="call-number" className="call-digits" userSelect={phone !== null} {...a11y({ live: 'polite' })}>
          {shown ?? '没有留下电话，请上门或在线上回访'}
        </Text>
      </View>
      {shown !== null && (
        <PrimaryButton id="call-phone" kind="plain" icon="phone" busy={busy} onClick={() => void callThem()}>
          {word}
        </PrimaryButton>
      )}
    </View>
  )
}

interface AboutProps {
  ticket: TicketView
  person: Person
}

/** What to say before the first question. */
export const CallScript = ({ ticket, person, method }: AboutProps & { method: CallMethod }) => {
  const now = useNow(() => redrawEveryMs)
  const account = useObserved(me)
  const { completion, proposal } = ticket
  const said = callScript({
    name: person.name,
    place: ticket.place.name,
    categoryName: ticket.categoryName,
    caller: account?.name ?? '',
    method,
    filedAt: instantText(person.since, now),
    done: completion && { summary: completion.summary, at: instantText(completion.at, now) },
    promised:
      proposal?.status === 'agreed' ? { measures: proposal.measures, by: instantText(proposal.completeBy, now) } : null,
    cycle: ticket.cycle,
  })
  return (
    <Section title="可以这样说" id="call-script">
      {said.map(sentence => (
        <Text key={sentence} className="call-sentence">
          {sentence}
        </Text>
      ))}
    </Section>
  )
}

const attemptText = ({ title, text, actor, at }: TimelineEntry, now: number): string =>
  [instantText(at, now), actor?.name, title, text].filter(Boolean).join(' · ')

/** What was asked and what was done, in short, and who has tried before. */
export const CallHistory = ({ ticket, person }: AboutProps) => {
  const now = useNow(() => redrawEveryMs)
  const attempts = ticket.timeline.filter(({ type }) => type === 'callbackAttempted')
  const { completion, news } = ticket
  return (
    <Section title="这件事" id="call-history">
      <FactList
        facts={[
          ['反映', ticket.text],
          ['期望', ticket.expectation],
          ['上次不满意', news?.reopened?.text],
          ['处理', completion?.summary],
          ['完成于', completion && instantText(completion.at, now)],
          ['编号', person.number],
        ]}
      />
      {attempts.length > 0 && (
        <View className="call-attempts" {...a11y({ role: 'list', label: '之前的回访' })}>
          {attempts.map(entry => (
            <Text key={entry.seq} className="call-attempt" {...a11y({ role: 'listitem' })}>
              {attemptText(entry, now)}
            </Text>
          ))}
        </View>
      )}
      <View
        id="call-ticket"
        className="call-ticket tappable"
        {...a11y({ role: 'link' })}
        onClick={() => open('work/ticket/index', { ticketId: ticket.ticketId })}
      >
        <Text>看整张工单</Text>
      </View>
    </Section>
  )
}
