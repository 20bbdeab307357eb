import { createHash, timingSafeEqual } from 'node:crypto'
import { addCompany, anyCompany } from '../../store/organisation/company'
import { recordChange } from '../../store/organisation/changes'
import { isUniqueViolation } from '../../store/engine/errors'
import { newId } from '../../store/engine/ids'
import { toJson } from '../../store/engine/json'
import { inTransaction } from '../../store/engine/transaction'
import { countTry } from '../../store/system/query-tries'
import { readSetting } from '../../store/system/setting'
import { startSession } from '../account/session'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import type { Runtime } from '../runtime'

/** Kept once and never changed: that it is there is what makes the code one that is used once. */
const setting = 'organisation.setUp'
const repeatableMs = 60 * 60_000

const perAddress = { most: 20, within: 60 * 60_000 }

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const fits = (code: string, asked: string | null): boolean =>
  asked !== null && timingSafeEqual(digest(code), digest(asked))

interface Done {
  readonly key: string
  readonly companyId: string
  readonly personId: string
  readonly at: number
}

const isDone = (value: unknown): value is Done =>
  typeof value === 'object' && value !== null && 'key' in value && 'companyId' in value && 'personId' in value

/** The same call again after its answer was lost, by whoever made it; within an hour, since it signs in. */
async function repeated(runtime: Runtime, key: string): Promise<Done | null> {
  const done = await readSetting(runtime.db, setting)
  const late = !isDone(done) || runtime.wallClock.now() - done.at > repeatableMs
  return late || done.key !== key ? null : done
}

/**
 * Makes the company and its first administrator (D-OR-1): nobody else can yet be asked. Of two at once one finds it done.
 * @throws CallError forbidden for another code, wrongState when it has been done, rateLimited
 */
export const setUp: Handler<'organisation', 'setUp'> = async (input, { runtime, from }) => {
  const { db, clock, wallClock, setUpCode } = runtime
  if (from !== undefined && !(await countTry(db, `setUp:${from}`, perAddress, wallClock.now())))
    throw new CallError('rateLimited')
  if (!fits(input.code.trim(), setUpCode))
    throw new CallError('forbidden', '启用码不对，请向部署系统的同事核对', { code: '启用码不对' })
  const key = digest(input.idempotencyKey).toString('hex')
  const again = await repeated(runtime, key)
  if (again) return { ...(await startSession(runtime, again.personId)), companyId: again.companyId }
  const already = new CallError('wrongState', '公司已经建好，请用管理员的手机号登录')
  const companyId = newId()
  const personId = newId()
  const at = clock.now()
  const { company, administrator } = input
  try {
    await inTransaction(db, async trx => {
      if (await anyCompany(trx)) throw already
      const done: Done = { key, companyId, personId, at: wallClock.now() }
      await trx
        .insertInto('setting')
        .values({ key: setting, value: toJson(done) })
        .execute()
      const phone = administrator.phone.replace(/[ -]/g, '')
      await addCompany(trx, { companyId, companyName: company.name, personId, name: administrator.name, phone, at })
      const change = { companyId, at, personId, centerId: null, what: 'added' as const }
      await recordChange(trx, { ...change, subject: 'company', name: company.name, after: { name: company.name } })
      await recordChange(trx, { ...change, subject: 'staff', name: administrator.name, after: { role: 'admin' } })
    })
  } catch (error) {
    if (isUniqueViolation(error, 'setting_pkey')) throw already
    throw error
  }
  return { ...(await startSession(runtime, personId)), companyId }
}
