-- What an event's page and its editor need: what to bring, how to join from afar, quiet hours, a draw
-- for the opening rush, a picture, documents, and sessions that may bear the same name on two days.

alter table event
  add column before_text    varchar(4000) not null default '',    -- before you come
  add column remote_link    varchar(500)  not null default '',    -- shown to accepted people alone
  add column waiting_list   boolean       not null default true,
  add column quiet_from     int check (quiet_from between 0 and 23),  -- hours of the event's zone without offers
  add column quiet_to       int check (quiet_to between 0 and 23),
  add column opens_at       timestamptz,                          -- no registration before; null: at once
  add column draw_at        timestamptz,                          -- seats are drawn by lot then, not first come
  add column template       boolean       not null default false, -- a draft to copy from, never opened
  add column picture_id     uuid references sealed_file,
  add column picture_type   varchar(40)   not null default '',
  add column picture_alt    varchar(300)  not null default '',
  add column picture_width  int           not null default 0,
  add column picture_height int           not null default 0,
  add constraint event_quiet_both check ((quiet_from is null) = (quiet_to is null)),
  add constraint event_template_draft check (not template or status = 'DRAFT');

-- "Lunch" comes on both days; everything else that can be full has its name once
alter table event_quota drop constraint event_quota_event_id_kind_name_key;
create unique index event_quota_name on event_quota (event_id, kind, name) where kind <> 'SESSION';

alter table event_session add column pause boolean not null default false;  -- doors, lunch: nothing is shared

create sequence event_document_seq start with 1000 increment by 1;
create table event_document (
  id         bigint primary key default nextval('event_document_seq'),
  event_id   bigint       not null references event on delete cascade,
  title      varchar(200) not null,
  tlp        varchar(12)  not null check (tlp in ('AMBER_STRICT', 'AMBER', 'GREEN', 'CLEAR')),
  afterwards boolean      not null,                               -- slides after it, else papers before it
  file_id    uuid         not null references sealed_file,
  file_name  varchar(200) not null,
  media_type varchar(100) not null,
  size       bigint       not null,
  added_at   timestamptz  not null
);
create index event_document_event on event_document (event_id);
create index event_series on event (series) where series <> '';
