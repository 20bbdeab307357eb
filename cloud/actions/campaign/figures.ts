import type { Tracked } from '../../../types/contract/campaign'
import { type OwnReport, reportOf } from '../../domain/campaign/report'
import type { Campaign } from '../../store/campaign/campaigns'
import { type HouseholdCount, answersOf, countHouseholds } from '../../store/campaign/households'
import type { Runtime } from '../runtime'

/** What became of asking these households. */
export function trackedOf(counts: readonly HouseholdCount[]): Tracked {
  const sum = (fits: (one: HouseholdCount) => boolean) =>
    counts.reduce((total, one) => total + (fits(one) ? one.count : 0), 0)
  const asked = (one: HouseholdCount) => one.notAsked === null
  return {
    asked: sum(asked),
    answered: sum(one => one.result === 'answered'),
    refused: sum(one => one.result === 'refused'),
    notReached: sum(one => one.result === 'notReached'),
    open: sum(one => asked(one) && one.result === null),
    notAsked: sum(one => one.notAsked !== null),
  }
}

export interface TrackedBuilding {
  readonly key: string
  readonly name: string
  readonly counts: readonly HouseholdCount[]
}

/** The counts by building, in the order of the buildings. */
export function byBuilding(counts: readonly HouseholdCount[]): readonly TrackedBuilding[] {
  const keys = [...new Set(counts.map(({ buildingId }) => buildingId ?? ''))]
  return keys.map(key => {
    const here = counts.filter(({ buildingId }) => (buildingId ?? '') === key)
    return { key, name: here[0]?.buildingName ?? '其他', counts: here }
  })
}

export interface WholeReport {
  readonly tracked: Tracked
  readonly questions: readonly OwnReport[]
}

/** A campaign's report, counted anew from what is stored of it. */
export async function reportFor({ db }: Pick<Runtime, 'db'>, campaign: Campaign): Promise<WholeReport> {
  const counts = await countHouseholds(db, campaign, { buildingIds: null })
  const tracked = trackedOf(counts)
  const buildings = byBuilding(counts).map(({ key, name }) => ({ key, name }))
  const answers = await answersOf(db, campaign)
  return { tracked, questions: reportOf(campaign.questions, answers, { asked: tracked.asked, buildings }) }
}
