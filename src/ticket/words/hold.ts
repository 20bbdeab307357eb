import type { TicketView } from '../../../types/contract/ticket-views'
import { holdReasonLabels } from '../../../types/vocabulary'
import { datedText } from '../../../types/words/time'

/** 「暂停：等配件，到 3月5日周四 18:00」 (D-SLA-16). */
export const holdText = ({ reason, until }: NonNullable<TicketView['hold']>, now: number): string =>
  `暂停：${holdReasonLabels[reason]}，到 ${datedText(until, now)}`
