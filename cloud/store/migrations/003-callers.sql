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
