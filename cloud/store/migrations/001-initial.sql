-- What every table keeps to:
--   * center_id leads every key and every index of a center's data, so that the tables can be sharded by it; there are no
--     foreign keys (a distributed relative of PostgreSQL could not check them across centers), no triggers, no sequences.
--   * ids are UUIDv7 made by the application: keys grow at the right edge of their index.
--   * times are epoch milliseconds in bigint: no session time zone can change their meaning.
--   * states and kinds are text without CHECK: types/vocabulary.ts and the domain are the one place that lists them.
--   * jsonb is read and written whole; what is searched or sorted by has a column of its own.

-- Organisation ------------------------------------------------------------------------------------------------------

create table company (
  id uuid primary key,
  name text not null,
  -- One more with every change of staff, posts or leave: processes keep the directory until it changes.
  directory_version int not null default 1,
  created_at bigint not null
);

-- Who may change the organisation (D-OR-1): of the whole company, also before it has a center. In every center they hold the
-- post of an administrator besides.
create table administrator (
  company_id uuid not null,
  person_id uuid not null,
  since bigint not null,
  primary key (company_id, person_id)
);
create index administrator_person on administrator (person_id);

-- Everything that is configured: who, when, from what to what (D-OR-5). Append-only. The versions of a policy are their own record.
create table organisation_change (
  company_id uuid not null,
  id uuid not null,
  at bigint not null,
  -- Null: the system itself, as when a lease has ended.
  person_id uuid,
  -- Null: of the whole company.
  center_id uuid,
  -- company | center | department | place | staff | household
  subject text not null,
  -- added | changed | removed | imported
  what text not null,
  -- As people know it: a name, or the name of a file.
  name text not null,
  before jsonb,
  after jsonb,
  primary key (company_id, id)
);

-- A spreadsheet that waits to be imported, by whoever has sent it. The file lies with the media; swept after a day.
create table sheet_upload (
  id uuid primary key,
  person_id uuid not null,
  file_name text not null,
  created_at bigint not null
);

create table center (
  id uuid primary key,
  company_id uuid not null,
  name text not null,
  estate_name text not null,
  hotline text not null,
  night_phone text not null,
  address text not null default '',
  -- The part of the estate it looks after, where several centers share one that was built in phases.
  phase text not null default '',
  -- Square metres; null: not known.
  area int,
  -- The version new tickets run under; older tickets name theirs (ticket.policy_version).
  policy_version int not null,
  created_at bigint not null
);

-- Routing rules, deadlines, calendars, survey, categories, templates of a center. A version is never updated (D-RT-6).
create table policy (
  center_id uuid not null,
  version int not null,
  body jsonb not null,
  created_at bigint not null,
  created_by uuid not null,
  -- Why the version was made.
  note text not null default '',
  -- new | running: whether running tickets move to it too, or only later ones run under it (D-SLA-17).
  apply_to text not null default 'new',
  -- The version from which this one's calendars and holidays stand unchanged: open tickets that count on older ones are
  -- to be recomputed.
  calendars_since int not null default 1,
  -- The latest version up to this one that running tickets were to move to; those under older rules are to be recomputed.
  running_since int not null default 1,
  primary key (center_id, version)
);

create table place (
  center_id uuid not null,
  id uuid not null,
  parent_id uuid,
  -- estate | building | unit | room | publicArea
  kind text not null,
  name text not null,
  -- With the names of its parents: lists show it without walking the tree.
  full_name text not null,
  -- The building it stands in, or itself; null for the estate and for areas outside. Routing and scopes ask for it.
  building_id uuid,
  sort int not null,
  primary key (center_id, id)
);
create index place_parent on place (center_id, parent_id);

-- People ------------------------------------------------------------------------------------------------------------

