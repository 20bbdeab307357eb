import { actRequest, type ActCommand } from '../../../types/contract/commands'
import type { TicketView } from '../../../types/contract/ticket-views'
import { actForms, doneWord, submitWord, thenDispatch } from './act-forms'
import { actSteps, checkStep, messageFor } from './act-steps'
import { shownFields, type Values } from './fields'
import { moneyOf, settledMoney } from './money'

/** Of a ticket, what the forms of completing and verifying begin with. */
const completing = {
  photos: { before: [], after: [] },
  usual: { factor: 'equipment', verdict: 'substantiated', responsibleParty: 'own', phrases: [] },
  completion: { factor: 'material', detail: '密封圈', verdict: 'substantiated', responsibleParty: 'developer' },
} as unknown as TicketView

const check = (command: ActCommand, values: Values) =>
  actSteps(command, values).map(step => checkStep(step, 'ticket-1', 'key-00000001'))
const requests = (command: ActCommand, values: Values) =>
  check(command, values).map(checked => (checked.ok ? checked.request : checked.messages))

describe('every form', () => {
  it('enters only fields that its command has, so that nothing is lost on the way', () => {
    const shapes = new Map(
      actRequest.def.options.map(option => [option.def.shape.command.def.values[0], Object.keys(option.def.shape)]),
    )
    for (const command of Object.keys(actForms) as ActCommand[]) {
      const own = actForms[command].fields
        .flatMap(field => (field.control === 'dispatch' ? [field.name, field.departmentName] : [field.name]))
        .filter(name => !name.startsWith('dispatch.') && !name.startsWith('then.'))
        .map(name => name.split('.')[0])
      expect(shapes.get(command)).toEqual(expect.arrayContaining(own))
    }
  })
})

