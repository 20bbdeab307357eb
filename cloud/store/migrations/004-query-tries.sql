-- How often a number was asked about without signing in, and from where: so that digits can't be tried out. Only hashes.
create table query_try (
  key_hash text primary key,
  since bigint not null,
  tries int not null
);
create index query_try_since on query_try (since);
