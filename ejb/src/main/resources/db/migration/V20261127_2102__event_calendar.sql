-- The secret address of a person's calendar feed. Its token is kept as a hash: who reads the database
-- reads no feed with it.
create table event_calendar (
  account_id bigint primary key references account on delete cascade,
  token_hash bytea       not null unique,
  made_at    timestamptz not null
);