-- A person may belong to several centers, so the table has no center_id.
create table person (
  id uuid primary key,
  name text not null,
  phone text,
  -- When the person has proven that the number is theirs; null: it was entered by somebody else.
  phone_proven_at bigint,
  openid text constraint person_openid_unique unique,
  settings jsonb not null,
  -- D-CB-9: does not wish to be called.
  callback_declined boolean not null default false,
  -- D-CU-1: routing rules may ask for it.
  key_customer boolean not null default false,
  -- Name, phone and openid are emptied at this time; the row stays, because events name its id.
  erased_at bigint,
  created_at bigint not null
);
-- Sign-in by phone code. Not unique: one number may serve a family.
create index person_phone on person (phone);

-- D-CB-9: numbers whose owners do not wish to be called, whoever they are. Only the hash: it obeys the wish also after the
-- person has been erased, and tells nobody the number.
create table callback_wish (
  phone_hash text primary key,
  since bigint not null
);

create table residency (
  center_id uuid not null,
  person_id uuid not null,
  place_id uuid not null,
  relation text not null,
  -- Who belongs together in a room: an owner who lets it and the tenants are two households (D-AC-2).
  household_id uuid not null,
  since bigint not null,
  -- Day (YYYY-MM-DD at +08:00) of moving in, as the register has it (D-CU-1); null: not known, then `since` stands for it.
  moved_in text,
  -- Of a tenant: the last day of the lease (YYYY-MM-DD at +08:00); null: open.
  until_day text,
  primary key (center_id, person_id, place_id)
);
-- "Who am I" knows only the person, not yet the center.
create index residency_person on residency (person_id);
-- Who may follow what is shared with a household.
create index residency_household on residency (household_id);
-- Leases that end, looked for every minute in all centers. As small as what is let for a time.
create index residency_lease on residency (until_day) where until_day is not null;

-- By which somebody binds to a room, once, until it expires (D-OR-2). Only the hash of the code is kept.
create table invitation (
  code_hash text primary key,
  center_id uuid not null,
  place_id uuid not null,
  relation text not null,
  -- Whom of the room they join; null: whoever is there as the same, else nobody.
  household_id uuid,
  -- The room has changed hands: who owned it before leaves it.
  replaces boolean not null,
  until_day text,
  made_by uuid not null,
  made_at bigint not null,
  expires_at bigint not null,
  used_by uuid,
  used_at bigint
);

-- Somebody who says that they live in a room, for a clerk to decide (D-OR-2).
create table binding_request (
  center_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  place_id uuid not null,
  name text not null,
  phone text,
  relation text not null,
  at bigint not null,
  -- open | approved | declined
  state text not null,
  -- Why it was declined.
  reason text,
  decided_by uuid,
  decided_at bigint,
  primary key (center_id, id)
);
-- One that waits, of a person for a room; and what waits, the oldest on top.
create unique index binding_request_open on binding_request (center_id, person_id, place_id) where state = 'open';
create index binding_request_waiting on binding_request (center_id, at) where state = 'open';
create index binding_request_person on binding_request (person_id);

create table post (
  center_id uuid not null,
  person_id uuid not null,
  role text not null,
  -- The id of a department in the policy: text, because companies name them.
  department_id text,
  building_ids jsonb not null,
  skills jsonb not null,
  -- At work at all, as somebody has said; the roster says who has the night.
  present boolean not null,
  since bigint not null,
  primary key (center_id, person_id, role)
);
create index post_person on post (person_id);

-- Days (YYYY-MM-DD at +08:00), both included. Text: such strings compare as the days do.
create table leave (
  center_id uuid not null,
  person_id uuid not null,
  from_day text not null,
  to_day text not null,
  primary key (center_id, person_id, from_day, to_day)
);

-- The roster of who is on duty: [from_at, to_at), nights over midnight in one row.
create table roster_shift (
  center_id uuid not null,
  person_id uuid not null,
  from_at bigint not null,
  to_at bigint not null,
  primary key (center_id, person_id, from_at, to_at)
);
-- The directory keeps what has not ended long ago.
create index roster_shift_ending on roster_shift (center_id, to_at);

