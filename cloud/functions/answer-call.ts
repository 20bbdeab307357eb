import { parse } from '../../types/contract/parse'
import { CallError } from '../actions/call-error'
import { mayCall } from '../actions/caller'
import type { Runtime } from '../actions/runtime'
import { type Dispatched, failureOf } from './failure'
import { type FoundAction, type ServedFunctions, findAction } from './find-action'
import { type Identity, identify } from './identify'
import { isTooDeep, unstorablePath } from './request-shape'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readBody(body: unknown): { action: string; data: unknown } {
  if (!isRecord(body)) throw new CallError('malformedRequest')
  if (isTooDeep(body)) throw new CallError('malformedRequest', '请求的内容层次太多')
  const { action, data } = body
  if (typeof action !== 'string') throw CallError.field('invalidRequest', 'action', '缺少操作名称')
  // Actions without fields may be called without data.
  return { action, data: data ?? {} }
}

function validated(found: FoundAction, data: unknown): unknown {
  const parsed = parse(found.contract.request, data)
  if (!parsed.ok) throw new CallError('invalidRequest', Object.values(parsed.fields)[0], parsed.fields)
  const path = unstorablePath(parsed.data)
  if (path !== null) throw CallError.field('invalidRequest', path, '内容里有无法保存的字符，请删除后再提交')
  return parsed.data
}

/**
 * One call, from what came over the wire to what goes back: who calls, may they, is it well formed, then the action
 * (docs/architecture.md, Stable interfaces). `from`: where it comes from, as far as that is known. Never rejects; every answer carries `serverTime` (epoch ms of the product's clock).
 */
export async function answerCall(
  functions: ServedFunctions,
  runtime: Runtime,
  functionName: string,
  body: unknown,
  identity: Identity,
  from?: string,
): Promise<Dispatched> {
  let about = 'call'
  try {
    const { action, data } = readBody(body)
    const found = findAction(functions, functionName, action, runtime.demo)
    if (!found) throw new CallError('unknownAction')
    about = `${functionName}.${action}`
    const open = found.contract.callers.includes('anyone')
    const caller = open ? null : await identify(runtime, identity)
    if (caller && !mayCall(caller, found.contract.callers)) throw new CallError('forbidden')
    const answer = await found.handle(validated(found, data), { runtime, caller, from })
    return { status: 200, answer: { ok: true, data: answer, serverTime: runtime.clock.now() } }
  } catch (error) {
    return failureOf(error, runtime.clock.now(), about, runtime.log)
  }
}
