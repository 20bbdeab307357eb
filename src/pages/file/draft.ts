import { account } from '../../../types/contract/account'
import { parse } from '../../../types/contract/parse'
import { fileRequest, type FileRequest } from '../../../types/contract/ticket'
import type { FieldMessages } from '../../../types/errors'
import { kindLabels, type FamilyRelation, type Kind } from '../../../types/vocabulary'
import { broken, mediaIdsOf, type PickedMedia } from '@/data/upload/picked-media'
import { scanPlace, type Where } from './where'

/** A filing as far as it is written; kept on the device at each change (D-IN-5). */
export interface FileDraft extends Where {
  /** Made once, with the draft; every retry carries it, so that one filing stays one ticket. */
  idempotencyKey: string
  kind: Kind | null
  category: string | null
  /** Danger right now, as the resident says. */
  emergency: boolean
  text: string
  expectation: string
  media: readonly PickedMedia[]
  anonymous: boolean
  /** D-IN-3: whether staff may know the room of somebody who is hidden. */
  roomMayBeKnown: boolean
  name: string
  phone: string
  /** For whom it is (D-AC-2): oneself, somebody of the household by account, or somebody else of the family. */
  forWhom: ForWhom
  familyName: string
  familyRelation: FamilyRelation | null
  /** The others of the household do not follow it. */
  keptToMyself: boolean
}

export type ForWhom = { is: 'me' } | { is: 'member'; personId: string } | { is: 'named' }

/** What a page opened with: a quick kind of the home page, a place of a QR code. */
export interface Preset {
  kind?: Kind
  placeId?: string
}

interface Filer {
  name: string
  phone: string | null
  rooms: readonly { placeId: string }[]
}

export const emptyDraft = (idempotencyKey: string, filer: Filer | null, preset: Preset = {}): FileDraft => ({
  idempotencyKey,
  kind: preset.kind ?? null,
  category: null,
  emergency: false,
  placeId: preset.placeId ?? filer?.rooms[0]?.placeId ?? null,
  placeGroup: null,
  placeText: '',
  placeTextAside: '',
  text: '',
  expectation: '',
  media: [],
  anonymous: false,
  roomMayBeKnown: false,
  name: filer?.name ?? '',
  phone: filer?.phone ?? '',
  forWhom: { is: 'me' },
  familyName: '',
  familyRelation: null,
  keptToMyself: false,
})

/** Whether somebody has put work into it; an untouched form is not worth offering again. */
export const isWorthKeeping = ({ category, text, expectation, placeGroup, placeText, media }: FileDraft): boolean =>
  category !== null ||
  placeGroup !== null ||
  [text, expectation, placeText].some(words => words.trim() !== '') ||
  media.length > 0

/** Opened again with a code or a quick kind: that is newer than what the draft says. */
export const withPreset = (draft: FileDraft, { kind, placeId }: Preset, rooms: Filer['rooms']): FileDraft => ({
  ...draft,
  ...(kind ? { kind } : {}),
  ...(placeId ? scanPlace(draft, rooms, placeId) : {}),
})

export const isKind = (word: string): word is Kind => word in kindLabels

/** Stands for the words of whoever spoke them and wrote none (D-AC-1). */
export const spokenText = '语音说明，请听录音'

const textOf = ({ text, media }: FileDraft): string =>
  text.trim() === '' && media.some(({ kind, status }) => kind === 'audio' && status !== 'failed') ? spokenText : text

/** Of somebody named who they are to the filer is asked; whoever has an account is known by name. */
function familyOf({ forWhom, familyName, familyRelation }: FileDraft): unknown {
  if (forWhom.is === 'me') return undefined
  if (forWhom.is === 'member') return { personId: forWhom.personId, relation: 'other' }
  return { name: familyName.trim(), relation: familyRelation ?? undefined }
}

const words = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

/** How to reach whoever files; undefined: as the account says, or not at all where it is anonymous (D-IN-3). */
export function contactOf({ anonymous, name, phone }: FileDraft): { name?: string; phone?: string } | undefined {
  const given = { ...(words(name) ? { name: name.trim() } : {}), ...(words(phone) ? { phone: phone.trim() } : {}) }
  return anonymous || Object.keys(given).length === 0 ? undefined : given
}

