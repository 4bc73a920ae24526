-- What an editor has to look at: a death or a minor in a report, or a version that came after the judgement.
create sequence incident_review_seq start with 50 increment by 50;
create table incident_review (
  id           bigint primary key default nextval('incident_review_seq'),
  incident_id  bigint        not null references incident on delete cascade,
  version      int           not null,                  -- the newest that asks for it
  reasons      text[]        not null,                  -- DEATH, MINOR, NEW_VERSION
  author_id    bigint,                                  -- of that version, who does not look at it
  asked_at     timestamptz   not null,
  decided_at   timestamptz,
  decided_by   bigint,
  decided_name varchar(200),
  note         varchar(2000) not null default '',       -- what was checked; for editors
  check (reasons <@ array['DEATH', 'MINOR', 'NEW_VERSION'] and cardinality(reasons) > 0)
);
create unique index incident_review_open on incident_review (incident_id) where decided_at is null;
create index incident_review_incident on incident_review (incident_id);
