import { companyName } from '../../store/organisation/company'
import { organisedCenters } from '../../store/organisation/centers'
import type { Handler } from '../handlers'
import { companyOf } from './organised'

/** The company with its centers, and what of each has been entered. */
export const overview: Handler<'organisation', 'overview'> = async (_input, call) => {
  const companyId = companyOf(call)
  const { db } = call.runtime
  const centers = await organisedCenters(db, companyId)
  return { company: { name: await companyName(db, companyId) }, centers }
}
