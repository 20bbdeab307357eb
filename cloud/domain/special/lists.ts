import type { SpecialList } from '../../../types/vocabulary'
import { type Ticket, openDraft, openRemedy } from '../ticket/state'
import { isOnline } from './approval'

/** Lists of special matters, and beside them whatever the developer has to answer for (D-SP-6). */
export type SpecialMark = SpecialList | 'developer'

const isDevelopers = ({ thirdParty, completion }: Ticket): boolean =>
  thirdParty?.kind === 'developer' || completion?.responsibleParty === 'developer'

/** On which lists a ticket stands. What the rules propose and nobody has judged yet stands on them already (D-CL-3). */
export function specialListsOf(ticket: Ticket): readonly SpecialMark[] {
  const { severity, severityProposal } = ticket
  const counts = (as: 'hot' | 'major'): boolean =>
    severity === as || (severityProposal?.judged === null && severityProposal.severity === as)
  const marks: Readonly<Record<SpecialMark, boolean>> = {
    approval: openDraft(ticket) !== undefined || openRemedy(ticket) !== undefined,
    hot: counts('hot'),
    major: counts('major'),
    alarm: (ticket.alarms ?? []).length > 0,
    online: isOnline(ticket),
    thirdParty: ticket.thirdParty !== undefined,
    headOffice: ticket.fromHeadOffice === true,
    developer: isDevelopers(ticket),
  }
  return (Object.keys(marks) as SpecialMark[]).filter(mark => marks[mark])
}
