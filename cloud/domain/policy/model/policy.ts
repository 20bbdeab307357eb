/** The policy as the contract declares it: the one declaration is types/contract/policy-document.ts. */
export type {
  Category,
  Condition,
  DeadlineRule,
  EscalationStep,
  OneOrMany,
  Policy,
  Questionnaire,
  RoutingRule,
  RoutingTarget,
  SpecialPolicy,
  SurveyPolicy,
  TimeSpan,
} from '../../../../types/contract/policy-document'
