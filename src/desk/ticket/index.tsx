import { TicketScreen } from '@/staff/components/ticket-screen'

export default function DeskTicketPage() {
  return <TicketScreen />
}
