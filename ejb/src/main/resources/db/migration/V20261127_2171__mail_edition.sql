-- Bulletins by mail. A text that goes to thousands stands once, and the rows of the outbox point at it.

create sequence outbox_content_seq;
create table outbox_content (
  id         bigint primary key default nextval('outbox_content_seq'),
  body       text        not null,                            -- plain; {unsubscribe} stands for the reader's own link
  html       text        not null,
  created_at timestamptz not null
);
alter table outbox_mail add column content_id bigint;         -- no foreign key: its check would cost as much as the row

-- Who wants bulletins: an account by choice, or an address of the public after a confirmation. For the public the key
-- is a hash, so that an address that never confirmed can be forgotten and still hears once and no more.
create sequence news_subscriber_seq start with 50 increment by 1;
create table news_subscriber (
  id           bigint primary key default nextval('news_subscriber_seq'),
  account_id   bigint unique references account on delete cascade,
  address      varchar(320),
  address_key  varchar(64) unique,                            -- SHA-256 of the address in small letters
  state        varchar(9)  not null check (state in ('PENDING', 'ACTIVE', 'SUSPENDED', 'STOPPED', 'BLOCKED')),
  asked_at     timestamptz not null,
  mailed_at    timestamptz,                                   -- the question whether the address wants this
  changed_at   timestamptz not null,
  source       varchar(64) not null default '',               -- where it was asked from, until it is answered
  check ((account_id is null) <> (address_key is null)),
  check (account_id is not null or address is not null or state in ('PENDING', 'BLOCKED'))
);
create index news_subscriber_pending on news_subscriber (id) where state = 'PENDING' and mailed_at is null;
create index news_subscriber_source on news_subscriber (source, asked_at) where source <> '';

create sequence bulletin_edition_seq start with 50 increment by 1;
create table bulletin_edition (
  id              bigint primary key default nextval('bulletin_edition_seq'),
  bulletin_id     bigint      not null references bulletin on delete cascade,
  number          int         not null,
  state           varchar(7)  not null check (state in ('QUEUING', 'DONE', 'STOPPED')),
  created_at      timestamptz not null,
  last_subscriber bigint      not null default 0,             -- where a restart goes on
  done_at         timestamptz,
  unique (bulletin_id, number)
);
create index bulletin_edition_open on bulletin_edition (id) where state = 'QUEUING';

-- Each text of an edition, by the sections that its readers may see.
create table bulletin_edition_text (
  edition_id bigint      not null references bulletin_edition on delete cascade,
  seen       varchar(80) not null,                            -- version and places of sections, such as 1:0,1,3
  content_id bigint      not null,
  primary key (edition_id, seen)
);

-- Who got an edition: never twice, whatever crashes.
create table bulletin_recipient (
  edition_id    bigint       not null,
  subscriber_id bigint       not null,
  message_id    varchar(200) not null,
  queued_at     timestamptz  not null,
  primary key (edition_id, subscriber_id)
);
create index bulletin_recipient_subscriber on bulletin_recipient (subscriber_id, queued_at desc);
