import sharp from 'sharp'
import { uuidv7 } from '../../src/data/call/uuid'
import type { ActRequest } from '../../types/contract/commands'
import type { ActionName, FunctionName, RequestOf, ResponseOf } from '../../types/contract/index'
import type { Answer } from '../../types/errors'
import type { Phone, Stage } from './stage'

/** An action by its names, with whatever session. */
export async function callWith<F extends FunctionName, A extends ActionName<F>>(
  { url }: Pick<Stage, 'url'>,
  token: string,
  functionName: F,
  action: A,
  data: RequestOf<F, A>,
): Promise<ResponseOf<F, A>> {
  return (await post(url, functionName, { action, data }, token)) as ResponseOf<F, A>
}

async function post(url: string, name: string, body: unknown, token?: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const response = await fetch(`${url}/call/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = (await response.json()) as Answer<unknown>
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`)
  return answer.data
}

/** A session of its own for a persona. */
export const signIn = async ({ url }: Pick<Stage, 'url'>, persona: string): Promise<{ token: string }> =>
  (await post(url, 'account', { action: 'demoSignIn', data: { persona } })) as { token: string }

/** What other people do meanwhile, past the screens that are not looked at. */
export async function callAs<F extends FunctionName, A extends ActionName<F>>(
  { url }: Pick<Stage, 'url'>,
  persona: string,
  functionName: F,
  action: A,
  data: RequestOf<F, A>,
): Promise<ResponseOf<F, A>> {
  const { token } = await signIn({ url }, persona)
  return callWith({ url }, token, functionName, action, data)
}

/** The same for a test whose stage opens later. */
export const callsOf =
  (stage: () => Pick<Stage, 'url'>) =>
  <F extends FunctionName, A extends ActionName<F>>(
    persona: string,
    functionName: F,
    action: A,
    data: RequestOf<F, A>,
  ): Promise<ResponseOf<F, A>> =>
    callAs(stage(), persona, functionName, action, data)

export type Command = ActRequest extends infer One
  ? One extends unknown
    ? Omit<One, 'ticketId' | 'idempotencyKey'>
    : never
  : never

/** Does something to a ticket. */
export const actAs = (stage: Pick<Stage, 'url'>, persona: string, ticketId: string, command: Command) =>
  callAs(stage, persona, 'ticket', 'act', { ticketId, idempotencyKey: uuidv7(), ...command } as ActRequest)

/** A photo of one colour, uploaded by a persona for what is sent next. */
export async function photoAs({ url }: Pick<Stage, 'url'>, persona: string, colour: string): Promise<string> {
  const { token } = await signIn({ url }, persona)
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(await photo(colour))], { type: 'image/jpeg' }), 'photo.jpg')
  const sent = await fetch(`${url}/media`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body })
  const answer = (await sent.json()) as Answer<{ mediaId: string }>
  if (!answer.ok) throw new Error(`media: ${answer.error.code} ${answer.error.message}`)
  return answer.data.mediaId
}

/** Files in the first resident's own room: to the steward of building 1. */
export async function fileAs(
  stage: Pick<Stage, 'url'>,
  text: string,
  category = 'lighting',
  photos: readonly string[] = [],
): Promise<string> {
  const { rooms } = await callAs(stage, 'resident-1', 'account', 'me', {})
  const filed = await callAs(stage, 'resident-1', 'ticket', 'file', {
    idempotencyKey: uuidv7(),
    kind: 'request',
    category,
    placeId: rooms[0]?.placeId ?? '',
    text,
    photos: [...photos],
  })
  return filed.ticketId
}

const photo = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()

/** Picks a file as a person would: the picker opens the browser's own file chooser. */
export async function pickFile(
  phone: Phone,
  picker: string,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser')
  await phone.at(`${picker}-photo`).click()
  await (await chooser).setFiles(file)
  await phone.at(`${picker} .picker-tile`).waitFor()
}

export const pickPhoto = async (phone: Phone, picker: string, colour: string): Promise<void> =>
  pickFile(phone, picker, { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photo(colour) })

/** The same, until the server has it. */
export async function addPhoto(phone: Phone, picker: string, colour: string): Promise<void> {
  await pickPhoto(phone, picker, colour)
  await phone.page.locator(`${picker} .picker-state`).waitFor({ state: 'detached' })
}

/** Opens the form of a command from the ticket that is shown: by its own button, or from 更多. */
export async function openForm(phone: Phone, command: string): Promise<void> {
  await phone.at(`#more-actions, #act-${command}`).waitFor()
  const direct = phone.at(`#act-${command}`)
  if (!(await direct.isVisible())) await phone.at('#more-actions').click()
  await phone.at(`#act-${command}`).click()
  await phone.at(`#form-${command}`).waitFor()
}
