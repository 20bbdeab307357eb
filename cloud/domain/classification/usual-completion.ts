import type { CauseFactor, ResponsibleParty, Verdict } from '../../../types/vocabulary'
import type { CompiledPolicy } from '../policy/compile/compile'

/** What the completion of a common matter says (D-CL-5), to begin from: the desk corrects it when it verifies. */
export interface UsualCompletion {
  readonly factor: CauseFactor
  readonly verdict: Verdict
  readonly responsibleParty: ResponsibleParty
  /** Whole sentences about what was done; one tap each (D-HD-6). */
  readonly phrases: readonly string[]
}

const usual = (
  factor: CauseFactor,
  responsibleParty: ResponsibleParty,
  ...phrases: readonly string[]
): UsualCompletion => ({ factor, verdict: 'substantiated', responsibleParty, phrases })

/** By the ids of the default categories; what a company has added beneath one is completed as that one is. */
const byCategory: Readonly<Record<string, UsualCompletion>> = {
  engineering: usual('equipment', 'own', '已到现场修好，恢复正常。', '已更换损坏部件，试用正常。'),
  leak: usual('equipment', 'own', '已找到漏点并修好，试水不再渗漏。', '已更换损坏的接头，试水正常。'),
  lift: usual('equipment', 'own', '维保单位已检修，试运行正常。', '已更换故障部件，电梯恢复运行。'),
  power: usual('equipment', 'own', '已排除故障，恢复供电。', '已更换开关，用电恢复正常。'),
  lighting: usual('material', 'own', '已更换灯具，照明恢复正常。', '已修复线路，灯已经亮了。'),
  door: usual('equipment', 'own', '已修好，开关正常。', '已更换门锁，试用正常。'),
  pipe: usual('environment', 'own', '已疏通管道，排水恢复正常。', '已清理堵塞物，并打扫了现场。'),
  cleaning: usual('method', 'own', '已打扫干净，现场复查过。', '已清理完毕，并调整了保洁安排。'),
  rubbish: usual('method', 'own', '垃圾已清运，现场已打扫。', '已增加清运次数。'),
  greening: usual('method', 'own', '已修剪并清理现场。', '已补种，会继续养护。'),
  corridor: usual('people', 'own', '楼道已打扫干净。', '已提醒保洁按时打扫，并复查过。'),
  security: usual('method', 'own', '已到现场处理，秩序恢复。', '已安排加强巡查。'),
  parking: usual('environment', 'otherResident', '已联系车主挪车，通道恢复畅通。', '已安排加强巡查和提醒。'),
  noise: usual('environment', 'otherResident', '已到现场劝阻，声音已停。', '已说明可以施工的时间，对方同意遵守。'),
  pets: usual('environment', 'otherResident', '已联系养宠住户，对方同意改正。', '已清理现场，并安排提醒。'),
  safety: usual('equipment', 'own', '隐患已排除，现场已恢复。', '已围挡并修复，现场安全。'),
  service: usual('people', 'own', '已核实情况，并向业主说明。', '已当面致歉，业主表示理解。'),
  attitude: usual('people', 'own', '已核实情况，并当面致歉。', '已与当事员工谈话，并向业主致歉。'),
  fees: usual('method', 'own', '已核对并向业主说明。', '已更正，差额已处理。'),
  billing: usual('method', 'own', '已核对账单，并向业主逐项说明。', '已更正账单，差额已处理。'),
  neighbour: usual('environment', 'otherResident', '已与双方沟通，双方同意和解。', '已上门劝说，对方同意改正。'),
  developer: usual('material', 'developer', '开发商已修好，现场复查过。', '已转告开发商，维修已完成。'),
}

const otherwise = usual('method', 'own', '已处理好，恢复正常。', '已核实情况，并向业主说明。')

/** Fits every matter. */
const always = '已与业主当面说明并取得理解。'

/** What completing a matter of this category usually says: its own, else that of what it lies in. */
export function usualCompletionOf(category: string, policy: CompiledPolicy): UsualCompletion {
  const known = [...policy.lineage(category)].find(id => Object.hasOwn(byCategory, id))
  const found = (known === undefined ? undefined : byCategory[known]) ?? otherwise
  return { ...found, phrases: [...found.phrases, always] }
}
