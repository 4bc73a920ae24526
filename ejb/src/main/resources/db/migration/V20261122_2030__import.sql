-- Import jobs: the file is kept until the job ends, so that a restart goes on where it stopped.

create sequence import_job_seq start with 50 increment by 50;
create table import_job (
  id           bigint primary key default nextval('import_job_seq'),
  source       varchar(20)  not null,
  file_name    varchar(200) not null,
  file_sha256  bytea        not null,
  content      bytea,                                          -- null once the job has ended
  state        varchar(8)   not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  failure      varchar(500),
  total        int          not null default 0,
  done         int          not null default 0,                -- records worked through so far
  imported     int          not null default 0,
  updated      int          not null default 0,
  duplicates   int          not null default 0,
  unchanged    int          not null default 0,
  refused      int          not null default 0,
  started_by   bigint references account,
  started_name varchar(200) not null,
  started_at   timestamptz  not null,
  ended_at     timestamptz,
  leased_until timestamptz
);
create table import_refusal (
  job_id bigint       not null references import_job on delete cascade,
  line   int          not null,
  reason varchar(500) not null,
  primary key (job_id, line, reason)
);
-- What became of each record of a source: the same record again changes nothing.
create table import_record (
  source       varchar(20)  not null,
  record_hash  bytea        not null,
  reference    varchar(40)  not null,
  outcome      varchar(10)  not null check (outcome in ('IMPORTED', 'UPDATED', 'DUPLICATE')),
  incident_id  bigint       not null references incident on delete cascade,
  job_id       bigint       not null references import_job,
  line         int          not null,
  primary key (source, record_hash)
);
create index import_record_reference on import_record (source, reference);
create index import_record_incident on import_record (incident_id);