-- Tickets -----------------------------------------------------------------------------------------------------------

-- The folded state of a ticket (body) with the columns lists are made from. The events are the truth.
create table ticket (
  center_id uuid not null,
  id uuid not null,
  number text not null,
  -- How many events it has. An append updates where version is what it had read, or does nothing.
  version int not null,
  state text not null,
  kind text not null,
  urgency text not null,
  severity text not null,
  category_id text,
  -- As staff may know it: the building where a room would lead to somebody hidden (D-IN-3).
  place_id uuid,
  building_id uuid,
  -- Null for an anonymous filing by phone or letter.
  filer_id uuid,
  -- The household that may follow it (D-AC-2); null: nobody but the filer.
  household_id uuid,
  department_id text,
  assignee_id uuid,
  -- Since when whoever has it has it: who has been idle the longest is asked first (D-RT-2).
  assigned_at bigint,
  -- How much it weighs on whoever has it (cloud/domain/workload); 0 once closed.
  workload int not null default 0,
  -- People and departments asked to assist who have not finished (D-RT-5).
  helper_ids jsonb not null default '[]',
  -- On which lists of special matters it stands (cloud/domain/special/lists.ts).
  special jsonb not null default '[]',
  filed_at bigint not null,
  updated_at bigint not null,
  -- The running deadline that ends first; without one the end of time, so that lists sort and page by one comparison.
  next_due_at bigint not null,
  next_due_started_at bigint,
  next_due_kind text,
  closed_at bigint,
  policy_version int not null,
  -- The version whose calendars it counts on (D-SLA-17).
  calendar_version int not null default 1,
  -- Number and place, for the text search beside what was said (event.said); holds no name and no phone number.
  search text not null,
  -- The hash of its last event.
  head_hash text not null,
  body jsonb not null,
  primary key (center_id, id),
  constraint ticket_number_unique unique (center_id, number)
)
-- A warning changes no indexed column of its ticket: with room on the page the new version stays there, and none of the
-- ticket's indexes is touched.
with (fillfactor = 70);
-- Worklist of a handler. Partial: it stays as small as the open work, however many tickets have been closed.
create index ticket_worklist on ticket (center_id, assignee_id, next_due_at, id)
  where assignee_id is not null and closed_at is null;
-- Triage, verify and callback queues: one state, what runs out first on top; and all counts of the desk, from the index
-- alone. Partial, as above.
create index ticket_queue on ticket (center_id, state, next_due_at, id) where closed_at is null;
-- What is late in a center.
create index ticket_late on ticket (center_id, next_due_at, id) where closed_at is null;
-- All tickets of a center, newest first.
create index ticket_filed on ticket (center_id, filed_at desc, id desc);
-- "My tickets" of a resident; a resident may live in two centers.
create index ticket_filer on ticket (filer_id, filed_at desc, id);
-- What the others of one's household have filed about the home (D-AC-2).
create index ticket_household on ticket (household_id, filed_at desc, id desc) where household_id is not null;
-- Scope of a steward.
create index ticket_building on ticket (center_id, building_id, filed_at);
-- What is open in a steward's buildings: counted each time the worklist is shown. By category: what a neighbour who files
-- may join (D-IN-6).
create index ticket_open_building on ticket (center_id, building_id, category_id) where closed_at is null;
-- What is complained of again and again (D-SP-2): looked up at each filing.
create index ticket_complaint on ticket (center_id, category_id, building_id, filed_at) where kind = 'complaint';
-- Who has been idle the longest, among those who carry the same.
create index ticket_last_assigned on ticket (center_id, assignee_id, assigned_at) where assigned_at is not null;
-- As small as what is assisted with.
create index ticket_helpers on ticket using gin (helper_ids) where closed_at is null and helper_ids <> '[]';
-- Lists of special matters, newest first. As small as what is special.
create index ticket_special on ticket (center_id, filed_at desc, id desc) where special <> '[]';
-- What is still owed after the end: news of a third party, a report. As small as that.
create index ticket_owed_after on ticket (center_id, next_due_at, id)
  where closed_at is not null and next_due_kind is not null;
