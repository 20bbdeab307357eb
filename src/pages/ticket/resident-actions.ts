import type { Command } from '../../../types/vocabulary'
import type { IconName } from '@/ui/icon'

/** What a resident's screen can do with a ticket; whether it may is the server's `allowedActions`. */
export type ResidentCommand =
  | 'answerSurvey'
  | 'agree'
  | 'counter'
  | 'supplement'
  | 'urge'
  | 'reopen'
  | 'dispute'
  | 'withdraw'
  | 'undoMerge'

interface ResidentAction {
  command: ResidentCommand
  word: string
  icon: IconName
}

/** In the order in which they matter to the complainant. */
const order: readonly ResidentAction[] = [
  { command: 'answerSurvey', word: '去评价', icon: 'star' },
  { command: 'agree', word: '同意方案', icon: 'check' },
  { command: 'counter', word: '我有不同想法', icon: 'chat' },
  { command: 'supplement', word: '补充说明', icon: 'edit' },
  { command: 'urge', word: '催一催', icon: 'bell' },
  { command: 'reopen', word: '还没解决', icon: 'refresh' },
  { command: 'dispute', word: '我不认可', icon: 'chat' },
  { command: 'undoMerge', word: '不是同一件事', icon: 'close' },
  { command: 'withdraw', word: '撤回', icon: 'close' },
]

export const residentActions = (allowed: readonly Command[]): ResidentAction[] =>
  order.filter(({ command }) => allowed.includes(command))

export interface ActForm {
  command: 'counter' | 'supplement' | 'urge' | 'reopen' | 'dispute' | 'withdraw' | 'undoMerge'
  title: string
  label: string
  placeholder: string
  /** The field of `ticket.act` that carries the words. */
  field: 'text' | 'reason'
  required: boolean
  /** What photos show, where some can go with it; null: none can. */
  photos: string | null
  confirm: string
  /** Cannot be taken back. */
  danger?: boolean
  done: string
}

export const actForms: Record<ActForm['command'], ActForm> = {
  counter: {
    command: 'counter',
    title: '说说您的想法',
    label: '您希望怎么改',
    placeholder: '如：时间能不能改到周六上午',
    field: 'text',
    required: true,
    photos: null,
    confirm: '发给处理人员',
    done: '已告诉处理人员，会重新和您商量',
  },
  supplement: {
    command: 'supplement',
    title: '补充说明',
    label: '补充什么',
    placeholder: '新情况、方便上门的时间，都可以写在这里',
    field: 'text',
    required: true,
    photos: '补充的照片',
    confirm: '发送',
    done: '已发给处理人员',
  },
  urge: {
    command: 'urge',
    title: '催一催',
    label: '想说的话（选填）',
    placeholder: '如：现在漏得更厉害了',
    field: 'text',
    required: false,
    photos: null,
    confirm: '催一催',
    done: '已提醒处理人员，抱歉让您等了',
  },
  reopen: {
    command: 'reopen',
    title: '还没解决？我们重新处理',
    label: '哪里还没解决',
    placeholder: '如：修好两天又漏了',
    field: 'reason',
    required: true,
    photos: '现在的照片',
    confirm: '请重新处理',
    done: '已重新处理，会有人联系您',
  },
  dispute: {
    command: 'dispute',
    title: '请品质管理部复查',
    label: '您不认可什么',
    placeholder: '如：楼上漏水是公共管道的问题，应该由物业修',
    field: 'text',
    required: true,
    photos: '现在的照片',
    confirm: '请他们复查',
    done: '已转品质管理部复查，会答复您',
  },
  withdraw: {
    command: 'withdraw',
    title: '撤回这件事？',
    label: '原因（选填）',
    placeholder: '如：已经自己解决了',
    field: 'reason',
    required: false,
    photos: null,
    confirm: '确定撤回',
    danger: true,
    done: '已撤回，需要时随时再反映',
  },
  undoMerge: {
    command: 'undoMerge',
    title: '和邻居说的不是同一件事？',
    label: '哪里不一样（选填）',
    placeholder: '如：邻居说的是 1 号梯，我说的是 2 号梯',
    field: 'reason',
    required: false,
    photos: null,
    confirm: '单独处理我这件',
    done: '好的，会单独处理您这件事',
  },
}
