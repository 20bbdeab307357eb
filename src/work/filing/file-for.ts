import { mediaIdsOf, type PickedMedia } from '@/data/upload/picked-media'
import { contract, type RequestOf } from '../../../types/contract/index'
import { parse } from '../../../types/contract/parse'
import { fileRequest, type FileRequest } from '../../../types/contract/ticket'
import type {
  CauseFactor,
  Channel,
  Kind,
  Mood,
  Relation,
  ResponsibleParty,
  SpecialSign,
  Urgency,
  Verdict,
} from '../../../types/vocabulary'

/** What was put right on the spot, as far as it is written (D-IN-8). */
export interface SettledDraft {
  summary: string
  factor: CauseFactor | null
  verdict: Verdict
  responsibleParty: ResponsibleParty
  /** From 1 to 5; null: they have not said how content they are. */
  result: number | null
  text: string
}

/** Most of what is put right at once is so, and the company's own. */
export const emptySettled: SettledDraft = {
  summary: '',
  factor: null,
  verdict: 'substantiated',
  responsibleParty: 'own',
  result: null,
  text: '',
}

/** Something found online; figures as typed (D-SP-5). */
export interface PostDraft {
  link: string
  platform: string
  views: string
  followers: string
  comments: string
}

export const emptyPost: PostDraft = { link: '', platform: '', views: '', followers: '', comments: '' }

/** A filing taken down for somebody else, as far as it is written (D-IN-1, D-IN-2). */
export interface FileForDraft {
  /** Made once with the draft; every retry carries it (D-IN-5). */
  idempotencyKey: string
  channel: Channel
  name: string
  relation: Relation | null
  phone: string
  mood: Mood | null
  /** What makes it special (D-SP-1, D-SP-4). */
  signs: readonly SpecialSign[]
  /** Yuan, and how many came together; as typed. */
  demanded: string
  people: string
  anonymous: boolean
  placeId: string | null
  placeText: string
  kind: Kind
  category: string | null
  /** Null: not chosen; then the rules decide (D-CL-4). */
  urgency: Urgency | null
  text: string
  expectation: string
  media: readonly PickedMedia[]
  /** Asked for where it was found online, and where head office or an authority has passed it on (D-HD-4). */
  post: PostDraft
  fromHeadOffice: boolean
  /** null: it is still to be done. A draft kept by an earlier version has none. */
  settled?: SettledDraft | null
}

/** Most of what staff write down comes by telephone and asks for help. */
export const emptyFileFor = (idempotencyKey: string): FileForDraft => ({
  idempotencyKey,
  channel: 'phone',
  name: '',
  relation: null,
  phone: '',
  mood: null,
  signs: [],
  demanded: '',
  people: '',
  anonymous: false,
  placeId: null,
  placeText: '',
  kind: 'request',
  category: null,
  urgency: null,
  text: '',
  expectation: '',
  media: [],
  post: emptyPost,
  fromHeadOffice: false,
})

/** Whether somebody has begun to write; an untouched form leaves no draft. */
export const isBegun = (draft: FileForDraft): boolean =>
  draft.category !== null ||
  draft.placeId !== null ||
  draft.media.length > 0 ||
  [draft.text, draft.name, draft.phone, draft.placeText, draft.expectation].some(words => words.trim() !== '')

const words = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

/** Whether it may have been put right on the spot: not in danger, and not where nobody's satisfaction could be vouched for. */
export const maySettle = ({ anonymous, urgency }: FileForDraft): boolean => !anonymous && urgency !== 'emergency'

const settledRequest = ({ summary, factor, verdict, responsibleParty, result, text }: SettledDraft) => ({
  summary,
  cause: { factor: factor ?? undefined },
  verdict,
  responsibleParty,
  result: result ?? undefined,
  text: words(text),
})
/** A figure as typed; undefined: none. What is no number is left to the contract to refuse. */
const figure = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text))