-- Which open tickets run on older calendars, or under older rules, than their center's policy asks for: looked for every
-- minute.
create index ticket_calendars on ticket (center_id, calendar_version) where closed_at is null;
create index ticket_rules on ticket (center_id, policy_version) where closed_at is null;

-- Append-only: no statement of the product updates or deletes here. The primary key is also what refuses a second
-- append to the same version.
create table event (
  center_id uuid not null,
  ticket_id uuid not null,
  seq int not null,
  at bigint not null,
  -- Null: the system itself (timers, routing).
  actor_id uuid,
  type text not null,
  body jsonb not null,
  prev_hash text not null,
  hash text not null,
  -- What was said, as a search may find it: by everybody, by one complainant (author_id) and staff, or by staff only.
  -- Null: nothing. Pairs of its characters (grams, between spaces) find candidates in any language.
  said text,
  audience text,
  author_id uuid,
  grams text,
  primary key (center_id, ticket_id, seq)
);
-- What the rules have refused (D-CB-6): few among many, counted by center and period.
create index event_findings on event (center_id, at desc) where type = 'findingNoted';
create index event_grams on event using gin (string_to_array(grams, ' ')) where grams is not null;

-- Who complained, as told. Apart from the events: erasing it must not break their hash chain.
create table contact (
  center_id uuid not null,
  ticket_id uuid not null,
  name text,
  phone text,
  -- For whom of the family it was filed, where that one has no account (D-AC-2).
  for_name text,
  primary key (center_id, ticket_id)
);

-- Filer and co-complainants (D-IN-6): they get the notices and the survey.
create table participant (
  center_id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null,
  role text not null,
  primary key (center_id, ticket_id, person_id)
);
create index participant_person on participant (person_id);

-- Of a household, who has asked to be told how a matter of another of them goes on (D-AC-2). Obeyed while they belong to it.
create table ticket_follower (
  center_id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null,
  since bigint not null,
  primary key (center_id, ticket_id, person_id)
);

-- Deadlines ---------------------------------------------------------------------------------------------------------

create table deadline (
  center_id uuid not null,
  ticket_id uuid not null,
  kind text not null,
  -- 1, then one more each time this clock is started again.
  cycle int not null,
  started_at bigint not null,
  due_at bigint not null,
  met_at bigint,
  ended_at bigint,
  held_seconds int not null,
  breached_at bigint,
  -- The next warning, breach or escalation; null when nothing more is to come or the clock is held.
  next_fire_at bigint,
  -- Its ticket is a dead letter: carrying out what was due has failed too often. One bad row must not stop the sweep.
  dead boolean not null default false,
  primary key (center_id, ticket_id, kind, cycle)
);
-- The sweep takes what is due in all centers, hence not led by center_id. Partial: as small as what is running.
create index deadline_due on deadline (next_fire_at) where next_fire_at is not null and not dead;

-- Supervise orders that wait for an answer. As small as what is open.
create index deadline_supervision on deadline (center_id, ticket_id)
  where kind = 'supervision' and met_at is null and ended_at is null;

