import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import { retold } from '@/ui/words/time'
import { Page } from '@/shell/page'
import { useNow } from '@/data/read/use-now'
import { untilMidnight } from '../../../types/words/time'
import { useProgress } from './use-progress'
import './index.scss'

/** Twelve digits, in the groups in which they are read out. */
const numberLength = 20

/** For whoever reported by telephone or letter and has a number instead of an account. */
export default function ProgressPage() {
  const { asked, change, fields, answer, failure, busy, ask } = useProgress()
  const now = useNow(untilMidnight)
  return (
    <Page title="按编号查进展">
      <Section hint="打电话或写信反映的，登记时会告诉您一个编号">
        <View className="progress-form">
          <TextField
            id="progress-number"
            label="编号"
            type="number"
            max={numberLength}
            placeholder="12 位数字"
            value={asked.number}
            onChange={number => change({ number })}
            error={fields.number}
          />
          <TextField
            id="progress-digits"
            label="登记的电话后四位"
            type="number"
            max={4}
            value={asked.digits}
            onChange={digits => change({ digits })}
            error={fields.digits}
          />
          <PrimaryButton id="progress-ask" icon="search" busy={busy} onClick={() => void ask()}>
            查进展
          </PrimaryButton>
        </View>
      </Section>
      <View {...a11y({ role: 'status', live: 'polite' })}>
        {answer && (
          <Section id="progress-answer">
            <Text className="progress-state">{answer.state}</Text>
            {answer.promise && (
              <View className="progress-line">
                <Icon name="clock" />
                <Text>{retold(answer.promise, answer.promiseSaidAt, now)}</Text>
              </View>
            )}
          </Section>
        )}
        {failure !== null && (
          <Section id="progress-failure">
            <View className="progress-line">
              <Icon name="info" />
              <Text>{failure}</Text>
            </View>
          </Section>
        )}
      </View>
    </Page>
  )
}
