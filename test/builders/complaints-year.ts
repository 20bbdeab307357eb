import { specialOf } from '../../cloud/domain/policy/model/special'
import { type Complaint, hotspotAt } from '../../cloud/domain/special/hotspot'
import { chance } from '../../cloud/host/demo/chance'
import { day, monday9 } from './clock'

/** One complaint of the year, with what only the generator knows. */
export interface Told extends Complaint {
  readonly at: number
  readonly category: string
  readonly building: string
  /** It is the one that completes this planted cluster, which began with these. */
  readonly completes?: readonly string[]
}

/** By category: what is complained of, and what is wrong with it. */
const matters: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  lift: [
    ['一单元电梯', '停在中间不动'],
    ['货梯', '关门时夹到推车'],
    ['轿厢灯管', '一闪一闪看着头晕'],
    ['七楼的呼梯按钮', '按下去弹不起来'],
    ['电梯空调', '滴水湿了半个地面'],
    ['紧急对讲', '没有声音叫不到人'],
    ['候梯厅地砖', '翘起来绊脚'],
    ['轿厢镜子', '裂成两半割手'],
    ['电梯广告屏', '音量吵得受不了'],
    ['年检标志', '过期三个月'],
    ['轿厢地毯', '发霉有股怪味'],
    ['顶层机房', '半夜咔咔作响'],
  ],
  rubbish: [
    ['楼下垃圾桶', '溢出来流了一地'],
    ['旧沙发', '在过道扔了半个月'],
    ['厨余桶盖子', '被踩断合不上'],
    ['电梯口纸箱', '堆得像小山'],
    ['楼梯间烟头', '满地都是'],
    ['装修沙袋', '挡住消防栓'],
    ['狗屎', '踩得到处是脚印'],
    ['绿化带外卖盒', '引来老鼠'],
    ['分类亭洗手池', '堵了发臭'],
    ['清运车', '清晨五点倒车喊话'],
    ['天台旧花盆', '刮风要掉下来'],
    ['玻璃碎渣', '散在儿童滑梯旁边'],
  ],
  noise: [
    ['地库风机', '凌晨嗡嗡震个不停'],
    ['顶楼水泵', '隔十分钟吼一声'],
    ['广场舞音响', '开到十一点'],
    ['餐馆排烟管', '对着卧室窗户轰鸣'],
    ['夜间施工队', '敲墙敲到后半夜'],
    ['快递三轮车', '狂按喇叭'],
    ['变压器箱', '低频让人心慌'],
    ['楼上麻将桌', '洗牌咣当到天亮'],
    ['隔壁钢琴', '每晚同一首曲子'],
    ['门禁语音播报', '整夜喊欢迎光临'],
    ['健身房杠铃', '砸得天花板掉灰'],
    ['空调外机支架', '共振得像拖拉机'],
  ],
  parking: [
    ['东门道闸', '识别不出车牌'],
    ['固定车位', '被陌生面包车霸占'],
    ['消防通道', '停满过夜货车'],
    ['三号充电桩', '插上去跳红灯'],
    ['访客预约', '到门口还要扫码缴押金'],
    ['坡道减速带', '螺丝扎破轮胎'],
    ['非机动车棚', '顶棚塌下一角'],
    ['车位地锁', '遥控失灵升着挪不开'],
    ['反光镜', '朝着天看不见来车'],
    ['月租费', '和公示牌差五十块'],
    ['地库积水', '没过脚面'],
    ['监控死角', '车门被划一道长印'],
  ],
}
const categories = Object.keys(matters)
/** Between thing and trouble. */
const between = ['', '', '又', '现在', '还是', '突然']
/** What stands around it: courtesies and circumstances that everybody says … */
const beginnings = [
  '',
  '',
  '您好，',
  '物业你好，',
  '又来反映一次，',
  '昨天打过电话，',
  '群里好几户都在说，',
  '早晚高峰，',
  '下雨之后，',
]
const endings = ['', '', '，请尽快处理', '，麻烦安排人看看', '，家里有老人很不方便', '，希望给个说法', '，谢谢']
/** … and asides, of which each says another. */
const asides = {
  who: [
    '装修师傅',
    '保洁阿姨',
    '快递小哥',
    '我妈',
    '孩子同学',
    '遛狗的大爷',
    '送奶工',
    '亲戚',
    '租客',
    '值夜保安',
    '班长',
    '买菜回来的姐姐',
  ],
  does: ['看到', '听见', '碰上', '拍下', '问起', '躲开', '记下', '说起', '踩到', '闻到', '撞见', '提到'],
  then: [
    '直摇头',
    '三回了',
    '还录像',
    '险些滑倒',
    '吓一跳',
    '绕路走',
    '写在本子上',
    '跑去前台',
    '笑出声',
    '不敢靠近',
    '帮忙挪开',
    '发了脾气',
  ],
}

