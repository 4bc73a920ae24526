-- Messages to the office, by topic, and the thread that follows. A writer needs no account.

create sequence contact_reference_seq;
create table contact_thread (
  id         bigint generated always as identity primary key,
  reference  varchar(20)  not null unique,
  form_key   varchar(60)  not null unique,             -- of the form that was sent: sent twice it is one message
  topic      varchar(20)  not null,
  state      varchar(10)  not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
  name       varchar(120) not null,
  email      varchar(320) not null,
  email_key  varchar(320) not null,
  subject    varchar(150) not null,
  account_id bigint references account on delete set null, -- where the writer was signed in
  source     varchar(64),                              -- the network it came from; gone after a day
  likeness   bytea        not null,                    -- a hash of the words, to stop a flood of one text
  created_at timestamptz  not null,
  updated_at timestamptz  not null
);
create index contact_thread_source on contact_thread (source, created_at) where source is not null;
create index contact_thread_likeness on contact_thread (likeness, created_at);
create index contact_thread_email on contact_thread (email_key, created_at);
create index contact_thread_desk on contact_thread (state, topic, updated_at desc);
create index contact_thread_account on contact_thread (account_id);

create table contact_message (
  id          bigint generated always as identity primary key,
  thread_id   bigint        not null references contact_thread on delete cascade,
  at          timestamptz   not null,
  officer     boolean       not null,                  -- written on the platform by the officer named
  author_id   bigint,
  author_name varchar(200)  not null,
  body        varchar(5000) not null
);
create index contact_message_thread on contact_message (thread_id, id);
