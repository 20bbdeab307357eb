import type { Question } from '../contract/questionnaire'

/**
 * What most estates ask every quarter, to begin with. The ids stay the same for ever: by them one survey is compared with the next
 * (D-CB-7).
 */
export const usualQuestions: readonly Question[] = [
  { id: 'overall', type: 'rating', words: '您对小区的物业服务总体满意吗？', plainWords: '物业服务您满意吗？' },
  { id: 'cleaning', type: 'rating', words: '楼道、电梯和小区里打扫得怎么样？', plainWords: '打扫得怎么样？' },
  { id: 'repairs', type: 'rating', words: '报修以后修得及时、修得好吗？', plainWords: '修东西快不快、好不好？' },
  { id: 'security', type: 'rating', words: '门岗、巡逻和停车管理怎么样？', plainWords: '保安和停车怎么样？' },
  { id: 'wish', type: 'text', words: '您最希望我们改进什么？', plainWords: '最想改什么？' },
]
