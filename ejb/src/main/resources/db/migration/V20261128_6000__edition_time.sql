-- A mail edition with a time of its own: it waits until then, and can be cancelled.

alter table bulletin_edition
  add column send_at timestamptz,                             -- null: as soon as it was published
  add column zone    varchar(60) not null default '',         -- whose wall clock was meant, an IANA name
  add column by_id   bigint references account on delete set null,
  add column by_name varchar(200) not null default '',
  add column held    varchar(500) not null default '',        -- why it did not go out
  drop constraint bulletin_edition_state_check,
  add constraint bulletin_edition_state_check check (state in ('WAITING', 'QUEUING', 'DONE', 'STOPPED')),
  add constraint bulletin_edition_waits check (state <> 'WAITING' or (send_at is not null and zone <> ''));
drop index bulletin_edition_open;
create index bulletin_edition_open on bulletin_edition (id) where state in ('WAITING', 'QUEUING');
