/**
 * Wordings that are needed again and again (D-HD-6). What has still to be filled in is marked 「___」, and a form does not
 * send it like that (see holes.ts).
 */
export const replyTemplates = [
  '您好，您反映的问题已收到，我正在安排，稍后给您答复。',
  '您好，我预计今天上门查看，出发前会先与您联系。',
  '您好，已到现场查看，情况是：___。',
  '您好，需要等配件到货，预计 ___ 到。到货后第一时间处理，给您添麻烦了。',
  '您好，问题已处理好，请您看看是否满意，有任何问题请随时告诉我们。',
] as const

export const completionTemplates = [
  '已到现场处理，恢复正常。',
  '已更换损坏部件，试用正常。',
  '已与业主当面说明并取得理解。',
] as const

export const returnTemplates = ['不在我负责的楼栋。', '需要其他专业处理：___。', '目前无法到场，请改派。'] as const

export const transferTemplates = [
  '需要对方的专业处理。',
  '对方正在现场，处理更快。',
  '我即将休假，交由同事继续。',
] as const

export const rejectTemplates = [
  '现场复核，问题仍然存在：___。',
  '照片看不出处理结果，请补充。',
  '业主反映没有解决：___。',
] as const

/** D-IN-10: said clearly, and what is done all the same. */
export const declineTemplates = [
  '感谢您的反映。这件事不属于物业的职责范围，建议联系 ___。如需协助请随时告诉我们。',
  '感谢您的反映。这件事由第三方负责，我们已转告并会跟进，有消息马上告诉您。',
  '您反映的问题我们已在另一张工单里处理，进展会一并告诉您。',
] as const

export const superviseTemplates = [
  '请尽快联系业主并说明进展。',
  '请今天内给出处理方案。',
  '时限已过，请说明原因和完成时间。',
] as const

export const callbackTemplates = ['无人接听。', '号码关机或停机。', '业主表示稍后再联系。'] as const
