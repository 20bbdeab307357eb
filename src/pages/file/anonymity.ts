import type { FileDraft } from './draft'

/** What somebody who files can know of being hidden, where the choice is made (D-IN-3). */
export interface Anonymity {
  /** What staff can't see, then what they see all the same; null: nothing is hidden. */
  hidden: string | null
  seen: string
}

interface Chosen extends Pick<FileDraft, 'anonymous' | 'roomMayBeKnown'> {
  /** The chosen place is a room of one's own. */
  atHome: boolean
  /** Hidden by the category, whatever is chosen. */
  neighbourDispute: boolean
}

export function anonymityOf({ anonymous, roomMayBeKnown, atHome, neighbourDispute }: Chosen): Anonymity {
  if (!anonymous && !neighbourDispute) return { hidden: null, seen: '处理人员能看到您的姓名，方便和您联系' }
  // A neighbour dispute is hidden from the steward; those who have to settle it know who it was.
  const who = anonymous ? '处理人员' : '管家'
  if (roomMayBeKnown && atHome) {
    return {
      hidden: `${who}看不到您的姓名和电话`,
      seen: '看得到您家的房号，会猜到是您；您写的文字、照片和录音也看得到',
    }
  }
  return {
    hidden: `${who}看不到您的姓名、电话和房号`,
    seen: `看得到${atHome ? '是哪一栋楼' : '公共区域的位置'}，也看得到您写的文字、照片和录音，请不要在里面写明身份`,
  }
}
