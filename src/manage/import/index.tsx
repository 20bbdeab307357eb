import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { CallError } from '@/data/call/call-error'
import { open } from '@/data/session/navigation'
import { queryText } from '@/data/session/query-text'
import { useAccount } from '@/data/session/use-account'
import { ErrorState } from '@/shell/error-state'
import { Banner } from '@/ui/banner'
import { LinkRow } from '@/ui/link-row'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { ManagePage } from '../components/manage-page'
import { enteredParts, nextPart, type SheetOf } from '../format/organisation'
import { useOrganisation } from '../hooks/use-organisation'
import { TriedSheet } from './tried-sheet'
import { useImport } from './use-import'
import './index.scss'

const hints: Record<SheetOf, string> = {
  places: '一行一个房号：楼栋、单元、房号；公共区域在第二张表里',
  staff: '一行一个人的一个岗位；负责几栋楼的写在一格里，用顿号隔开',
  households: '一行一位住户：房号、姓名、手机号、身份；租户写租约到期',
}

const Import = ({ centerId, what }: { centerId: string; what: SheetOf }) => {
  const { tried, busyWith, fetchSheet, choose, write } = useImport(centerId, what)
  const reading = useOrganisation()
  const center = reading.value?.centers.find(one => one.centerId === centerId)
  const written = tried?.imported.written === true
  const next = center ? nextPart(center) : null
  const counts = center && enteredParts.find(part => part.what === what)?.counted(center.counts)
  return (
    <>
      {center && <Text className="import-center">{center.name}</Text>}
      <Section title="第一步：拿表格" hint={hints[what]}>
        <View className="manage-stack">
          <PrimaryButton
            id="sheet-empty"
            kind="plain"
            disabled={busyWith !== null}
            onClick={() => void fetchSheet(false)}
          >
            下载空表
          </PrimaryButton>
          {counts?.none === false && (
            <PrimaryButton
              id="sheet-filled"
              kind="plain"
              disabled={busyWith !== null}
              onClick={() => void fetchSheet(true)}
            >
              下载现在的内容
            </PrimaryButton>
          )}
        </View>
      </Section>
      <Section title="第二步：选填好的表格" hint="先只检查，不会写入；表格里没有的不会被删掉">
        <PrimaryButton
          id="sheet-choose"
          kind={tried === null ? 'primary' : 'plain'}
          icon="inbox"
          busy={busyWith === 'file'}
          disabled={busyWith !== null}
          onClick={() => void choose()}
        >
          {tried === null ? '选择表格' : '换一个表格'}
        </PrimaryButton>
      </Section>
      {tried && (
        <TriedSheet tried={tried} busy={busyWith === 'write'} onWrite={() => void write().then(reading.reload)} />
      )}
      {written && (
        <Section title="接下来">
          {next && next.what !== what && (
            <LinkRow
              id="import-next"
              title={next.begin}
              onClick={() => open('manage/import/index', { what: next.what, centerId })}
            />
          )}
          <LinkRow id="import-center" title="回到服务中心" onClick={() => open('manage/center/index', { centerId })} />
        </Section>
      )}
      {written && !next && (
        <Banner
          meaning="done"
          icon="done"
          title="房屋、员工、住户都有了"
          text="住户用登记的手机号登录，就可以反映问题"
        />
      )}
    </>
  )
}

/** Many places, people or households at once from a spreadsheet: looked through first, then written as a whole (D-OR-1). */
export default function ImportPage() {
  useAccount()
  const { params } = useRouter<{ what?: string; centerId?: string }>()
  const part = enteredParts.find(({ what }) => what === params.what)
  const centerId = queryText(params.centerId)
  return (
    <ManagePage title={part ? `导入${part.word}` : '表格导入'}>
      {part && centerId !== null ? (
        <Import key={`${part.what}:${centerId}`} centerId={centerId} what={part.what} />
      ) : (
        <ErrorState
          error={new CallError('notFound', '请从服务中心的页面打开导入')}
          onRetry={() => open('manage/organisation/index')}
        />
      )}
    </ManagePage>
  )
}
