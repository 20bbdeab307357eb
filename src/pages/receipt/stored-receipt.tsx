import { Text, View } from '@tarojs/components'
import type { StoredWrite } from '@/data/send/outbox'
import { useObserved } from '@/data/device/use-observed'
import { me } from '@/data/session/session'
import { HelpCall } from '@/shell/help-call'
import { Page } from '@/shell/page'
import { StoredLinks } from '@/shell/stored-links'
import { a11y } from '@/ui/a11y'
import { Banner } from '@/ui/banner'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'

/** A filing that waits on this phone: it is safe, it goes by itself, and danger is told by telephone (D-IN-5). */
export const StoredReceipt = ({ write, onHome }: { write: StoredWrite; onHome: () => void }) => {
  const center = useObserved(me)?.center ?? null
  const urgent = 'urgency' in write.request && write.request.urgency === 'emergency'
  return (
    <Page
      title="已存好"
      bottom={
        <PrimaryButton id="receipt-home" kind="plain" onClick={onHome}>
          回首页
        </PrimaryButton>
      }
    >
      {urgent && center && (
        <HelpCall
          id="stored-emergency"
          urgent
          phones={center}
          title="还没有发出去，请先打电话"
          text="有危险请先离开，电话里说最快"
        />
      )}
      {write.refusal === null ? (
        <View className="receipt-thanks" id="receipt-stored">
          {!urgent && (
            <View className="receipt-sign">
              <Icon name="clock" />
            </View>
          )}
          <Text className="receipt-title" {...a11y({ role: 'heading' })}>
            已存在手机上
          </Text>
          <Text className="receipt-words">联网后自动发送，不用再操作。发出后，这里会显示编号和答复时间。</Text>
        </View>
      ) : (
        <Banner id="receipt-refused" meaning="late" icon="info" title="没有提交成功" text={write.refusal}>
          <StoredLinks write={write} />
        </Banner>
      )}
    </Page>
  )
}
