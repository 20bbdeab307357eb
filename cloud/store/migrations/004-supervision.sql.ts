/** Plain SQL kept in a string: imported the same way by jest, tsx and the bundled cloud functions. */
export const sql = /* sql */ `
-- What managers watch: supervise orders that wait for an answer, and escalations told after a standstill.

-- As small as what is open.
create index deadline_supervision on deadline (center_id, ticket_id)
  where kind = 'supervision' and met_at is null and ended_at is null;
-- Beside notice_escalations: those that a summary stands for are in the manager's inbox of escalations all the same.
create index held_notice_escalations on held_notice (person_id, noticed_at desc) where type = 'deadlineEscalated';
`
