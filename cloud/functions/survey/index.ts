import { survey } from '../../../types/contract/survey'
import { surveyHandlers } from '../../actions/survey'
import { functionMain } from '../function-main'

export const main = functionMain('survey', { contract: survey, handlers: surveyHandlers })
