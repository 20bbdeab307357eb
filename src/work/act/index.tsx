import { useRouter } from '@tarojs/taro'
import { EmptyState } from '@/ui/empty-state'
import { Page } from '@/shell/page'
import { frontPageOf } from '@/shell/tabs'
import { useRole } from '@/data/session/use-role'
import { back } from '@/data/session/navigation'
import { useKnownAccount } from '@/data/session/use-account'
import type { ActCommand } from '../../../types/contract/commands'
import type { TicketView } from '../../../types/contract/ticket-views'
import { commandLabels } from '../../../types/vocabulary'
import { useActFormView } from '../components/act-form'
import { ActRecap } from '../components/act-recap'
import { TicketStates } from '../components/ticket-states'
import { actionWord, isCommand } from '../words/main-action'
import { useTicket } from '../hooks/use-ticket'

interface FormPageProps {
  ticket: TicketView
  command: ActCommand
  front: string
  reload: () => void
}

const FormPage = ({ ticket, command, front, reload }: FormPageProps) => {
  const { body, button } = useActFormView({ ticket, command, onDone: () => back(front), onOutdated: reload })
  return (
    <Page title={actionWord(command, ticket)} bottom={button}>
      <ActRecap ticket={ticket} command={command} />
      {body}
    </Page>
  )
}

/** One command on one ticket that needs more than a tap. */
export default function StaffActPage() {
  useKnownAccount()
  const { ticketId = '', command = '' } = useRouter().params
  const front = frontPageOf(useRole())
  const reading = useTicket(decodeURIComponent(ticketId))
  if (!isCommand(command)) {
    return (
      <Page title="处理工单">
        <EmptyState
          title="没有选择要做的事"
          text="请从工单进入"
          action={{ word: '回到列表', onClick: () => back(front) }}
        />
      </Page>
    )
  }
  if (reading.value === null) {
    return (
      <Page title={commandLabels[command]}>
        <TicketStates reading={reading} onGone={() => back(front)}>
          {() => null}
        </TicketStates>
      </Page>
    )
  }
  return (
    <FormPage
      key={`${reading.value.ticketId}:${command}`}
      ticket={reading.value}
      command={command}
      front={front}
      reload={reading.reload}
    />
  )
}
