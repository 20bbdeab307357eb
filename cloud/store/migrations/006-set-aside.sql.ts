/** Plain SQL kept in a string: imported the same way by jest, tsx and the bundled cloud functions. */
export const sql = /* sql */ `
-- What has been set aside for a person to look at: why, and tickets that a new policy could not be brought to.

-- Of the last failed attempt to carry out what was due, for whoever mends it.
alter table deadline add column last_error text;

-- Running tickets that stay under their old rules because bringing them under newer ones fails (D-SLA-17).
create table roll_out_failure (
  center_id uuid not null,
  ticket_id uuid not null,
  -- The version it could not be brought under; the next one is tried anew.
  version int not null,
  attempts int not null,
  error text not null,
  -- Null: the next run tries again.
  parked_at bigint,
  primary key (center_id, ticket_id)
);
-- For the health page, and for the roll-out to pass over.
create index roll_out_failure_parked on roll_out_failure (center_id, parked_at) where parked_at is not null;
`