const postRequest = ({ link, platform, views, followers, comments }: PostDraft) => ({
  link: link.trim(),
  platform: words(platform),
  views: figure(views),
  followers: figure(followers),
  comments: figure(comments),
})

/** What is asked of a channel only. */
const byChannel = ({ channel, post, fromHeadOffice }: FileForDraft) => ({
  ...(channel === 'online' && post.link.trim() !== '' ? { post: postRequest(post) } : {}),
  ...(channel === 'authority' && fromHeadOffice ? { fromHeadOffice } : {}),
})

/** What is sent. An anonymous caller's name and number are not written down at all (D-IN-3). */
export const fileForRequest = (draft: FileForDraft): unknown => filingOf(draft)

function filingOf(draft: FileForDraft) {
  const photos = mediaIdsOf(draft.media, ['image'])
  const caller = draft.anonymous
    ? {}
    : { name: words(draft.name), phone: words(draft.phone), relation: draft.relation ?? undefined }
  return {
    idempotencyKey: draft.idempotencyKey,
    kind: draft.kind,
    category: draft.category ?? undefined,
    placeId: draft.placeId ?? undefined,
    placeText: draft.placeId === null ? words(draft.placeText) : undefined,
    text: draft.text,
    expectation: words(draft.expectation),
    urgency: draft.urgency ?? undefined,
    photos: photos.length > 0 ? photos : undefined,
    recording: mediaIdsOf(draft.media, ['video', 'audio'])[0],
    anonymous: draft.anonymous ? true : undefined,
    onBehalf: {
      channel: draft.channel,
      mood: draft.mood ?? undefined,
      ...(draft.signs.length > 0 ? { signs: draft.signs } : {}),
      demanded: figure(draft.demanded),
      people: figure(draft.people),
      ...byChannel(draft),
      ...caller,
    },
    ...(draft.settled && maySettle(draft) ? { settled: settledRequest(draft.settled) } : {}),
  }
}

/** What is sent where it is a neighbour's matter, which the caller joins (D-IN-6): all of the form that is not the matter's own. */
export function joinForRequest(draft: FileForDraft, incidentId: string): unknown {
  const { text, placeId, photos, recording, expectation, anonymous, onBehalf } = filingOf(draft)
  return {
    incidentId,
    idempotencyKey: draft.idempotencyKey,
    text: words(text),
    placeId,
    photos,
    recording,
    expectation,
    anonymous,
    onBehalf,
  }
}

export type CheckedFiling =
  | { ok: true; request: FileRequest }
  | { ok: false; messages: Readonly<Record<string, string>> }

/** The contract's own check; messages are keyed by the path in the request (`onBehalf.phone`). */
export function checkFileFor(draft: FileForDraft): CheckedFiling {
  const parsed = parse(fileRequest, fileForRequest(draft))
  return parsed.ok ? { ok: true, request: parsed.data } : { ok: false, messages: parsed.fields }
}

/** Fields in the order of the page, for the first one with a message. */
export const filingOrder = [
  'onBehalf.phone',
  'onBehalf.name',
  'onBehalf.post.link',
  'onBehalf.post.platform',
  'onBehalf.post.views',
  'onBehalf.post.comments',
  'onBehalf.post.followers',
  'placeId',
  'placeText',
  'category',
  'text',
  'onBehalf.demanded',
  'onBehalf.people',
  'photos',
  'recording',
  'settled',
  'settled.summary',
  'settled.cause.factor',
  'settled.result',
] as const

export type CheckedJoining =
  | { ok: true; request: RequestOf<'incident', 'join'> }
  | { ok: false; messages: Readonly<Record<string, string>> }

/** As `checkFileFor`, of joining a neighbour's matter. */
export function checkJoinFor(draft: FileForDraft, incidentId: string): CheckedJoining {
  const parsed = parse(contract.incident.join.request, joinForRequest(draft, incidentId))
  return parsed.ok ? { ok: true, request: parsed.data } : { ok: false, messages: parsed.fields }
}