-- What a timer could not carry out: counted with every attempt, and after too many of them left for a person to look at.
create table dead_letter (
  center_id uuid not null,
  -- deadline: what was due of a ticket; policy: bringing a ticket under a newer policy (D-SLA-17); notice: sending one;
  -- campaign: what was due of a survey of the estate, or of an improvement; lease: leases of a room that have ended.
  work text not null,
  -- Of the ticket, the notice, the campaign, the improvement or the room.
  item_id uuid not null,
  -- Null: a notice that is about several tickets, or what is about none.
  ticket_id uuid,
  -- The policy that the ticket could not be brought under; a newer one is tried anew. 0 for all other work.
  version int not null,
  attempts int not null,
  -- Of the last attempt, for whoever mends it.
  error text not null,
  -- Null: it is still tried again.
  dead_at bigint,
  primary key (center_id, work, item_id)
);
-- For the health page. As small as what is dead.
create index dead_letter_dead on dead_letter (center_id, dead_at) where dead_at is not null;

-- Notices -----------------------------------------------------------------------------------------------------------

-- The inbox in the app and the outbox to other channels are one row: written in the transaction of the event, shown at
-- once, and delivered outside later. To be delivered while next_attempt_at is set.
create table notice (
  center_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  ticket_id uuid,
  -- Of a survey of the estate, or of an improvement that followed from one; then there is no ticket.
  campaign_id uuid,
  type text not null,
  title text not null,
  text text not null,
  created_at bigint not null,
  read_at bigint,
  -- Made from what caused it: running the cause again adds nothing.
  dedupe_key text not null,
  channel_state text not null,
  attempts int not null,
  next_attempt_at bigint,
  primary key (center_id, id),
  constraint notice_dedupe_unique unique (center_id, dedupe_key)
);
create index notice_inbox on notice (person_id, created_at desc);
-- One entry per ticket in an inbox, and marking them read when the ticket is opened. An inbox holds what several centers
-- have told one person, hence not led by center_id.
create index notice_ticket on notice (person_id, ticket_id, created_at desc, id desc) where ticket_id is not null;
create index notice_outbox on notice (next_attempt_at) where next_attempt_at is not null;
-- Escalations told to somebody, newest first: the inbox of a manager. Partial: the rest of the notices is not in it.
create index notice_escalations on notice (person_id, created_at desc, id desc) where type = 'deadlineEscalated';

-- Reminders noticed long after they were due (nothing ran meanwhile): not in the inbox, not sent. When the sweep has
-- caught up, each person gets one notice for all of them; which one is kept here, so its figures can be counted again.
create table held_notice (
  center_id uuid not null,
  ticket_id uuid not null,
  -- The event it tells of.
  seq int not null,
  person_id uuid not null,
  type text not null,
  title text not null,
  text text not null,
  due_at bigint not null,
  noticed_at bigint not null,
  -- The notice that stands for it; null until it is written.
  summary_id uuid,
  primary key (center_id, ticket_id, seq, person_id)
);
-- One person may have them in several centers, hence not led by center_id. Partial: empty but after an outage.
create index held_notice_open on held_notice (person_id) where summary_id is null;
create index held_notice_summary on held_notice (summary_id) where summary_id is not null;
-- Beside notice_escalations: those that a digest stands for are in the manager's inbox of escalations all the same.
create index held_notice_escalations on held_notice (person_id, noticed_at desc) where type = 'deadlineEscalated';

-- How many more WeChat messages by a template somebody has accepted (P-SUB-2).
create table message_credit (
  openid text not null,
  template_id text not null,
  credits int not null,
  updated_at bigint not null,
  primary key (openid, template_id)
);

-- Events that the platform has pushed, which it may do more than once. Kept for two days.
create table pushed_event (
  key text primary key,
  at bigint not null
);
create index pushed_event_at on pushed_event (at);

-- Survey ------------------------------------------------------------------------------------------------------------

create table survey (
  center_id uuid not null,
  ticket_id uuid not null,
  round int not null,
  person_id uuid not null,
  opened_at bigint not null,
  answered_at bigint,
  ended_at bigint,
  answers jsonb,
  anonymous boolean not null,
  primary key (center_id, ticket_id, round, person_id)
);
create index survey_open on survey (person_id) where answered_at is null and ended_at is null;
-- What somebody has answered lately can be added to.
create index survey_answered on survey (person_id, answered_at desc) where answered_at is not null;

