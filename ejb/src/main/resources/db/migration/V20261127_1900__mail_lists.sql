-- Mails that a person may stop by one click (RFC 8058), and the secrets of signed links.

-- A link in a mail works without a session, so it is signed. The secret is drawn here, once.
create table signing_key (
  purpose varchar(40) primary key,
  secret  bytea       not null check (length(secret) = 32)
);
insert into signing_key (purpose, secret)
values ('mail', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

alter table outbox_mail
  add column list        varchar(20),                  -- MailList; null: a mail that cannot be stopped
  add column unsubscribe varchar(500);                 -- the address of List-Unsubscribe

-- Who wants no mails of a list. The Outbox leaves them out, whichever feature writes.
create table mail_stop (
  account_id bigint      not null references account on delete cascade,
  list       varchar(20) not null,
  stopped_at timestamptz not null,
  by_link    boolean     not null,                     -- from a mail, without signing in
  primary key (account_id, list)
);
