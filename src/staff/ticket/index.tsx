import { TicketScreen } from '@/staff/components/ticket-screen'

export default function StaffTicketPage() {
  return <TicketScreen />
}