-- Calls that wait to be made (D-CB-1). Only those: what has become of one is told by the events.
create table call_task (
  center_id uuid not null,
  ticket_id uuid not null,
  round int not null,
  task int not null,
  -- Null: nobody could be found to do it.
  owner_id uuid,
  due_at bigint not null,
  primary key (center_id, ticket_id, round, task)
);
create index call_task_due on call_task (center_id, due_at, ticket_id, task);

-- What figures are counted from (D-CT-2): each complainant asked about a completion, or exempt. Written with the event that
-- it follows from. The first columns stand as they were then; what is found out later is set once, with its instant, so
-- that a figure of any past day can be counted again and is the same.
create table asking (
  center_id uuid not null,
  ticket_id uuid not null,
  cycle int not null,
  -- The account, or the ticket on which somebody without one was recorded.
  complainant uuid not null,
  at bigint not null,
  asked boolean not null,
  responded boolean not null,
  category_id text not null,
  channel text not null,
  department_id text,
  handler_id uuid,
  answered_at bigint,
  by_phone boolean,
  complete boolean,
  solved boolean,
  satisfied boolean,
  anonymous boolean,
  detailed_at bigint,
  partial_at bigint,
  contacted_at bigint,
  tried_at bigint,
  refused_at bigint,
  ended_at bigint,
  exemption text,
  exempt_at bigint,
  primary key (center_id, ticket_id, cycle, complainant)
);
create index asking_at on asking (center_id, at);
-- How often somebody has been asked this month.
create index asking_complainant on asking (center_id, complainant, at);
-- What one of many handlers sees of it.
create index asking_handler on asking (center_id, handler_id, at);

-- Matters that have ended, each ending apart; undone_at: opened again since.
create table ending (
  center_id uuid not null,
  ticket_id uuid not null,
  -- Of the event.
  seq int not null,
  at bigint not null,
  ending text not null,
  undone_at bigint,
  category_id text not null,
  channel text not null,
  department_id text,
  handler_id uuid,
  primary key (center_id, ticket_id, seq)
);
create index ending_at on ending (center_id, at);
create index ending_handler on ending (center_id, handler_id, at);

-- Surveys of the estate (D-CB-7) ----------------------------------------------------------------------------------------

-- A quarterly survey, a round of interviews or a poll. What is asked is a copy: it never changes once it has been sent.
create table campaign (
  center_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  title text not null,
  questions jsonb not null,
  -- Null: all households.
  sample_size int,
  from_at bigint not null,
  until_at bigint not null,
  -- Null: no reminder.
  remind_after_days int,
  created_at bigint not null,
  created_by uuid not null,
  opened_at bigint,
  -- What the sample was drawn with, so that it can be drawn again; null: not drawn yet.
  seed int,
  -- How many households there were to draw from.
  frame int,
  reminded_at bigint,
  closed_at bigint,
  -- The next opening, reminder or end; null: nothing is to come.
  next_fire_at bigint,
  primary key (center_id, id)
);
create index campaign_from on campaign (center_id, from_at desc, id desc);
-- The timer takes what is due in all centers, hence not led by center_id. As small as what is running.
create index campaign_due on campaign (next_fire_at) where next_fire_at is not null;

-- Each household that was drawn, and what became of asking it. No answers: whoever answers without a name must not be found
-- by them, so these lie apart and name no household then.
create table campaign_household (
  center_id uuid not null,
  campaign_id uuid not null,
  household_id uuid not null,
  place_id uuid not null,
  building_id uuid,
  tenure text not null,
  -- Null: not asked, for the reason beside it.
  asked_at bigint,
  not_asked text,
  result text,
  channel text,
  -- Who of staff wrote it down; null: the household itself answered, or nobody yet.
  entered_by uuid,
  -- How often somebody was not reached.
  tries int not null default 0,
  -- Of the answer or the refusal: then nothing more is asked.
  settled_at bigint,
  primary key (center_id, campaign_id, household_id)
);
-- What waits for the members of a household, and how often it was asked this month (D-CB-12).
create index campaign_household_asked on campaign_household (household_id, asked_at) where asked_at is not null;

