/** Plain SQL kept in a string: imported the same way by jest, tsx and the bundled cloud functions. */
export const sql = /* sql */ `
-- Configuration by managers: versions of a policy, the duty roster, and which calendars a running ticket counts on.

-- Why a version was made, and whether running tickets moved to it or only later ones run under it (D-SLA-17).
alter table policy add column note text not null default '';
alter table policy add column apply_to text not null default 'new';
-- The version from which this one's calendars and holidays stand unchanged: open tickets that count on older ones are
-- to be recomputed.
alter table policy add column calendars_since int not null default 1;
-- The latest version up to this one that running tickets were to move to; those under older rules are to be recomputed.
alter table policy add column running_since int not null default 1;

-- A ticket runs under the rules of policy_version with the calendars of calendar_version. The default is for replicas
-- of the release before, which do not know the column: their tickets come up once as behind, and are put right.
alter table ticket add column calendar_version int not null default 1;
update ticket set calendar_version = policy_version where policy_version <> 1;
-- Who is behind the newest calendars, or the rules that were made for running tickets: looked for every minute.
create index ticket_calendars on ticket (center_id, calendar_version) where closed_at is null;
create index ticket_rules on ticket (center_id, policy_version) where closed_at is null;

-- The duty roster: [from_at, to_at) in epoch milliseconds, nights over midnight in one row.
create table duty (
  center_id uuid not null,
  person_id uuid not null,
  from_at bigint not null,
  to_at bigint not null,
  primary key (center_id, person_id, from_at, to_at)
);
-- The directory keeps what has not ended long ago.
create index duty_ending on duty (center_id, to_at);

-- D-CU-1: routing rules may ask for it.
alter table person add column key_customer boolean not null default false;

-- Escalations told to somebody, newest first: the inbox of a manager. Partial: the rest of the notices is not in it.
create index notice_escalations on notice (person_id, created_at desc, id desc) where type = 'deadlineEscalated';
`
