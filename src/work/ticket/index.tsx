import { TicketScreen } from '../components/ticket-screen'

export default function TicketPage() {
  return <TicketScreen />
}
