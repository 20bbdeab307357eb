import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/data/call/client'
import { saveTextFile } from '@/data/device/save-text'
import { useNow } from '@/data/read/use-now'
import { useReading } from '@/data/read/use-reading'
import { open } from '@/data/session/navigation'
import { useAccount } from '@/data/session/use-account'
import { say } from '@/shell/feedback'
import { ReadingStates } from '@/shell/reading-states'
import { EmptyState } from '@/ui/empty-state'
import { FactList } from '@/ui/fact-list'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { untilMidnight } from '../../../types/words/time'
import { CenterName } from '../components/center-name'
import { ManagePage } from '../components/manage-page'
import { PrintButton } from '../components/print-button'
import { TicketLine } from '../components/ticket-line'
import { atCenter } from '../format/centers'
import { dayAt } from '../format/days'
import {
  addQuarters,
  type Legacy,
  legacyTable,
  periodOf,
  quarterOf,
  quarterWords,
  standingWords,
} from '../format/legacy'
import { useCenter } from '../hooks/use-center'
import './index.scss'

const figureWords = ({ carried, filed, solved, stopped, open: left }: Legacy['figures']): string =>
  [`上季度留下 ${carried}`, `新增 ${filed}`, `解决 ${solved}`, `不再跟进 ${stopped}`, `季末还有 ${left}`].join(' · ')

/** In WeChat on a computer no file can be handed over; the page itself can be printed there. */
async function exportTable(legacy: Legacy, quarter: string): Promise<void> {
  const saved = await saveTextFile(`地产遗留清单-${quarter}.csv`, legacyTable(legacy))
  if (!saved) say('这里不能保存文件，请在手机微信或浏览器里导出')
}

const Row = ({ row }: { row: Legacy['rows'][number] }) => (
  <TicketLine
    id={`legacy-${row.ticketId}`}
    line={row}
    onOpen={() => open('work/ticket/index', { ticketId: row.ticketId })}
  >
    <View className="legacy-facts">
      <Text>
        {dayAt(row.filedAt)} 反映 · {standingWords(row)}
      </Text>
      <Text>
        {row.thirdParty ? `责任单位：${row.thirdParty.name}` : '还没有写明责任单位'}
        {row.thirdParty?.contact ? `（${row.thirdParty.contact}）` : ''}
      </Text>
      <Text>{row.toldAt === null ? '还没有告诉过业主' : `最近 ${dayAt(row.toldAt)} 告诉过业主`}</Text>
    </View>
  </TicketLine>
)

/** What the developer left behind, quarter by quarter, for head office and the developer (D-SP-6). */
export default function ManageLegacyPage() {
  useAccount()
  const { key } = useCenter()
  const [chosen, setQuarter] = useState<string | null>(null)
  // A phone's own clock may be wrong until the server has answered (L-WRD-2).
  const current = quarterOf(useNow(untilMidnight))
  const quarter = chosen ?? current
  const reading = useReading<Legacy>({
    name: 'manage:legacy',
    key: `${key} ${quarter}`,
    load: (asked, signal) => {
      const [center = '', first = ''] = asked.split(' ')
      return call('special', 'legacy', { ...atCenter(center), ...periodOf(first) }, { retries: 1, signal })
    },
    keep: false,
  })
  usePullDownRefresh(() => void reading.reload().finally(() => Taro.stopPullDownRefresh()))
  return (
    <ManagePage title="地产遗留清单">
      <CenterName />
      <Section>
        <View className="legacy-quarter">
          <View className="print-hidden">
            <PrimaryButton
              id="quarter-before"
              kind="plain"
              icon="back"
              onClick={() => setQuarter(addQuarters(quarter, -1))}
            >
              上季度
            </PrimaryButton>
          </View>
          <Text id="quarter" className="legacy-quarter-word">
            {quarterWords(quarter)}
          </Text>
          <View className="print-hidden">
            <PrimaryButton
              id="quarter-after"
              kind="plain"
              disabled={quarter >= current}
              onClick={() => setQuarter(addQuarters(quarter, 1))}
            >
              下季度
            </PrimaryButton>
          </View>
        </View>
      </Section>
      <ReadingStates reading={reading}>
        {legacy => (
          <>
            <Section title={legacy.centerName} hint="开发商留下的、或由开发商负责的事；按现在的情况计算">
              <Text id="legacy-figures">{figureWords(legacy.figures)}</Text>
              <FactList facts={legacy.byCategory.map(({ category, ...figures }) => [category, figureWords(figures)])} />
            </Section>
            {legacy.rows.length === 0 ? (
              <EmptyState
                title="这个季度没有地产遗留的事"
                text="类别属于地产遗留，或写明由开发商负责的工单会列在这里"
              />
            ) : (
              <>
                <View className="print-hidden">
                  <Section hint="导出的表格给总部和开发商，不含业主的姓名、电话和原话" bare>
                    <View className="legacy-buttons">
                      <PrimaryButton
                        id="legacy-export"
                        kind="plain"
                        icon="list"
                        onClick={() => void exportTable(legacy, quarter)}
                      >
                        导出表格
                      </PrimaryButton>
                      <PrintButton />
                    </View>
                  </Section>
                </View>
                <View className="ticket-lines" id="legacy-rows">
                  {legacy.rows.map(row => (
                    <Row key={row.ticketId} row={row} />
                  ))}
                </View>
                {legacy.left > 0 && <Text className="manage-hint">还有 {legacy.left} 件没有列出</Text>}
              </>
            )}
          </>
        )}
      </ReadingStates>
    </ManagePage>
  )
}
