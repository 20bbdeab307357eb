/** Plain SQL kept in a string: imported the same way by jest, tsx and the bundled cloud functions. */
export const sql = /* sql */ `
-- The deadline sweep: reminders held back after a standstill, what is parked, and room for its writes.

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
-- One person may have them in several centers, hence not led by center_id. Partial: empty but after a standstill.
create index held_notice_open on held_notice (person_id) where summary_id is null;
create index held_notice_summary on held_notice (summary_id) where summary_id is not null;

-- For the health page, however many rows there are. Partial: what is parked is rare.
create index deadline_parked on deadline (center_id, parked_at) where parked_at is not null;

-- A warning changes no indexed column of its ticket: with room on the page the new version stays there, and none of the
-- ticket's indexes is touched.
alter table ticket set (fillfactor = 70);
`