/** Who tells which time where. */
type Tells = (name: string, time: number, slot: Slot) => { readonly who: string; readonly building: string }
const here: Tells = (name, time, { building }) => ({ who: `${name}-${time}`, building })

/** What is nearly hot, with the days on which it is told. */
const decoys: readonly (readonly [string, readonly number[], Tells])[] = [
  ['one person again and again', [0, 3, 6], (name, _, { building }) => ({ who: name, building })],
  ['two people', [0, 3], here],
  ['three people in two months', [0, 20, 40], here],
  ['three buildings', [0, 1, 2], (name, time) => ({ who: `${name}-${time}`, building: `${name} ${time}` })],
]

export interface YearShape {
  readonly tickets: number
  readonly clusters: number
  readonly buildings: number
}

interface Slot {
  readonly category: string
  readonly building: string
  readonly thing: string
  readonly trouble: string
}

/**
 * A year of complaints (D-SP-2): most are each about something of their own, planted clusters are one matter told in other words
 * by three to five people within a month, and decoys nearly are: one person again and again, two people, three in two
 * months, three in as many buildings.
 */
export function complaintsYear({ tickets, clusters, buildings }: YearShape, seed: number): readonly Told[] {
  const dice = chance(seed)
  const told: Told[] = []
  const taken = new Map<string, number[]>()
  const keyOf = ({ category, building, thing, trouble }: Slot) => [category, building, thing, trouble].join()
  const aside = () =>
    dice.happens(0.3) ? `，${dice.pick(asides.who)}${dice.pick(asides.does)}${dice.pick(asides.then)}` : ''
  const words = ({ thing, trouble }: Slot): string =>
    [dice.pick(beginnings), thing, dice.pick(between), trouble, aside(), dice.pick(endings)].join('')
  const slot = (): Slot => {
    const category = dice.pick(categories)
    const [thing, trouble] = dice.pick(matters[category] ?? [])
    return { category, building: `b${dice.between(1, buildings)}`, thing, trouble }
  }
  /** A matter that nobody has told of, and nobody will, for two months on both sides. */
  const fresh = (at: number): Slot => {
    for (let tries = 0; tries < 1_000; tries += 1) {
      const one = slot()
      const others = taken.get(keyOf(one)) ?? []
      if (others.some(other => Math.abs(other - at) < 62 * day)) continue
      taken.set(keyOf(one), [...others, at])
      return one
    }
    throw new Error('the year is too full for so many matters of their own')
  }
  const tell = (at: number, complainant: string, where: Slot, text: string, completes?: readonly string[]): string => {
    const id = `t${told.length}`
    const { category, building } = where
    const known = { id, number: id, complainant, raised: false, severity: 'ordinary' as const }
    told.push({ ...known, at, category, building, text, ...(completes ? { completes } : {}) })
    return id
  }
  const someday = () => monday9 + dice.between(0, 300 * day)
  for (let made = 0; made < clusters; made += 1) {
    const at = someday()
    const one = fresh(at)
    const first: string[] = []
    const people = dice.between(3, 5)
    for (let n = 0; n < people; n += 1)
      first.push(tell(at + n * 6 * day, `cluster-${made}-${n}`, one, words(one), n === 2 ? [...first] : undefined))
    for (const [name, days, tells] of decoys) {
      const when = someday()
      const told = fresh(when)
      for (const [n, after] of days.entries()) {
        const { who, building } = tells(`${name}-${made}`, n, told)
        tell(when + after * day, who, { ...told, building }, words(told))
      }
    }
  }
  while (told.length < tickets) {
    const at = monday9 + dice.between(0, 364) * day
    const one = fresh(at)
    tell(at, `person-${told.length}`, one, words(one))
  }
  return [...told].sort((one, other) => one.at - other.at)
}

const figures = specialOf({})

/** What is found over a year, complaint by complaint as they are filed: which tickets each rests on. */
export function foundIn(year: readonly Told[]): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, { at: number; complaint: Complaint }[]>()
  const found = new Map<string, readonly string[]>()
  for (const one of year) {
    const place = `${one.category} ${one.building}`
    const month = (before.get(place) ?? []).filter(({ at }) => at >= one.at - figures.hotDays * day)
    const cluster = hotspotAt(
      one,
      month.map(({ complaint }) => complaint),
      figures,
    )
    if (cluster)
      found.set(
        one.id,
        cluster.map(({ id }) => id),
      )
    before.set(place, [...month, { at: one.at, complaint: { ...one, raised: cluster !== null } }])
  }
  return found
}

/** A hundred complaints of such a year, to be filed. */
export const matterTexts = (seed: number): readonly Pick<Told, 'category' | 'text'>[] =>
  complaintsYear({ tickets: 100, clusters: 1, buildings: 40 }, seed)
