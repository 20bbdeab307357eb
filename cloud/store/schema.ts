import type { Generated } from 'kysely'
import type { TimerKind } from '../domain/deadline/timers'
import type { Policy } from '../domain/policy/model/policy'
import type { SpecialMark } from '../domain/special/lists'
import type { SurveyAnswers, TicketEvent } from '../domain/ticket/events'
import type { Ticket } from '../domain/ticket/state'
import type {
  BindingState,
  CampaignChannel,
  CampaignKind,
  CampaignResult,
  CampaignState,
  Channel,
  DeadLetterWork,
  DeadlineKind,
  Ending,
  Exemption,
  ImprovementState,
  Kind,
  MediaKind,
  NotAsked,
  OrganisationChangeKind,
  OrganisationSubject,
  PlaceKind,
  Relation,
  ResidentRelation,
  Severity,
  StaffRole,
  State,
  Tenure,
  Urgency,
} from '../../types/vocabulary'
import type { MoreAnswers, Question } from '../../types/contract/questionnaire'
import type { Json, NullableJson } from './engine/json'

/**
 * The tables of migrations/, which say what each is for. Ids are UUIDs, times epoch milliseconds (bigint, read as
 * numbers), days `YYYY-MM-DD` at +08:00.
 */

export interface CompanyTable {
  id: string
  name: string
  directory_version: Generated<number>
  created_at: number
}

export interface AdministratorTable {
  company_id: string
  person_id: string
  since: number
}

export interface OrganisationChangeTable {
  company_id: string
  id: string
  at: number
  person_id: string | null
  center_id: string | null
  subject: OrganisationSubject
  what: OrganisationChangeKind
  name: string
  before: NullableJson<unknown>
  after: NullableJson<unknown>
}

export interface SheetUploadTable {
  id: string
  person_id: string
  file_name: string
  created_at: number
}

export interface CenterTable {
  id: string
  company_id: string
  name: string
  estate_name: string
  hotline: string
  night_phone: string
  address: Generated<string>
  phase: Generated<string>
  area: Generated<number | null>
  policy_version: number
  created_at: number
}

export interface PolicyTable {
  center_id: string
  version: number
  body: Json<Policy>
  created_at: number
  created_by: string
  note: Generated<string>
  apply_to: Generated<'new' | 'running'>
  calendars_since: Generated<number>
  running_since: Generated<number>
}

export interface PlaceTable {
  center_id: string
  id: string
  parent_id: string | null
  kind: PlaceKind
  name: string
  full_name: string
  building_id: string | null
  sort: number
}

export interface PersonTable {
  id: string
  name: string
  phone: string | null
  phone_proven_at: Generated<number | null>
  openid: string | null
  settings: Json<Record<string, unknown>>
  callback_declined: Generated<boolean>
  key_customer: Generated<boolean>
  erased_at: number | null
  created_at: number
}

export interface MessageCreditTable {
  openid: string
  template_id: string
  credits: number
  updated_at: number
}

export interface PushedEventTable {
  key: string
  at: number
}

export interface CallbackWishTable {
  phone_hash: string
  since: number
}

export interface CallerLookupTable {
  center_id: string
  person_id: string
  at: number
  id: string
  phone_hash: string
}

export interface ResidencyTable {
  center_id: string
  person_id: string
  place_id: string
  relation: Relation
  household_id: string
  since: number
  moved_in: Generated<string | null>
  until_day: Generated<string | null>
}

export interface InvitationTable {
  code_hash: string
  center_id: string
  place_id: string
  relation: ResidentRelation
  household_id: string | null
  replaces: boolean
  until_day: string | null
  made_by: string
  made_at: number
  expires_at: number
  used_by: string | null
  used_at: number | null
}

export interface BindingRequestTable {
  center_id: string
  id: string
  person_id: string
  place_id: string
  name: string
  phone: string | null
  relation: ResidentRelation
  at: number
  state: BindingState
  reason: string | null
  decided_by: string | null
  decided_at: number | null
}

