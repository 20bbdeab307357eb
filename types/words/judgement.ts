import {
  type CauseFactor,
  type ResponsibleParty,
  type Verdict,
  causeFactorNames,
  responsiblePartyLabels,
  verdictLabels,
} from '../vocabulary'

/** What a matter came from, whether it was so, and whose it was to answer for (D-CL-5). */
export interface Judgement {
  readonly factor: CauseFactor
  readonly verdict: Verdict
  readonly responsibleParty: ResponsibleParty
}

/** 「设备 · 属实 · 物业」 */
export const judgementText = ({ factor, verdict, responsibleParty }: Judgement): string =>
  [causeFactorNames[factor], verdictLabels[verdict], responsiblePartyLabels[responsibleParty]].join(' · ')
