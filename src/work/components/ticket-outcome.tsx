import { Section } from '@/ui/section'
import { exactDueText, instantText } from '@/ui/words/time'
import type { TicketView } from '../../../types/contract/ticket-views'
import { causeFactorNames, responsiblePartyLabels, verdictLabels } from '../../../types/vocabulary'
import { remedyWord } from '../../../types/words/remedy'
import { yuanText } from '../../../types/words/yuan'
import { BeforeAfter } from './before-after'
import { FactList } from '@/ui/fact-list'

const proposalStatus = {
  open: '等业主确认',
  agreed: '业主已同意',
  countered: '业主有不同想法',
  dropped: '已作废',
} as const

type Remedy = TicketView['remedies'][number]

const remedyStatus = (status: Remedy['status'], approver: string | null): string => {
  if (status === 'waiting') return `等${approver ?? '客服部经理'}审批`
  if (status === 'refused') return '没有同意'
  return status === 'approved' ? '已同意' : ''
}

/** The proposal that was made and what has been reported as done. */
export const TicketOutcome = ({ ticket, now }: { ticket: TicketView; now: number }) => {
  const { proposal, completion, remedies = [] } = ticket
  return (
    <>
      {proposal && (
        <Section title={`方案 · ${proposalStatus[proposal.status]}`} id="proposal">
          <FactList
            facts={[
              ['措施', proposal.measures],
              ['负责人', proposal.responsible],
              ['完成时间', exactDueText(proposal.completeBy)],
              ['第几次', proposal.round > 1 ? `第 ${proposal.round} 次` : null],
            ]}
          />
        </Section>
      )}
      {remedies.length > 0 && (
        <Section title="补救措施" id="remedies">
          <FactList
            facts={remedies.map(({ remedy, kind, sum, text, status, approverName }) => [
              `第 ${remedy} 项`,
              [remedyWord(kind, sum), text, remedyStatus(status, approverName)].filter(Boolean).join(' · '),
            ])}
          />
        </Section>
      )}
      {completion && (
        <Section title="处理结果" id="completion">
          <BeforeAfter photos={ticket.photos} />
          <FactList
            facts={[
              ['做了什么', completion.summary],
              ['完成于', instantText(completion.at, now)],
              ['原因', [causeFactorNames[completion.factor], completion.detail].filter(Boolean).join(' · ')],
              ['反映情况', verdictLabels[completion.verdict]],
              ['责任方', responsiblePartyLabels[completion.responsibleParty]],
              ['费用或赔付', completion.cost === null ? null : yuanText(completion.cost)],
              ['没有照片的原因', completion.noPhotoReason],
            ]}
          />
        </Section>
      )}
    </>
  )
}
