import { useKnownAccount } from '@/data/session/use-account'
import { TicketScreen } from '../components/ticket-screen'

export default function TicketPage() {
  useKnownAccount()
  return <TicketScreen />
}
