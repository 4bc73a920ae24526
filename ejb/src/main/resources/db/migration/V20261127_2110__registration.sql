-- How people register: rules of an event beside its own row, invitation codes, guests by mail link,
-- what was asked and answered, invoices.

create table event_rules (
  event_id          bigint primary key references event on delete cascade,
  by_code           boolean not null default false,      -- nobody registers without an invitation code
  hold              boolean not null default false,      -- a request holds a seat until it is decided
  approve_changes   boolean not null default false,      -- who changes category or answers asks anew
  approve_transfers boolean not null default false,      -- who takes over a seat asks anew
  quiet_from        int check (quiet_from between 0 and 23),  -- hours of the venue in which no offer is made
  quiet_until       int check (quiet_until between 0 and 23),
  draw_at           timestamptz,                         -- whoever asked by then is drawn by lot; null: first come
  draw_seed         varchar(64),                         -- drawn when the window is set, shown once it is over
  drawn_at          timestamptz,
  check ((quiet_from is null) = (quiet_until is null)),
  check (draw_at is null or draw_seed is not null)
);

create sequence event_code_seq start with 1000 increment by 1;
create table event_code (
  id          bigint primary key default nextval('event_code_seq'),
  event_id    bigint       not null references event on delete cascade,
  code        varchar(40)  not null,
  note        varchar(200) not null default '',
  category_id bigint references event_quota on delete cascade,
  uses        int          not null check (uses between 1 and 10000),
  used        int          not null default 0 check (used >= 0),
  expires_at  timestamptz,
  withdrawn   boolean      not null default false,
  created_at  timestamptz  not null,
  unique (event_id, code),
  constraint event_code_not_overused check (used <= uses)
);

alter table registration
  add column guest      boolean not null default false,         -- came by a mail link, has no account here
  add column consent_at timestamptz,                            -- agreed to what is kept
  add column code_id    bigint references event_code on delete set null,
  add column together   uuid,                                   -- a group that has seats all at once or none
  add column drawn      int;                                    -- place by the draw, from 1

drop index registration_waiting;
create index registration_waiting on registration (event_id, priority desc, (coalesce(drawn, 2147483647)), joined_at, id)
  where state = 'WAITLISTED';

-- A guest asked for a link. Nothing is registered before it is opened and the form is sent.
create table event_guest_link (
  id         uuid primary key default gen_random_uuid(),
  event_id   bigint       not null references event on delete cascade,
  name       varchar(200) not null,
  mail       varchar(320) not null,
  mail_key   varchar(320) not null,
  known      boolean      not null,                             -- an account has the address: the link opens nothing
  created_at timestamptz  not null,
  expires_at timestamptz  not null
);
create index event_guest_link_mail on event_guest_link (mail_key, created_at);

-- What is asked, whole by version: whoever answered an earlier one is read with its words.
create sequence event_form_seq start with 1000 increment by 1;
create table event_form (
  id        bigint primary key default nextval('event_form_seq'),
  event_id  bigint      not null references event on delete cascade,
  kind      varchar(12) not null check (kind in ('REGISTRATION', 'ACCEPTED')),
  version   int         not null check (version > 0),
  questions jsonb       not null,
  made_at   timestamptz not null,
  made_by   varchar(200) not null,
  unique (event_id, kind, version)
);

create table registration_answer (
  registration_id bigint      not null references registration on delete cascade,
  question        varchar(20) not null,                         -- the same through all versions
  form_id         bigint      not null references event_form on delete cascade,
  special         varchar(10) not null default '' check (special in ('', 'DIET', 'ACCESS', 'IDENTITY')),
  answer          varchar(8000) not null default '',            -- several choices: one a line
  file            uuid,                                         -- of a sealed file
  answered_at     timestamptz not null,
  primary key (registration_id, question)
);
create index registration_answer_special on registration_answer (special) where special <> '';

-- Invoices are numbered without gaps within a year.
create table invoice_number (
  year int primary key,
  last int not null
);
create sequence event_invoice_seq start with 1000 increment by 1;
create table event_invoice (
  id              bigint primary key default nextval('event_invoice_seq'),
  registration_id bigint         not null unique references registration,
  number          varchar(20)    not null unique,
  issued_at       timestamptz    not null,
  name            varchar(200)   not null,
  address         varchar(600)   not null default '',
  amount          numeric(10, 2) not null check (amount > 0),
  currency        char(3)        not null,
  paid_at         date,
  paid_how        varchar(200)   not null default '',
  paid_by         varchar(200)   not null default ''
);
