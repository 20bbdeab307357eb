import type { CauseFactor, Kind, ResponsibleParty, Verdict } from '../../../types/vocabulary'
import type { PictureName } from './pictures'

/** One kind of thing that goes wrong in an estate, with how it is answered and mended. */
export interface Matter {
  readonly kind: Kind
  readonly category: string
  /** `room`: at the filer's own door; else a public area's key after the building's, or of the estate. */
  readonly where: 'room' | 'lobby' | 'lift' | 'estate'
  readonly text: string
  readonly reply: string
  readonly summary: string
  readonly factor: CauseFactor
  readonly verdict: Verdict
  readonly party: ResponsibleParty
  readonly picture?: PictureName
}

const matter = (
  kind: Kind,
  category: string,
  where: Matter['where'],
  [text, reply, summary]: readonly [string, string, string],
  factor: CauseFactor,
  extra: Partial<Pick<Matter, 'verdict' | 'party' | 'picture'>> = {},
): Matter => ({ kind, category, where, text, reply, summary, factor, verdict: 'substantiated', party: 'own', ...extra })

/** What residents of the demo's estate bring up, most usual first. */
export const matters: readonly Matter[] = [
  matter(
    'request',
    'leak',
    'room',
    [
      '厨房水槽下面一直滴水，地上已经积水了，麻烦尽快来看看。',
      '您好，已经联系维修师傅，上午就到您家，请先关一下水槽下的角阀。',
      '更换了水槽下的软管和角阀垫圈，试水半小时没有再漏。',
    ],
    'material',
    { picture: 'leak' },
  ),
  matter(
    'complaint',
    'lift',
    'lift',
    [
      '电梯运行时有很大的响声，到三楼还会抖一下，老人孩子坐着害怕。',
      '已经通知维保单位今天到场检查，检查期间会在轿厢里贴提示。',
      '维保单位更换了磨损的导靴并重新润滑导轨，试运行一天没有异响。',
    ],
    'equipment',
  ),
  matter(
    'complaint',
    'corridor',
    'lobby',
    [
      '楼道里堆了很多快递箱和旧家具，好几天没人清理，过道都窄了。',
      '谢谢您告诉我们，今天下午安排保洁清理，并联系堆放的住户。',
      '已清走纸箱，旧家具由住户搬回，楼道恢复畅通，保洁每天加一次巡查。',
    ],
    'people',
    { picture: 'boxes' },
  ),
  matter(
    'request',
    'lighting',
    'lobby',
    [
      '大堂门口的灯坏了三天了，晚上进门看不清台阶。',
      '收到，维修师傅今天傍晚前更换。',
      '更换了门口两盏感应灯，并检查了整条线路，晚上复看正常。',
    ],
    'equipment',
    { picture: 'lamp' },
  ),
  matter(
    'complaint',
    'noise',
    'room',
    [
      '楼上装修从早上七点就开始敲墙，周末也不停，家里有小孩要午睡。',
      '已经和装修负责人沟通，提醒只能在规定时间施工。',
      '与装修户当面确认施工时间，签了承诺书，这周复查没有再超时。',
    ],
    'environment',
    { party: 'otherResident' },
  ),
  matter(
    'request',
    'door',
    'lobby',
    [
      '单元门禁刷卡没有反应，要等别人开门才能进。',
      '师傅已经在路上，先把门设成常开，安排保安看守。',
      '更换门禁读卡器，重新登记了本单元住户的卡，测试正常。',
    ],
    'equipment',
  ),
  matter(
    'complaint',
    'parking',
    'estate',
    [
      '有外来车辆长期占着我们的车位，找保安也没有解决。',
      '已经核对车牌并联系车主，今天会挪走。',
      '外来车辆已驶离，岗亭增加了登记核对，这个车位装了提示牌。',
    ],
    'method',
  ),
  matter(
    'request',
    'pipe',
    'room',
    [
      '卫生间下水特别慢，有时还往上返味。',
      '疏通师傅今天下午两点到，请家里留人。',
      '用疏通机清理了主管道的堵塞物，并更换了地漏水封。',
    ],
    'environment',
  ),
  matter(
    'complaint',
    'rubbish',
    'estate',
    [
      '垃圾桶满了没人收，夏天味道很大，苍蝇也多。',
      '清运车今天加了一趟，下午就清走。',
      '已清运并冲洗消杀，清运改为早晚各一次。',
    ],
    'method',
    { picture: 'bin' },
  ),
  matter(
    'consultation',
    'billing',
    'room',
    [
      '这个月的物业费比上个月多了一些，想问问是怎么算的。',
      '您好，这个月含了公共水电的分摊，明细我发给您，有疑问随时问我。',
      '已把费用明细和分摊表发给业主，并电话说明，业主表示清楚了。',
    ],
    'method',
    { verdict: 'unsubstantiated', party: 'nobody' },
  ),
  matter(
    'suggestion',
    'greening',
    'estate',
    [
      '建议在儿童游乐区旁边种些遮阴的树，夏天太晒了。',
      '谢谢您的好建议，我们和绿化单位研究一下，一周内答复您。',
      '已列入春季补种计划，先装两把遮阳伞。',
    ],
    'environment',
    { party: 'nobody' },
  ),
  matter(
    'complaint',
    'pets',
    'estate',
    [
      '有人遛狗不牵绳，孩子差点被扑到。',
      '已安排秩序员在早晚高峰巡查，并在群里提醒。',
      '找到养犬住户当面提醒，张贴了文明养犬告示，增加巡查。',
    ],
    'people',
    { party: 'otherResident' },
  ),
  matter(
    'request',
    'power',
    'room',
    [
      '家里突然跳闸，合上又跳，冰箱里的东西怕坏。',
      '电工十五分钟内到，请先不要再合闸。',
      '查出厨房插座受潮短路，更换插座后恢复供电，已测漏电保护。',
    ],
    'equipment',
  ),
  matter(
    'complaint',
    'attitude',
    'estate',
    [
      '昨天去前台办事，工作人员爱答不理，让我等了二十多分钟。',
      '非常抱歉，我们已经了解情况，会给您一个说法。',
      '调看当天记录，向业主当面道歉，并对前台做了服务礼仪复训。',
    ],
    'people',
  ),
  matter(
    'praise',
    'attitude',
    'estate',
    [
      '门岗的师傅帮我把重东西送到家门口，特别感谢。',
      '谢谢您的鼓励，我们会转告他。',
      '已在班前会上表扬，并记入员工档案。',
    ],
    'people',
    { party: 'nobody' },
  ),
  matter(
    'complaint',
    'safety',
    'lobby',
    [
      '消防通道的门被锁上了，万一有事怎么办。',
      '已经让秩序员马上打开，今天内查清原因。',
      '已拆除门锁改装推杆锁，全小区消防门排查一遍。',
    ],
    'method',
  ),
  matter(
    'complaint',
    'neighbour',
    'room',
    [
      '楼上晚上十一点以后还有人走来走去、拖椅子，想请你们帮忙说说。',
      '理解您的心情，我们会单独和楼上沟通，不会提到您。',
      '已和楼上住户沟通，对方在椅脚加了静音垫，双方都认可。',
    ],
    'people',
    { party: 'otherResident' },
  ),
  matter(
    'request',
    'leak',
    'room',
    [
      '天花板有一片水渍，还在往外扩，怀疑是楼上漏水。',
      '已联系楼上住户，师傅今天一起上门查看。',
      '楼上淋浴房防水失效，已重做防水并做闭水试验，水渍待干后免费粉刷。',
    ],
    'material',
    { picture: 'stain', party: 'otherResident' },
  ),
]

/** What somebody says who is not content, and what is then done. */
export const secondTries = [
  { said: '修完第二天又出现了', done: '重新检查并更换了整套配件，留师傅电话，三天后回访正常。' },
  { said: '只是临时处理，没有解决根本问题', done: '和工程部一起重新制定方案，彻底处理后请业主现场确认。' },
] as const
