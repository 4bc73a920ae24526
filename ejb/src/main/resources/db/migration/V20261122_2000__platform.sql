-- The ground floor: who did what, what is to be mailed, and how references are counted.

create table audit_entry (
  number        bigint primary key,                 -- 1, 2, 3 … without a gap
  at            timestamptz not null,
  actor_id      bigint,                             -- null: the system itself
  actor_name    varchar(200) not null,
  actor_role    varchar(40)  not null,
  action        varchar(80)  not null,
  object_type   varchar(40)  not null,
  object_ref    varchar(120) not null,
  detail        text         not null default '',
  previous_hash bytea        not null,
  hash          bytea        not null
);
create index audit_entry_object on audit_entry (object_type, object_ref, number);
create index audit_entry_actor on audit_entry (actor_id, number);

-- One row: the end of the chain. Its lock makes entries follow each other, and it shows a cut at the end.
create table audit_head (
  id     smallint primary key check (id = 1),
  number bigint not null,
  hash   bytea  not null
);
insert into audit_head (id, number, hash) values (1, 0, decode(repeat('00', 32), 'hex'));

create sequence outbox_mail_seq start with 50 increment by 50;
create table outbox_mail (
  id              bigint primary key default nextval('outbox_mail_seq'),
  message_id      varchar(200) not null unique,     -- stable: the same for every attempt
  recipient       varchar(320) not null,
  account_id      bigint,
  category        varchar(40)  not null,            -- ALERT, ACCOUNT, …
  object_ref      varchar(120) not null default '',
  subject         varchar(300) not null,
  body            text         not null,
  state           varchar(10)  not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'DEAD')),
  attempts        int          not null default 0,
  next_attempt_at timestamptz  not null,
  leased_until    timestamptz,
  last_error      varchar(500),
  created_at      timestamptz  not null,
  sent_at         timestamptz
);
create index outbox_mail_due on outbox_mail (next_attempt_at, id) where state = 'QUEUED';
create index outbox_mail_state on outbox_mail (state, id);

create table reference_counter (
  prefix varchar(20) not null,
  year   int         not null,
  last   int         not null,
  primary key (prefix, year)
);