create table campaign_answer (
  center_id uuid not null,
  campaign_id uuid not null,
  -- Random and not by time: beside the time of settling it would tell whose it is.
  id uuid not null,
  -- Null: given without a name.
  household_id uuid,
  building_id uuid,
  tenure text not null,
  channel text not null,
  answers jsonb not null,
  primary key (center_id, campaign_id, id)
);

-- What is done about what a survey has shown, by whom and by when.
create table improvement (
  center_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  -- The question whose figures it is to change; null: none in particular.
  question_id text,
  text text not null,
  owner_id uuid not null,
  due_at bigint not null,
  state text not null,
  result text,
  created_at bigint not null,
  created_by uuid not null,
  settled_at bigint,
  settled_by uuid,
  -- The next reminder of its owner; null: none is to come.
  next_fire_at bigint,
  primary key (center_id, id)
);
create index improvement_campaign on improvement (center_id, campaign_id, due_at);
create index improvement_owner on improvement (owner_id, due_at) where state = 'open';
create index improvement_due on improvement (next_fire_at) where next_fire_at is not null;

-- Media -------------------------------------------------------------------------------------------------------------

-- The bytes lie in the file store under the id.
create table media (
  center_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  -- Null until the filing that names it.
  ticket_id uuid,
  kind text not null,
  mime text not null,
  bytes int not null,
  width int,
  height int,
  sha256 text not null,
  -- For staff only.
  internal boolean not null,
  created_at bigint not null,
  primary key (center_id, id)
);
create index media_ticket on media (center_id, ticket_id);
-- GET /media/ID knows only the id.
create index media_id on media (id);

-- Requests and sessions ---------------------------------------------------------------------------------------------

-- Idempotency (D-IN-5): the answer of a command that was carried out, given again to a retry.
create table command_key (
  center_id uuid not null,
  person_id uuid not null,
  key text not null,
  action text not null,
  -- The same key with other content is a mistake of the caller, not a retry.
  request_hash text not null,
  response jsonb not null,
  created_at bigint not null,
  primary key (center_id, person_id, key)
);

-- Only the hash: who reads the table cannot sign in with it.
create table session (
  token_hash text primary key,
  person_id uuid not null,
  created_at bigint not null,
  expires_at bigint not null
);
create index session_person on session (person_id);

create table login_code (
  phone text primary key,
  code_hash text not null,
  expires_at bigint not null,
  attempts int not null
);

create table setting (
  key text primary key,
  value jsonb not null
);

-- The last run of each timer function, for the health page.
create table timer_run (
  name text primary key,
  started_at bigint not null,
  finished_at bigint,
  result jsonb
);

-- Who rings up, who asks ----------------------------------------------------------------------------------------------

-- Whoever rings up is found by the number, however it is written down: the last eleven digits of it.
create index contact_phone on contact (center_id, right(regexp_replace(phone, '[^0-9]', '', 'g'), 11)) where phone is not null;
create index person_phone_digits on person (right(regexp_replace(phone, '[^0-9]', '', 'g'), 11)) where phone is not null;

-- Who has looked up which number, and when (D-PO-4). Only the hash of the number: the record outlives the person's data.
create table caller_lookup (
  center_id uuid not null,
  person_id uuid not null,
  at bigint not null,
  id uuid not null,
  phone_hash text not null,
  primary key (center_id, person_id, at, id)
);

-- How often a number was asked about without signing in, and from where: so that digits can't be tried out. Only hashes.
create table query_try (
  key_hash text primary key,
  since bigint not null,
  tries int not null
);
create index query_try_since on query_try (since);