export interface PostTable {
  center_id: string
  person_id: string
  role: StaffRole
  department_id: string | null
  building_ids: Json<string[]>
  skills: Json<string[]>
  present: boolean
  since: number
}

export interface LeaveTable {
  center_id: string
  person_id: string
  from_day: string
  to_day: string
}

export interface RosterShiftTable {
  center_id: string
  person_id: string
  from_at: number
  to_at: number
}

export interface TicketTable {
  center_id: string
  id: string
  number: string
  version: number
  state: State
  kind: Kind
  urgency: Urgency
  severity: Severity
  category_id: string | null
  place_id: string | null
  building_id: string | null
  filer_id: string | null
  household_id: string | null
  department_id: string | null
  assignee_id: string | null
  assigned_at: number | null
  workload: Generated<number>
  helper_ids: Generated<Json<readonly string[]>>
  special: Generated<Json<readonly SpecialMark[]>>
  filed_at: number
  updated_at: number
  next_due_at: number
  next_due_started_at: number | null
  next_due_kind: DeadlineKind | null
  closed_at: number | null
  policy_version: number
  calendar_version: Generated<number>
  search: string
  head_hash: string
  body: Json<Ticket>
}

export interface EventTable {
  center_id: string
  ticket_id: string
  seq: number
  at: number
  actor_id: string | null
  type: string
  body: Json<TicketEvent>
  prev_hash: string
  hash: string
  said: Generated<string | null>
  audience: Generated<string | null>
  author_id: Generated<string | null>
  grams: Generated<string | null>
}

export interface ContactTable {
  center_id: string
  ticket_id: string
  name: string | null
  phone: string | null
  for_name: string | null
}

export interface TicketFollowerTable {
  center_id: string
  ticket_id: string
  person_id: string
  since: number
}

export interface ParticipantTable {
  center_id: string
  ticket_id: string
  person_id: string
  role: string
}

export interface DeadlineTable {
  center_id: string
  ticket_id: string
  kind: TimerKind
  cycle: number
  started_at: number
  due_at: number
  met_at: number | null
  ended_at: number | null
  held_seconds: number
  breached_at: number | null
  next_fire_at: number | null
  dead: Generated<boolean>
}

export interface DeadLetterTable {
  center_id: string
  work: DeadLetterWork
  item_id: string
  ticket_id: string | null
  version: number
  attempts: number
  error: string
  dead_at: number | null
}

export interface NoticeTable {
  center_id: string
  id: string
  person_id: string
  ticket_id: string | null
  campaign_id: Generated<string | null>
  type: string
  title: string
  text: string
  created_at: number
  read_at: number | null
  dedupe_key: string
  channel_state: string
  attempts: number
  next_attempt_at: number | null
}

export interface HeldNoticeTable {
  center_id: string
  ticket_id: string
  seq: number
  person_id: string
  type: string
  title: string
  text: string
  due_at: number
  noticed_at: number
  summary_id: string | null
}

export interface SurveyTable {
  center_id: string
  ticket_id: string
  round: number
  person_id: string
  opened_at: number
  answered_at: number | null
  ended_at: number | null
  answers: NullableJson<SurveyAnswers>
  anonymous: boolean
}

export interface CallTaskTable {
  center_id: string
  ticket_id: string
  round: number
  task: number
  owner_id: string | null
  due_at: number
}

export interface MediaTable {
  center_id: string
  id: string
  owner_id: string
  ticket_id: string | null
  kind: MediaKind
  mime: string
  bytes: number
  width: number | null
  height: number | null
  sha256: string
  internal: boolean
  created_at: number
}

export interface CommandKeyTable {
  center_id: string
  person_id: string
  key: string
  action: string
  request_hash: string
  response: Json<unknown>
  created_at: number
}

export interface SessionTable {
  token_hash: string
  person_id: string
  created_at: number
  expires_at: number
}

export interface LoginCodeTable {
  phone: string
  code_hash: string
  expires_at: number
  attempts: number
}

