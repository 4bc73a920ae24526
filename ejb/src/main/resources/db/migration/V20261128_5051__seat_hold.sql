-- A seat that is held while somebody fills in the form. It counts as taken, so that the check of the
-- quota refuses one too many of these as well.
alter table event_rules add column form_minutes int check (form_minutes between 1 and 60); -- null: none is held

create table seat_hold (
  event_id bigint       not null references event on delete cascade,
  holder   varchar(320) not null,                                -- number of an account, or address of a guest
  quota_id bigint       not null references event_quota on delete cascade,
  until    timestamptz  not null,
  primary key (event_id, holder, quota_id)
);
create index seat_hold_until on seat_hold (until);

create trigger seat_hold_counted after insert or delete on seat_hold
  for each row execute function count_registration_seat();
