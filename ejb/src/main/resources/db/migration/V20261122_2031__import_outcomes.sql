-- One import of a source at a time; what is to be known of a file as a whole.
create unique index import_job_running on import_job (source) where state = 'RUNNING';
alter table import_job add column note varchar(500) not null default '';

-- Rows kept out of the list because they look like an incident that stands there already.
-- Their words are kept, so that an editor can compare.
create table import_duplicate (
  job_id      bigint       not null references import_job on delete cascade,
  line        int          not null,
  reference   varchar(40)  not null,
  incident_id bigint       not null references incident on delete cascade,   -- the twin
  reason      varchar(300) not null,
  text        text         not null,
  primary key (job_id, line)
);
create index import_duplicate_incident on import_duplicate (incident_id);
