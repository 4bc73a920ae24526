-- The organiser's desk: columns that a person chose, mails to many, reminders, evaluation, what stays.

create table desk_columns (
  account_id bigint primary key references account on delete cascade,
  columns    varchar(400) not null                              -- names parted by blanks
);

create table event_setting (
  event_id   bigint primary key references event on delete cascade,
  attendees  boolean not null default false,                    -- people with a seat see who else comes
  keep_days  int     not null default 365 check (keep_days between 30 and 3650), -- people, after the end
  evaluation boolean not null default false,                    -- who was checked in is asked
  emptied_at timestamptz                                        -- diets and numbers of papers are gone
);

create sequence event_reminder_seq start with 1000 increment by 1;
create table event_reminder (
  id       bigint primary key default nextval('event_reminder_seq'),
  event_id bigint        not null references event on delete cascade,
  days     int           not null check (days in (-14, -7, -3, -1, 1, 3)), -- before the start, or after the end
  mode     varchar(10) check (mode in ('IN_PERSON', 'REMOTE')),            -- null: everybody
  subject  varchar(150)  not null,
  text     varchar(8000) not null,
  unique nulls not distinct (event_id, days, mode)
);

-- One row for each mail to many, one below it for each person: a person gets it once, whoever asks again.
create sequence event_mailing_seq start with 1000 increment by 1;
create table event_mailing (
  id           bigint primary key default nextval('event_mailing_seq'),
  event_id     bigint        not null references event on delete cascade,
  reminder_id  bigint unique references event_reminder on delete set null,
  token        uuid unique,                                     -- of the form: sent twice it is one
  subject      varchar(150)  not null,
  text         varchar(8000) not null,
  audience     varchar(300)  not null default '',               -- in words
  by_id        bigint references account on delete set null,
  by_name      varchar(200)  not null,
  at           timestamptz   not null
);
create index event_mailing_event on event_mailing (event_id, at desc);

create table event_mailing_person (
  mailing_id      bigint       not null references event_mailing on delete cascade,
  registration_id bigint       not null references registration on delete cascade,
  message_id      varchar(200),                                 -- the latest, in the outbox
  times           int          not null default 1,
  at              timestamptz  not null,
  primary key (mailing_id, registration_id)
);
create index event_mailing_person_registration on event_mailing_person (registration_id);
create index outbox_mail_event on outbox_mail (object_ref, lower(recipient)) where category = 'EVENT';

create sequence evaluation_question_seq start with 1000 increment by 1;
create table evaluation_question (
  id       bigint primary key default nextval('evaluation_question_seq'),
  event_id bigint        not null references event on delete cascade,
  place    int           not null,
  kind     varchar(6)    not null check (kind in ('SCALE', 'CHOICE', 'TEXT')),
  words    varchar(300)  not null,
  options  varchar(1000) not null default '',                   -- of a choice, one a line
  unique (event_id, place)
);

-- That somebody answered, and what was answered, have nothing in common: neither a number nor a time,
-- and the rows of an event are written anew, in an order drawn by lot, with each answer that comes in,
-- so that neither their places nor their transactions tell.
create table evaluation_given (
  event_id        bigint not null references event on delete cascade,
  registration_id bigint primary key references registration on delete cascade
);
create index evaluation_given_event on evaluation_given (event_id);
create table evaluation_answer (
  id          uuid primary key default gen_random_uuid(),
  event_id    bigint        not null references event on delete cascade,
  question_id bigint        not null references evaluation_question on delete cascade,
  answer      varchar(2000) not null
);
create index evaluation_answer_event on evaluation_answer (event_id, question_id);

create table event_outcome (
  event_id     bigint primary key references event on delete cascade,
  text         varchar(8000) not null,
  published_at timestamptz,
  changed_by   varchar(200)  not null,
  changed_at   timestamptz   not null
);
