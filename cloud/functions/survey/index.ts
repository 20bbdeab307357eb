import { surveyHandlers } from '../../actions/survey'
import { functionMain } from '../function-main'

export const main = functionMain('survey', surveyHandlers)
