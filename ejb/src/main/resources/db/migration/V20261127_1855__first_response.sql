-- First response reports: fast, dated notes of the alliance on a breaking event. What was published is never
-- overwritten: each version stands whole, and a trigger refuses to change one.

create sequence first_response_seq start with 50 increment by 1;
create table first_response (
  id               bigint primary key default nextval('first_response_seq'),
  reference        varchar(12) unique,                        -- FRR-2026-014; given at the first publication
  slug             varchar(100) unique,                       -- its address, which never changes; likewise
  state            varchar(10)  not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
  current_number   int,                                       -- the version that is read; null: never published
  open_from        int          not null default 1,           -- earlier versions are closed to all but editors
  published_at     timestamptz,                               -- the first time
  withdrawn_at     timestamptz,
  withdrawn_reason varchar(1000) not null default '',
  submission_key   uuid unique,                               -- one form sent twice is one report
  created_at       timestamptz  not null,
  lock             int          not null default 0,           -- what an editor has seen
  check ((state = 'DRAFT') = (current_number is null)),
  check ((reference is null) = (current_number is null) and (slug is null) = (current_number is null)),
  check ((published_at is null) = (current_number is null)),
  check ((withdrawn_at is not null) = (state = 'WITHDRAWN'))
);
create index first_response_when on first_response (published_at desc, id desc) where current_number is not null;

create sequence first_response_version_seq start with 50 increment by 1;
create table first_response_version (
  id                 bigint primary key default nextval('first_response_version_seq'),
  report_id          bigint       not null references first_response on delete cascade,
  number             int,                                     -- 1, 2, 3 …; null: the draft of the next one
  step               varchar(10)  not null default 'FIRST' check (step in ('FIRST', 'UPDATE', 'CORRECTION')),
  note               varchar(1000) not null default '',       -- why there is this version; whoever reads it may read this
  at                 timestamptz  not null,                   -- saved or published
  editor_id          bigint references account on delete set null,
  editor_name        varchar(200) not null,
  title              varchar(200) not null,
  kind               varchar(20)  not null,
  severity           smallint check (severity between 1 and 4),
  occurred_at        timestamptz,
  occurred_precision varchar(8)   not null default 'EXACT' check (occurred_precision in ('EXACT', 'HOUR', 'DAY')),
  latitude           double precision check (latitude between -90 and 90),
  longitude          double precision check (longitude between -180 and 180),
  area               varchar(200) not null default '',
  audience           varchar(8)   not null check (audience in ('PUBLIC', 'MEMBERS')),
  tlp                varchar(12)  not null check (tlp in ('AMBER', 'GREEN')), -- of what members read
  check ((latitude is null) = (longitude is null)),
  unique (report_id, number)
);
create unique index first_response_version_draft on first_response_version (report_id) where number is null;

create table first_response_block (
  version_id bigint      not null references first_response_version on delete cascade,
  place      smallint    not null,
  part       varchar(10) not null check (part in ('KNOWN', 'NOT_KNOWN', 'ADVICE', 'UPDATE')),
  at         timestamptz,                                     -- of an update
  audience   varchar(8)  not null check (audience in ('PUBLIC', 'MEMBERS')),
  text       varchar(5000) not null,
  primary key (version_id, place),
  check ((at is not null) = (part = 'UPDATE'))
);

create table first_response_source (
  report_id   bigint not null references first_response on delete cascade,
  incident_id bigint not null references incident on delete cascade,
  primary key (report_id, incident_id)
);
create index first_response_source_incident on first_response_source (incident_id);

-- The name of an editor who is erased goes; nothing else of a published version ever changes.
create function first_response_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.number is not null then
      raise exception 'version % of first response % is published and stands', old.number, old.report_id;
    end if;
    return old;
  end if;
  if old.number is not null
     and (to_jsonb(new) - 'editor_name' - 'editor_id') is distinct from (to_jsonb(old) - 'editor_name' - 'editor_id') then
    raise exception 'version % of first response % is published and stands', old.number, old.report_id;
  end if;
  return new;
end $$;
create trigger first_response_version_stands before update or delete on first_response_version
  for each row execute function first_response_stands();

create function first_response_block_stands() returns trigger language plpgsql as $$
begin
  if exists (select 1 from first_response_version v
              where v.id = coalesce(new.version_id, old.version_id) and v.number is not null) then
    raise exception 'a published version of a first response stands';
  end if;
  return coalesce(new, old);
end $$;
create trigger first_response_block_stands before insert or update or delete on first_response_block
  for each row execute function first_response_block_stands();
