import { defaultPolicy } from '../../cloud/domain/policy/model/default-policy'
import type { MoreAnswers } from '../../types/contract/questionnaire'
import { tidy as usualTidy, whyUntidy as why } from '../builders/questions'
import { aKey, satisfied } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const tidy = { ...usualTidy, plainWords: '干净吗？' }
const questionnaire = { id: 'repairs', name: '维修', when: { category: 'engineering' }, questions: [tidy, why] }
const survey = { ...defaultPolicy.survey, questionnaires: [questionnaire] }

describeWorld('questionnaires (D-CB-1)', tell => {
  tell(
    'a round asks what it was sent with, also after the rules have changed',
    async world => {
      const ticketId = await world.verified()
      const sent = async (person: string) => (await world.ok(person, 'survey.list', {})).items[0]
      expect(await sent('resident-1')).toMatchObject({
        rated: 'steward-1 的名字',
        questionnaire: { words: {}, questions: [tidy, why] },
      })
      const { current, policy } = await world.ok('manager-1', 'policy.current', {})
      await world.ok('manager-1', 'policy.save', {
        idempotencyKey: aKey(),
        baseVersion: current.version,
        policy: { ...policy, survey: defaultPolicy.survey },
        note: '先不问了',
        applyTo: 'running',
      })
      expect((await sent('resident-1'))?.questionnaire.questions).toEqual([tidy, why])

      const answer = (more: MoreAnswers) => ({ ticketId, idempotencyKey: aKey(), ...satisfied, more })
      const strays: readonly MoreAnswers[] = [{ tidy: 'x' }, { why: '墙角' }, { tidy: 5, why: '墙角' }, { other: true }]
      for (const more of strays)
        expect(await world.refusal('resident-1', 'survey.answer', answer(more))).toBe('invalidRequest')
      expect(await world.ok('resident-1', 'survey.answer', answer({ tidy: 2, why: '墙角' }))).toEqual({
        state: 'closed',
      })
      const { timeline } = await world.get('clerk-1', ticketId)
      expect(timeline.find(({ type }) => type === 'surveyAnswered')?.text).toContain(
        '收拾得干净吗？2 分；哪里没收拾？墙角',
      )

      // What is filed under the newer rules is asked nothing more.
      await world.verified('resident-2', { placeId: world.ids('room-102') })
      expect((await sent('resident-2'))?.questionnaire).toEqual({ words: {}, questions: [] })
    },
    { policy: { ...defaultPolicy, survey } },
  )
})
