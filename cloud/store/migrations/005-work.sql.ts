/** Plain SQL kept in a string: imported the same way by jest, tsx and the bundled cloud functions. */
export const sql = /* sql */ `
-- Who has something to do: since when, and who helps.

alter table ticket
  add column assigned_at bigint,
  -- People and departments asked to help who have not finished.
  add column helper_ids jsonb not null default '[]';
-- The best that is known of tickets from before: routed when they were filed. Of what is closed nothing is said: it only
-- breaks ties, and rewriting every ticket there ever was would keep everybody waiting.
update ticket set assigned_at = filed_at where assignee_id is not null and closed_at is null;
update ticket set helper_ids = coalesce((
    select jsonb_agg(distinct helper)
    from jsonb_array_elements(body->'assists') as assist,
      lateral (values (assist->'assignment'->>'personId'), (assist->'assignment'->>'departmentId')) as one(helper)
    where assist->>'doneAt' is null and assist->>'cancelledAt' is null and helper is not null
  ), '[]')
  where closed_at is null and body ? 'assists';
-- Who has been idle the longest, among those who carry the same.
create index ticket_last_assigned on ticket (center_id, assignee_id, assigned_at) where assigned_at is not null;
-- As small as what is helped with.
create index ticket_helpers on ticket using gin (helper_ids) where closed_at is null and helper_ids <> '[]';
`
