-- The sealed annex of reports, and long reports that are not sent yet, lie encrypted under the key of the
-- deployment. A job seals what was kept before (or while no key was set); the plain columns are empty then.
alter table incident_version
  add column annex    bytea,                             -- in place of "sealed"
  add column personal boolean not null default false;    -- whether the annex tells of persons
create index incident_version_plain on incident_version (id) where annex is null and sealed <> '{}';
alter table incident_draft add column sealed bytea;      -- in place of "answers"
