-- One entry per ticket in an inbox, and marking them read when the ticket is opened. An inbox holds what several centers
-- have told one person, hence not led by center_id.
create index notice_ticket on notice (person_id, ticket_id, created_at desc, id desc) where ticket_id is not null;