export interface QueryTryTable {
  key_hash: string
  since: number
  tries: number
}

export interface SettingTable {
  key: string
  value: Json<unknown>
}

export interface TimerRunTable {
  name: string
  started_at: number
  finished_at: number | null
  result: NullableJson<unknown>
}

export interface SchemaMigrationTable {
  name: string
  checksum: string
  applied_at: number
}

interface CountedColumns {
  center_id: string
  ticket_id: string
  at: number
  category_id: string
  channel: Channel
  department_id: string | null
  handler_id: string | null
}

export interface AskingTable extends CountedColumns {
  cycle: number
  complainant: string
  asked: boolean
  responded: boolean
  answered_at: number | null
  by_phone: boolean | null
  complete: boolean | null
  solved: boolean | null
  satisfied: boolean | null
  anonymous: boolean | null
  detailed_at: number | null
  partial_at: number | null
  contacted_at: number | null
  tried_at: number | null
  refused_at: number | null
  ended_at: number | null
  exemption: Exemption | null
  exempt_at: number | null
}

export interface EndingTable extends CountedColumns {
  seq: number
  ending: Ending
  undone_at: number | null
}

export interface CampaignTable {
  center_id: string
  id: string
  kind: CampaignKind
  state: CampaignState
  title: string
  questions: Json<readonly Question[]>
  sample_size: number | null
  from_at: number
  until_at: number
  remind_after_days: number | null
  created_at: number
  created_by: string
  opened_at: number | null
  seed: number | null
  frame: number | null
  reminded_at: number | null
  closed_at: number | null
  next_fire_at: number | null
}

export interface CampaignHouseholdTable {
  center_id: string
  campaign_id: string
  household_id: string
  place_id: string
  building_id: string | null
  tenure: Tenure
  asked_at: number | null
  not_asked: NotAsked | null
  result: CampaignResult | null
  channel: CampaignChannel | null
  entered_by: string | null
  tries: Generated<number>
  settled_at: number | null
}

export interface CampaignAnswerTable {
  center_id: string
  campaign_id: string
  id: string
  household_id: string | null
  building_id: string | null
  tenure: Tenure
  channel: CampaignChannel
  answers: Json<MoreAnswers>
}

export interface ImprovementTable {
  center_id: string
  id: string
  campaign_id: string
  question_id: string | null
  text: string
  owner_id: string
  due_at: number
  state: ImprovementState
  result: string | null
  created_at: number
  created_by: string
  settled_at: number | null
  settled_by: string | null
  next_fire_at: number | null
}

export interface Database {
  company: CompanyTable
  administrator: AdministratorTable
  organisation_change: OrganisationChangeTable
  sheet_upload: SheetUploadTable
  message_credit: MessageCreditTable
  pushed_event: PushedEventTable
  invitation: InvitationTable
  binding_request: BindingRequestTable
  center: CenterTable
  policy: PolicyTable
  place: PlaceTable
  person: PersonTable
  callback_wish: CallbackWishTable
  caller_lookup: CallerLookupTable
  residency: ResidencyTable
  post: PostTable
  leave: LeaveTable
  roster_shift: RosterShiftTable
  ticket: TicketTable
  event: EventTable
  contact: ContactTable
  participant: ParticipantTable
  ticket_follower: TicketFollowerTable
  deadline: DeadlineTable
  dead_letter: DeadLetterTable
  notice: NoticeTable
  held_notice: HeldNoticeTable
  survey: SurveyTable
  call_task: CallTaskTable
  asking: AskingTable
  ending: EndingTable
  campaign: CampaignTable
  campaign_household: CampaignHouseholdTable
  campaign_answer: CampaignAnswerTable
  improvement: ImprovementTable
  media: MediaTable
  command_key: CommandKeyTable
  session: SessionTable
  login_code: LoginCodeTable
  query_try: QueryTryTable
  setting: SettingTable
  timer_run: TimerRunTable
  schema_migration: SchemaMigrationTable
}
