import { randomUUID } from 'node:crypto'
import { answer } from '../../actions/campaign/answer'
import { improve } from '../../actions/campaign/improve'
import { open } from '../../actions/campaign/open'
import { record } from '../../actions/campaign/record'
import { save } from '../../actions/campaign/save'
import { settleImprovement } from '../../actions/campaign/settle-improvement'
import { dateOfDay, dayNumber, startOfDay } from '../../domain/calendar/zone'
import type { Caller, Runtime } from '../../actions/runtime'
import type { MoreAnswers } from '../../../types/contract/questionnaire'
import { usualQuestions } from '../../../types/words/usual-questions'
import type { Cast } from './cast'
import type { Chance } from './chance'
import type { Life } from './life'

const dayMs = 86_400_000
const hourMs = 3_600_000

const wishes = [
  '楼道的地能不能每天拖一次，现在隔两天才拖。',
  '电梯里的广告太吵了。',
  '希望快递车不要堵在单元门口。',
  '垃圾桶早上七点前清一次就好了。',
  '一切都好，师傅们辛苦了。',
]

/** How content the estate is with what a survey asks about: the share of 4 and 5. */
type Mood = Readonly<Record<'overall' | 'cleaning' | 'repairs' | 'security', number>>

/** What the year brought: the stairs were not clean, something was done about it, and it shows. */
const moods: readonly Mood[] = [
  { overall: 0.66, cleaning: 0.38, repairs: 0.72, security: 0.7 },
  { overall: 0.78, cleaning: 0.82, repairs: 0.74, security: 0.68 },
]

function answersIn(mood: Mood, dice: Chance): MoreAnswers {
  const rate = (share: number) => (dice.happens(share) ? dice.between(4, 5) : dice.between(2, 3))
  return {
    overall: rate(mood.overall),
    cleaning: rate(mood.cleaning),
    repairs: rate(mood.repairs),
    security: rate(mood.security),
    ...(dice.happens(0.25) ? { wish: dice.pick(wishes) } : {}),
  }
}

export interface SurveysOptions {
  readonly runtime: Runtime
  readonly cast: Cast
  readonly dice: Chance
  /** The end of the story, epoch ms. */
  readonly now: number
}

/** When the surveys that have ended began, and how content people were then. */
const past = [
  { daysAgo: 182, mood: 0 },
  { daysAgo: 91, mood: 1 },
] as const
const runningForDays = 4
const lastsDays = 14

/** The end of the day that comes so many days later, epoch ms. */
const endOfDay = (at: number, days: number): number => startOfDay(dayNumber(at) + days + 1)

/** Who answers in the app, for whom a clerk writes it down, and who does not wish to: one step for each household. */
async function answered({ runtime, cast, dice }: SurveysOptions, campaignId: string, resident: Caller, mood: Mood) {
  const householdId = resident.person.rooms[0]?.householdId
  const clerk = cast.staff.get('clerk-1')
  if (householdId === undefined || !clerk) return
  const of = { campaignId, householdId, idempotencyKey: randomUUID() }
  const answers = answersIn(mood, dice)
  if (dice.happens(0.07)) {
    await record({ ...of, result: 'refused', channel: 'phone' }, { runtime, caller: clerk })
  } else if (dice.happens(0.25)) {
    await record({ ...of, result: 'answered', channel: 'paper', answers }, { runtime, caller: clerk })
  } else await answer({ ...of, answers, anonymous: dice.happens(0.4) }, { runtime, caller: resident })
}

/** Draws up a survey and sends it; the timer ends it. */
async function sent({ runtime }: SurveysOptions, manager: Caller): Promise<string> {
  const at = runtime.clock.now()
  const { year, month } = dateOfDay(dayNumber(at))
  const call = { runtime, caller: manager }
  const { campaignId } = await save(
    {
      idempotencyKey: randomUUID(),
      kind: 'quarterly',
      title: `${year}年${month}月住户满意度调查`,
      questions: usualQuestions,
      sampleSize: null,
      fromAt: at,
      untilAt: endOfDay(at, lastsDays),
      remindAfterDays: 7,
    },
    call,
  )
  await open({ campaignId, idempotencyKey: randomUUID() }, call)
  return campaignId
}

/** Two quarterly surveys with what was done after the first, and one that runs now; told step by step as a ticket's life is. */
export async function* surveys(options: SurveysOptions): Life {
  const { runtime, cast, dice, now } = options
  const manager = cast.staff.get('manager-1')
  const cleaner = cast.staff.get('handler-2')
  if (!manager || !cleaner) return
  for (const { daysAgo, mood } of past) {
    yield now - daysAgo * dayMs
    const campaignId = await sent(options, manager)
    const began = runtime.clock.now()
    yield began + 5 * dayMs
    // Most households answer.
    for (const resident of cast.residents) {
      const { [mood]: felt } = moods
      if (felt && dice.happens(0.78)) await answered(options, campaignId, resident, felt)
    }
    yield began + (lastsDays + 3) * dayMs
    if (mood !== 0) continue
    const caller = manager
    const { improvementId } = await improve(
      {
        campaignId,
        idempotencyKey: randomUUID(),
        questionId: 'cleaning',
        text: '楼道每天拖一次，电梯轿厢早晚各擦一次',
        ownerId: cleaner.actor.id,
        dueAt: endOfDay(runtime.clock.now(), 30),
      },
      { runtime, caller },
    )
    yield runtime.clock.now() + 21 * dayMs
    await settleImprovement(
      { improvementId, idempotencyKey: randomUUID(), state: 'done', result: '保洁排班已经改好，每天有人拖楼道' },
      { runtime, caller: cleaner },
    )
  }
  yield now - runningForDays * dayMs
  const campaignId = await sent(options, manager)
  yield runtime.clock.now() + 20 * hourMs
  const [felt] = moods.slice(-1)
  // Some of every building, and not the first resident, so that there is something to try.
  const quick = cast.residents.filter((_, index) => index % 5 === 1 || index % 5 === 3)
  for (const resident of quick) if (felt) await answered(options, campaignId, resident, felt)
}
