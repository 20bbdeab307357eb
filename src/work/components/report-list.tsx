import { Text, View } from '@tarojs/components'
import { FactList, type Fact } from '@/ui/fact-list'
import { StatusTag } from '@/ui/status-tag'
import { instantText } from '@/ui/words/time'
import type { TicketView } from '../../../types/contract/ticket-views'
import { reportPartLabels, reportPartsOf, reportStageLabels } from '../../../types/vocabulary'

type Report = TicketView['reports'][number]

const standing = ({ judged }: Report) =>
  judged === 'approved'
    ? ({ meaning: 'done', word: '已通过' } as const)
    : judged === 'returned'
      ? ({ meaning: 'late', word: '退回补充' } as const)
      : ({ meaning: 'info', word: '待审核' } as const)

/** What a report says, part by part. */
export const reportFacts = ({ stage, text, parts, remark }: Report): readonly Fact[] => [
  ['经过', text],
  ...reportPartsOf[stage].map(part => [reportPartLabels[part], parts[part]] as const),
  ['审核意见', remark],
]

/** The dossier of a hot or major matter: what was reported when, part by part, and what quality made of it (D-SP-3). */
export const ReportList = ({ ticket, now }: { ticket: TicketView; now: number }) => (
  <>
    {ticket.reports.map(report => (
      <View key={report.report} id={`report-${report.report}`}>
        <View className="ticket-head-tags">
          <Text className="ticket-head-line">
            {reportStageLabels[report.stage]} · {instantText(report.at, now)}
          </Text>
          <StatusTag {...standing(report)} />
        </View>
        <FactList facts={reportFacts(report)} />
      </View>
    ))}
  </>
)
