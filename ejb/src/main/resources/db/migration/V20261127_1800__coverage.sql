-- Coverage counts the ships of members who were active on a day, so it has to be known when somebody
-- was suspended, also after it was lifted. Suspensions that ended before this are not known.

create table account_suspension (
  account_id bigint      not null references account on delete cascade,
  from_at    timestamptz not null,
  to_at      timestamptz,                              -- the first moment after it; null: until it is lifted
  primary key (account_id, from_at),
  check (to_at is null or to_at >= from_at)
);
insert into account_suspension
  select id, suspended_at, suspended_until from account where suspended_at is not null;

-- a denominator that was typed wrongly stays on record and counts no longer
alter table coverage_denominator
  add column withdrawn_at   timestamptz,
  add column withdrawn_id   bigint references account on delete set null,
  add column withdrawn_name varchar(200);