/** What is sent. Nothing that tells who it is goes along with an anonymous filing (D-IN-3). */
export function requestOf(draft: FileDraft): unknown {
  const contact = contactOf(draft)
  const photos = mediaIdsOf(draft.media, ['image'])
  return {
    idempotencyKey: draft.idempotencyKey,
    kind: draft.kind ?? undefined,
    category: draft.category ?? undefined,
    placeId: draft.placeId ?? undefined,
    placeText: words(draft.placeText),
    text: textOf(draft),
    expectation: words(draft.expectation),
    ...(draft.emergency ? { urgency: 'emergency' } : {}),
    ...(photos.length > 0 ? { photos } : {}),
    recording: mediaIdsOf(draft.media, ['video', 'audio'])[0],
    ...(draft.roomMayBeKnown ? { roomMayBeKnown: true } : {}),
    ...(draft.keptToMyself ? { keptToMyself: true } : {}),
    ...(draft.anonymous ? {} : { forFamily: familyOf(draft) }),
    ...(draft.anonymous ? { anonymous: true } : contact ? { contact } : {}),
  }
}

/** The sections of the page, in order. */
export type SectionName = 'what' | 'where' | 'tell' | 'reach'

export interface Missing {
  section: SectionName
  /** As the button names it. */
  word: string
  /** The whole sentence. */
  message: string
}

const sectionOf: Record<string, { section: SectionName; word: string }> = {
  kind: { section: 'what', word: '类型' },
  category: { section: 'what', word: '类别' },
  placeId: { section: 'where', word: '位置' },
  placeText: { section: 'where', word: '位置' },
  text: { section: 'tell', word: '内容' },
  expectation: { section: 'tell', word: '期望' },
  photos: { section: 'tell', word: '照片' },
  recording: { section: 'tell', word: '视频或语音' },
  contact: { section: 'reach', word: '联系方式' },
  phone: { section: 'reach', word: '手机号' },
  forFamily: { section: 'reach', word: '哪位家人' },
}

const order: readonly SectionName[] = ['what', 'where', 'tell', 'reach']

/** Messages of the contract, or of the server's answer, by section; fields without a section are the program's own. */
export function missingOf(fields: FieldMessages): Missing[] {
  const found = Object.entries(fields).flatMap(([path, message]) => {
    const place = sectionOf[path.split('.')[0] ?? '']
    return place ? [{ ...place, message }] : []
  })
  const once = found.filter(({ word }, index) => found.findIndex(other => other.word === word) === index)
  return once.sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section))
}

export type Checked = { ok: true; data: FileRequest } | { ok: false; missing: Missing[] }

/** The contract's own check (types/contract), plus files that will not arrive without the person. */
export function checkDraft(draft: FileDraft): Checked {
  const parsed = parse(fileRequest, requestOf(draft))
  const phone = draft.phone.trim()
  // A number alone gets the contract's sentence for a number; inside `contact` it would be that of a choice.
  const phoneCheck =
    draft.anonymous || phone === '' ? { ok: true as const } : parse(account.requestPhoneCode.request, { phone })
  const fields: FieldMessages = parsed.ok ? {} : { ...parsed.fields }
  if (!phoneCheck.ok) {
    delete fields.contact
    delete fields['contact.phone']
    Object.assign(fields, phoneCheck.fields)
  }
  const missing = missingOf(fields)
  const failed = broken(draft.media).length
  if (failed > 0)
    missing.push({ section: 'tell', word: `${failed} 个文件要重传或删除`, message: '有文件没有传上，请重试或删除' })
  missing.sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section))
  return parsed.ok && missing.length === 0 ? { ok: true, data: parsed.data } : { ok: false, missing }
}

/** What the button says: 「还差 类别、内容」 */
export const missingText = (missing: readonly Missing[]): string =>
  missing.length === 0 ? '提交' : `还差：${missing.map(({ word }) => word).join('、')}`
