-- What was told of an incident, version by version: none is ever changed by another one.
alter table incident
  add column details         jsonb   not null default '{}',    -- answers of the newest version that every reader of the incident may see
  add column severity_source varchar(8) check (severity_source in ('COMPUTED', 'EDITOR')), -- null: not rated
  add column reliability     char(1)  check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
  add column credibility     smallint check (credibility between 1 and 6);
update incident set severity_source = 'EDITOR' where severity is not null;

create sequence incident_version_seq start with 50 increment by 50;
create table incident_version (
  id             bigint primary key default nextval('incident_version_seq'),
  incident_id    bigint        not null references incident on delete cascade,
  number         int           not null check (number >= 1),
  stage          varchar(12)   not null check (stage in ('INITIAL', 'FOLLOW_UP', 'FINAL', 'CORRECTION')),
  at             timestamptz   not null,
  author_id      bigint,
  author_name    varchar(200)  not null,
  by_editor      boolean       not null default false,
  reason         varchar(2000) not null default '',
  form           varchar(20)   not null,
  form_version   int           not null,
  open           jsonb         not null,                       -- for every reader of the incident
  ship           jsonb         not null default '{}',          -- where the ship is shown
  exact          jsonb         not null default '{}',          -- when and where exactly
  sealed         jsonb         not null default '{}',          -- own company and editors: the annex
  submission_key uuid unique,                                  -- one form sent twice is one version
  unique (incident_id, number),
  check ((number = 1) = (stage = 'INITIAL'))
);

-- Answers typed so far, for their author alone, until they are sent. One form at a time and report.
create table incident_draft (
  id             uuid primary key,
  account_id     bigint      not null references account on delete cascade,
  form           varchar(20) not null,
  reference      varchar(20) not null default '',              -- the report that is added to; empty: a new one
  base_number    int         not null default 0,               -- the version that was seen when it was begun
  answers        jsonb       not null,
  updated_at     timestamptz not null,
  unique (account_id, form, reference)
);
create index incident_draft_updated on incident_draft (updated_at);