describe('what a form sends', () => {
  it('puts nested fields together and leaves out what is empty', () => {
    const values = {
      summary: '已修好',
      'cause.factor': 'equipment',
      'cause.detail': '',
      verdict: 'substantiated',
      responsibleParty: 'own',
      cost: '12.50',
      photos: [],
    }
    expect(requests('complete', values)).toEqual([
      {
        ticketId: 'ticket-1',
        idempotencyKey: 'key-00000001',
        command: 'complete',
        summary: '已修好',
        cause: { factor: 'equipment' },
        verdict: 'substantiated',
        responsibleParty: 'own',
        cost: 12.5,
      },
    ])
  })

  it('sends what is filled in and folded away, and shows one line for it (D-CL-5)', () => {
    const initial = actForms.complete.initial?.(completing) ?? {}
    expect(shownFields(actForms.complete.fields, initial).map(({ name }) => name)).toEqual([
      'photos',
      'summary',
      'then.unfolded',
      'cost',
    ])
    const line = actForms.complete.fields.find(({ control }) => control === 'fold')
    expect(line?.control === 'fold' && line.summary(initial)).toBe('设备 · 属实 · 物业（可改）')
    expect(requests('complete', { ...initial, summary: '已修好' })[0]).toMatchObject({
      cause: { factor: 'equipment' },
      verdict: 'substantiated',
      responsibleParty: 'own',
    })
    const opened = shownFields(actForms.complete.fields, { ...initial, 'then.unfolded': true })
    expect(opened.map(({ name }) => name)).toEqual([
      'photos',
      'summary',
      'cause.factor',
      'cause.detail',
      'verdict',
      'responsibleParty',
      'cost',
    ])
  })

  it('folds nothing away that is missing: an older answer that is kept may not say what is usual', () => {
    const shown = shownFields(actForms.complete.fields, {}).map(({ name }) => name)
    expect(shown).toEqual(expect.arrayContaining(['cause.factor', 'verdict', 'responsibleParty']))
    expect(shown).not.toContain('then.unfolded')
  })

  it('sends a correction with the verification only where somebody has opened it', () => {
    const initial = actForms.verify.initial?.(completing) ?? {}
    expect(requests('verify', initial)).toEqual([
      { ticketId: 'ticket-1', idempotencyKey: 'key-00000001', command: 'verify' },
    ])
    expect(requests('verify', { ...initial, 'then.unfolded': true, verdict: 'partly' })[0]).toMatchObject({
      cause: { factor: 'material', detail: '密封圈' },
      verdict: 'partly',
      responsibleParty: 'developer',
    })
  })

  it('names each missing field in the words of the contract', () => {
    const [messages] = requests('complete', {})
    expect(messageFor(messages as Record<string, string>, 'summary')).toBe('请补充处理情况')
    for (const name of ['cause.factor', 'verdict', 'responsibleParty'])
      expect(messageFor(messages as Record<string, string>, name)).toContain('选择')
  })

  it('says what is wrong with a sum that is none', () => {
    const [messages] = requests('complete', { cost: '很多' })
    expect(messageFor(messages as Record<string, string>, 'cost')).toBe('费用的格式不正确，请重新填写')
  })

  it('is triage and dispatch in one sitting', () => {
    const values = {
      category: 'lift',
      urgency: 'urgent',
      severity: 'ordinary',
      [thenDispatch]: true,
      'dispatch.departmentId': 'd1',
      'dispatch.requirement': '今天内到场',
    }
    expect(actSteps('triage', values).map(({ command, fields }) => [command, fields])).toEqual([
      ['triage', { category: 'lift', urgency: 'urgent', severity: 'ordinary' }],
      ['dispatch', { departmentId: 'd1', requirement: '今天内到场' }],
    ])
    expect(actSteps('triage', { ...values, [thenDispatch]: false }).map(({ command }) => command)).toEqual(['triage'])
  })

  it('shows the messages of the second step at its own fields', () => {
    const [, second] = check('triage', {
      category: 'lift',
      urgency: 'urgent',
      [thenDispatch]: true,
      'dispatch.requirement': '很长'.repeat(200),
    })
    expect(second?.ok === false && messageFor(second.messages, 'dispatch.requirement')).toContain(
      '处理要求最多 200 个字',
    )
  })

  it('sends a callback with answers only when somebody answered (D-CB-1)', () => {
    const answers = { 'answers.solved': true, 'answers.reception': 5, 'answers.measures': 4, 'answers.result': 4 }
    expect(requests('recordCallback', { result: 'unreached', text: '无人接听。', ...answers })).toEqual([
      {
        ticketId: 'ticket-1',
        idempotencyKey: 'key-00000001',
        command: 'recordCallback',
        result: 'unreached',
        text: '无人接听。',
      },
    ])
    expect(requests('recordCallback', { result: 'answered', ...answers })[0]).toMatchObject({
      answers: { solved: true, reception: 5, measures: 4, result: 4 },
    })
    const [missing] = requests('recordCallback', { result: 'answered' })
    expect(Object.keys(missing as Record<string, string>)).toContain('answers.solved')
  })
})

describe('fields', () => {
  it('ask for reasons only where somebody is not happy', () => {
    const names = (values: Values) => shownFields(actForms.recordCallback.fields, values).map(({ name }) => name)
    expect(names({ result: 'answered', 'answers.solved': true, 'answers.result': 5 })).not.toContain('answers.reasons')
    expect(names({ result: 'answered', 'answers.solved': false })).toContain('answers.reasons')
    expect(names({ result: 'answered', 'answers.result': 2 })).toContain('answers.reasons')
    expect(names({ result: 'unreached', 'answers.solved': false })).not.toContain('answers.reasons')
  })
})

describe('the words of a form', () => {
  it('say that triage goes on to dispatch', () => {
    expect(submitWord('triage', { [thenDispatch]: true })).toBe('受理并派单')
    expect(submitWord('triage', {})).toBe('受理分类')
    expect([doneWord('triage', { [thenDispatch]: true }), doneWord('triage', {})]).toEqual(['已受理并派单', '已受理'])
    expect(submitWord('reply', {})).toBe('发送回复')
  })
})

describe('money', () => {
  it('stays words as long as it is being typed', () => {
    expect(['12', '12.', '12.5', '12.50', 'x', ''].map(moneyOf)).toEqual([12, '12.', 12.5, '12.50', 'x', ''])
    expect(['12.', '12.50', 'x', 12].map(settledMoney)).toEqual([12, 12.5, 'x', 12])
  })
})
