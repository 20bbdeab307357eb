import { Text, View } from '@tarojs/components'
import { FactList } from '@/ui/fact-list'
import { Section } from '@/ui/section'
import { dispositionLabels, endingLabels, exemptionLabels } from '../../../types/vocabulary'
import { boundWords, countedWords, rateWords, sampleWords, shareWords, type Figures } from '../format/figures'
import { IntervalBar } from '../components/interval-bar'

/** The share of everything in the period together. */
export const Overall = ({ figures }: { figures: Figures }) => {
  const bounds = boundWords(figures)
  return (
    <Section title="满意率">
      <View id="satisfaction-all">
        <Text className={figures.enough ? 'satisfaction-share' : 'figure-row-few'}>{shareWords(figures)}</Text>
        <IntervalBar {...figures} />
        <Text className="figure-row-sample">{sampleWords(figures)}</Text>
        {bounds && <Text className="figure-row-sample">{bounds}</Text>}
      </View>
    </Section>
  )
}

/** What lies behind it: the three rates (D-RP-7), what became of the askings (D-CB-12), exemptions, and endings. */
export const Details = ({ figures }: { figures: Figures }) => {
  const { rates, callRates, answeredByPhone } = figures
  const exempt = countedWords(figures.exempt, exemptionLabels)
  const endings = countedWords(figures.endings, endingLabels)
  return (
    <>
      <Section title="响应、解决、满意" hint="都按问过业主的事情算">
        <FactList
          facts={[
            ['按时答复', rateWords(rates.response)],
            ['说解决了', rateWords(rates.resolution)],
            ['说满意', rateWords(rates.satisfaction)],
          ]}
        />
      </Section>
      <Section title="问得怎么样" hint={answeredByPhone > 0 ? `其中 ${answeredByPhone} 人是电话里答的` : undefined}>
        <FactList
          facts={[
            ...countedWords(figures.dispositions, dispositionLabels),
            ['有答复', rateWords(callRates.response)],
            ['愿意答', rateWords(callRates.cooperation)],
            ['不愿答', rateWords(callRates.refusal)],
            ['联系上', rateWords(callRates.contact)],
          ]}
        />
      </Section>
      {exempt.length > 0 && (
        <Section title="没有问的" hint="不算进满意率">
          <FactList facts={exempt} />
        </Section>
      )}
      {endings.length > 0 && (
        <Section title="事情怎么结束的" hint="只有业主说满意才算满意">
          <FactList facts={endings} />
        </Section>
      )}
    </>
  )
}
