import { type CampaignKind, campaignKindLabels } from '../../../types/vocabulary'
import { datedDueText } from '../../../types/words/time'

interface Told {
  readonly type: string
  readonly title: string
  readonly text: string
}

interface Named {
  readonly kind: CampaignKind
  readonly title: string
  readonly untilAt: number
}

/** Words that are kept: they name the day (L-WRD-2). `now`: epoch ms. */
export const invitation = ({ kind, title, untilAt }: Named, now: number): Told => ({
  type: 'campaignOpened',
  title: `请您填一份${campaignKindLabels[kind]}`,
  text: `《${title}》，两三分钟就能填完，可以不留名。${datedDueText(untilAt, now)}前都可以填，一户填一份。`,
})

export const campaignReminder = ({ title, untilAt }: Named, now: number): Told => ({
  type: 'campaignReminder',
  title: '还差您家的一份意见',
  text: `《${title}》到${datedDueText(untilAt, now)}结束，您家还没有填。不想填也没有关系，不会再提醒。`,
})

export const improvementGiven = (text: string, dueAt: number, now: number): Told => ({
  type: 'improvementGiven',
  title: '有一项改进措施请您负责',
  text: `${text}。${datedDueText(dueAt, now)}前完成。`,
})

export const improvementLate = (text: string, dueAt: number, now: number): Told => ({
  type: 'improvementLate',
  title: '改进措施已经过了完成时间',
  text: `${text}。原定${datedDueText(dueAt, now)}前完成，请填写进展或结果。`,
})
