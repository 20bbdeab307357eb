import type { Handlers } from '../handlers'
import { answer } from './answer'
import { get } from './get'
import { households } from './households'
import { improve } from './improve'
import { improvements } from './improvements'
import { list } from './list'
import { mine } from './mine'
import { open } from './open'
import { owners } from './owners'
import { record } from './record'
import { remove } from './remove'
import { report } from './report'
import { save } from './save'
import { settleImprovement } from './settle-improvement'

export const campaignHandlers: Handlers<'campaign'> = {
  list,
  get,
  save,
  remove,
  open,
  households,
  record,
  mine,
  answer,
  report,
  improve,
  improvements,
  settleImprovement,
  owners,
}
