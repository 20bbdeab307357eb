import { campaign } from '../../../types/contract/campaign'
import { campaignHandlers } from '../../actions/campaign'
import { functionMain } from '../function-main'

export const main = functionMain('campaign', { contract: campaign, handlers: campaignHandlers })
