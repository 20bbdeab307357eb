import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { back } from '@/data/session/navigation'
import { queryText } from '@/data/session/query-text'
import { useAccount } from '@/data/session/use-account'
import { ReadingStates } from '@/shell/reading-states'
import { useWide } from '@/shell/use-wide'
import { TrackedBar } from '@/ticket/campaign/tracked-bar'
import { EmptyState } from '@/ui/empty-state'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { TabStrip } from '@/ui/tab-strip'
import { campaignKindLabels } from '../../../types/vocabulary'
import { ImprovementList } from '../components/improvement-list'
import { ManagePage } from '../components/manage-page'
import { periodWords, responseWords } from '../format/campaign'
import { useCampaignReport, type CampaignReport } from '../hooks/use-campaigns'
import { ImproveSheet } from './improve-sheet'
import { QuestionCard, type ReportBy } from './question-card'
import './index.scss'

const bys: readonly { id: ReportBy; word: string }[] = [
  { id: 'all', word: '合计' },
  { id: 'building', word: '按楼栋' },
  { id: 'tenure', word: '按入住时间' },
]

const Response = ({ report }: { report: CampaignReport }) => {
  const { all, previous } = report
  return (
    <Section title={report.title}>
      <Text className="manage-hint">
        {campaignKindLabels[report.kind]} · {periodWords(report)}
      </Text>
      <Text className="report-share">答复 {responseWords(all)}</Text>
      <TrackedBar tracked={all} />
      <Text className="report-line">{previous ? `和《${previous.title}》比较` : '第一次做，还没有可以比较的'}</Text>
    </Section>
  )
}

const Improvements = ({ report, onChanged }: { report: CampaignReport; onChanged: () => void }) => {
  const [adding, setAdding] = useState(false)
  const { improvements, mayImprove } = report
  return (
    <Section title="改进措施" id="report-improvements">
      {improvements.length === 0 && <Text className="manage-hint">还没有定改进措施</Text>}
      <ImprovementList improvements={improvements} withCampaign={false} onChanged={onChanged} />
      {mayImprove && (
        <PrimaryButton id="improve-add" kind="plain" icon="plus" onClick={() => setAdding(true)}>
          定一项改进措施
        </PrimaryButton>
      )}
      {adding && (
        <ImproveSheet
          report={report}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            onChanged()
          }}
        />
      )}
    </Section>
  )
}

const Report = ({ campaignId }: { campaignId: string }) => {
  const reading = useCampaignReport(campaignId)
  const [by, setBy] = useState<ReportBy>('all')
  const wide = useWide()
  const { value, reload } = reading
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  return (
    <ManagePage
      title="调查报告"
      full
      aside={
        value && (
          <View>
            <Response report={value} />
            {wide && <Improvements report={value} onChanged={() => void reload()} />}
          </View>
        )
      }
    >
      <ReadingStates reading={reading}>
        {report => (
          <>
            <Section bare>
              <View className="report-strip">
                <TabStrip items={bys} chosen={by} onChoose={setBy} label="按什么看" idStart="report-by" />
              </View>
            </Section>
            {report.questions.map(question => (
              <QuestionCard key={question.id} question={question} by={by} asked={report.all.asked} />
            ))}
            {!wide && <Improvements report={report} onChanged={() => void reload()} />}
          </>
        )}
      </ReadingStates>
    </ManagePage>
  )
}

/** What a survey that has ended says, and what is done about it (D-CB-7, D-CB-8). */
export default function CampaignReportPage() {
  useAccount()
  const campaignId = queryText(useRouter().params.campaignId)
  if (campaignId !== null) return <Report campaignId={campaignId} />
  return (
    <ManagePage title="调查报告">
      <EmptyState title="没有这份报告" action={{ word: '看全部调查', onClick: () => back('manage/campaigns/index') }} />
    </ManagePage>
  )
}
