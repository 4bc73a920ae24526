-- Who does what at one event. A duty counts for this event alone and needs no role of the alliance's organisers.
create table event_duty (
  event_id   bigint      not null references event on delete cascade,
  account_id bigint      not null references account on delete cascade,
  duty       varchar(10) not null check (duty in ('ORGANISER', 'FORMS', 'CHECK_IN', 'CATERING', 'AUDITOR')),
  given_at   timestamptz not null,
  primary key (event_id, account_id, duty)
);
create index event_duty_account on event_duty (account_id);

insert into event_duty (event_id, account_id, duty, given_at)
  select id, organiser_id, 'ORGANISER', created_at from event where organiser_id is not null;
