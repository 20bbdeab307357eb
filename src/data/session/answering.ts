import type { Me } from './session'

export type CenterPhones = Pick<NonNullable<Me['center']>, 'hotline' | 'nightPhone' | 'officeHours'>

export interface Phone {
  readonly word: string
  readonly phone: string
}

/**
 * The number that is answered at an instant (epoch ms): the hotline in office hours, the night desk's outside of them. What
 * the phone knows of office hours ends after a week without a network; from then on it names the night desk, which is
 * there for whoever finds nobody else. null: the center has left both empty.
 */
export function answeringPhone({ hotline, nightPhone, officeHours }: CenterPhones, now: number): Phone | null {
  const open = nightPhone === '' || officeHours.some(({ from, to }) => from <= now && now < to)
  const day = { word: '服务热线', phone: hotline }
  const night = { word: '夜间值班', phone: nightPhone }
  const answers = (open && hotline !== '') || nightPhone === '' ? day : night
  return answers.phone === '' ? null : answers
}

/** The other one, for the hours that are not now; null: there is none. */
export function otherPhone(phones: CenterPhones, now: number): Phone | null {
  const answers = answeringPhone(phones, now)
  const { hotline, nightPhone } = phones
  if (answers === null || hotline === '' || nightPhone === '') return null
  return answers.phone === hotline
    ? { word: '下班后打夜间值班', phone: nightPhone }
    : { word: '上班时间打服务热线', phone: hotline }
}
