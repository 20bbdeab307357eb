import { defaultPolicy } from '../../cloud/domain/policy/model/default-policy'
import type { MoreAnswers } from '../../types/contract/questionnaire'
import type { RequestOf } from '../../types/contract'
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

  tell(
    'a call that is broken off keeps every answer that was given, and no other (D-CB-12)',
    async world => {
      const onBehalf = { channel: 'phone', name: '王阿姨', phone: '13900001234' } as const
      const begun = async () => {
        const ticketId = await world.file('clerk-1', { onBehalf })
        await world.finish(ticketId)
        const { items } = await world.ok('clerk-2', 'callback.list', {})
        return { ticketId, taskId: items.find(one => one.ticketId === ticketId)?.taskId ?? 'none' }
      }
      const partial = (taskId: string, answers: RequestOf<'callback', 'record'>['answers']) =>
        ({ taskId, idempotencyKey: aKey(), outcome: 'partial', answers }) as const
      const said = async (ticketId: string, type: string) =>
        (await world.get('clerk-1', ticketId)).timeline.filter(one => one.type === type).at(-1)?.text

      // Nothing is decided yet: what was said stands with the call.
      const open = await begun()
      const stray = partial(open.taskId, { reception: 4, more: { why: '墙角' } })
      expect(await world.refusal('clerk-2', 'callback.record', stray)).toBe('invalidRequest')
      const first = partial(open.taskId, { reception: 4, more: { tidy: 2, why: '墙角' } })
      expect(await world.ok('clerk-2', 'callback.record', first)).toEqual({ state: 'callback' })
      const text = '接待满意；收拾得干净吗？2 分；哪里没收拾？墙角'
      expect(await said(open.ticketId, 'callbackAttempted')).toBe(text)

      // Solved, and how it came out: that decides, and the rest goes with it.
      const decided = partial(open.taskId, { solved: true, result: 5, measures: 4, more: { tidy: 5 } })
      expect(await world.ok('clerk-2', 'callback.record', decided)).toEqual({ state: 'closed' })
      expect(await said(open.ticketId, 'surveyAnswered')).toBe('已解决；办法满意，结果非常满意；收拾得干净吗？5 分')
      const { rounds } = await world.ticket(open.ticketId)
      expect(rounds[0]?.answers).toMatchObject([{ answers: { reception: null, measures: 4, more: { tidy: 5 } } }])
    },
    { policy: { ...defaultPolicy, survey } },
  )
})
