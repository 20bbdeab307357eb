import { Text, View } from '@tarojs/components'
import { Section } from '@/ui/section'
import type { ActCommand } from '../../../types/contract/commands'
import type { TicketView } from '../../../types/contract/ticket-views'
import { BeforeAfter } from './before-after'
import { CallerCard } from './caller-card'
import { ComplainantList } from './complainant-list'
import { FoldedText } from '@/ui/excerpt'
import { FactList } from '@/ui/fact-list'
import { groupedNumber } from '@/ui/words/number'
import { reportStageLabels, severityLabels } from '../../../types/vocabulary'
import { exactDueText } from '@/ui/words/time'
import { remedyWord } from '../../../types/words/remedy'
import { reportFacts } from './report-list'
import './act-recap.scss'

/** Commands for which one speaks to the complainant or looks at the photos while filling the form. */
const withCaller: readonly ActCommand[] = ['recordCallback', 'reply', 'propose', 'hold', 'verify', 'decline']
const withResult: readonly ActCommand[] = ['verify', 'reject', 'recordCallback']

/** What one needs in sight while filling a form: where, what, whom to call, and the result that is judged. */
export const ActRecap = ({ ticket, command }: { ticket: TicketView; command: ActCommand }) => (
  <Section>
    <View className="act-recap">
      <Text className="act-recap-place">{ticket.place.name}</Text>
      <FoldedText className="act-recap-text" text={`${ticket.categoryName} · ${ticket.text}`} />
      {withResult.includes(command) && ticket.completion && (
        <>
          <BeforeAfter photos={ticket.photos} />
          <FactList facts={[['处理情况', ticket.completion.summary]]} />
        </>
      )}
      {command === 'decideRemedy' && (
        <FactList
          facts={(ticket.remedies ?? [])
            .filter(({ status }) => status === 'waiting')
            .map(({ kind, sum, text }) => ['要审批的', `${remedyWord(kind, sum)} · ${text}`])}
        />
      )}
      {command === 'judgeSeverity' && ticket.severityProposal && (
        <FactList
          facts={[
            ['规则判断', `${severityLabels[ticket.severityProposal.severity]}投诉`],
            ['为什么', ticket.severityProposal.why],
            ['一起算的', ticket.severityProposal.tickets.map(({ number }) => groupedNumber(number)).join('、')],
          ]}
        />
      )}
      {command === 'judgeReport' &&
        ticket.reports
          .filter(({ judged }) => judged === null)
          .map(report => (
            <View key={report.report} id={`judged-report-${report.report}`}>
              <Text className="act-recap-place">{reportStageLabels[report.stage]}</Text>
              <FactList facts={reportFacts(report)} />
            </View>
          ))}
      {command === 'decideDraft' && (
        <FactList
          facts={(ticket.drafts ?? [])
            .filter(({ status }) => status === 'waiting')
            .flatMap(({ kind, text, responsible, completeBy }) => [
              [kind === 'reply' ? '要说的话' : '措施', text] as const,
              ['负责人', responsible] as const,
              ['完成时间', completeBy === null ? null : exactDueText(completeBy)] as const,
            ])}
        />
      )}
      {command === 'propose' && <FactList facts={[['业主的想法', ticket.news?.objection?.text]]} />}
      {withCaller.includes(command) && <CallerCard ticket={ticket} />}
      {command === 'recordCallback' && <ComplainantList ticket={ticket} />}
    </View>
  </Section>
)
