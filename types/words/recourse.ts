/** Where a complainant may go who does not accept an outcome, unless the center has a text of its own (D-CB-11). */
export const usualRecourse =
  '如果您不认可，还可以找：物业公司总部品质管理部、业主委员会、街道办事处、12345 政务服务热线、住建（房管）部门，也可以依法向人民法院起诉。反映问题不收费，也不会影响您享受的任何服务。'
