-- Lists of any source: a file is looked at first, its columns are mapped, and the mapping is saved.

alter table incident add column source_name varchar(60) not null default '';  -- of an imported list: whose
create index incident_source_name on incident (source_name, source_reference) where source = 'LIST';
alter table import_job
  add column mapping text,                                      -- of a list: how its columns are read
  add column source_name varchar(60) not null default '';
-- The row that was kept out of the list is an account of the incident that it tells again.
alter table import_duplicate add column account_id bigint references incident on delete set null;

create sequence import_draft_seq start with 50 increment by 50;
create table import_draft (
  id         bigint primary key default nextval('import_draft_seq'),
  account_id bigint       not null references account on delete cascade,
  file_name  varchar(200) not null,
  content    bytea        not null,
  made_at    timestamptz  not null
);
create index import_draft_account on import_draft (account_id, made_at);

create sequence import_mapping_seq start with 50 increment by 50;
create table import_mapping (
  id         bigint primary key default nextval('import_mapping_seq'),
  name       varchar(60)  not null unique,
  mapping    text         not null,                             -- JSON, see ListMapping
  saved_by   bigint references account on delete set null,
  saved_at   timestamptz  not null
);
create index import_duplicate_account on import_duplicate (account_id) where account_id is not null;
