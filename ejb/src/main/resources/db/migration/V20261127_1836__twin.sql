-- One event told twice: proposed as twins, merged into one incident with several accounts, split again.

alter table incident
  add column merged_into     bigint references incident on delete set null, -- the incident whose account it is
  add column twins_sought_at timestamptz,                                   -- null: twins are to be looked for
  add constraint incident_not_its_own_account check (merged_into <> id);
create index incident_merged on incident (merged_into) where merged_into is not null;
create index incident_twins_due on incident (id) where twins_sought_at is null;
create index incident_ship_when on incident (ship_imo, occurred_at) where ship_imo is not null;

-- What is told anew is looked at anew.
create function incident_seek_twins() returns trigger language plpgsql as $$
begin
  new.twins_sought_at := null;
  return new;
end $$;
create trigger incident_told_anew before update of occurred_at, latitude, longitude, ship_imo, ship_name, kind, merged_into
  on incident for each row
  when (old.occurred_at is distinct from new.occurred_at or old.latitude is distinct from new.latitude
     or old.longitude is distinct from new.longitude or old.ship_imo is distinct from new.ship_imo
     or old.ship_name is distinct from new.ship_name or old.kind is distinct from new.kind
     or (old.merged_into is not null and new.merged_into is null))
  execute function incident_seek_twins();

-- Two incidents that may be one event. Decided once: APART stays apart.
create sequence incident_twin_seq start with 50 increment by 50;
create table incident_twin (
  id           bigint primary key default nextval('incident_twin_seq'),
  one_id       bigint        not null references incident on delete cascade,
  other_id     bigint        not null references incident on delete cascade,
  score        smallint      not null,                -- 0 to 100
  reasons      varchar(1000) not null,                -- one a line
  state        varchar(8)    not null default 'PROPOSED' check (state in ('PROPOSED', 'MERGED', 'APART')),
  found_at     timestamptz   not null,
  decided_at   timestamptz,
  decided_by   bigint references account,
  decided_name varchar(200),
  reason       varchar(2000) not null default '',
  check (one_id < other_id),
  unique (one_id, other_id)
);
create index incident_twin_open on incident_twin (score desc, id) where state = 'PROPOSED';
create index incident_twin_other on incident_twin (other_id);

-- The history of merging; an account is in one incident at a time.
create sequence incident_merge_seq start with 50 increment by 50;
create table incident_merge (
  id           bigint primary key default nextval('incident_merge_seq'),
  survivor_id  bigint        not null references incident on delete cascade,
  merged_id    bigint        not null references incident on delete cascade,
  merged_at    timestamptz   not null,
  merged_by    bigint references account,             -- null: an import
  merged_name  varchar(200)  not null,
  reason       varchar(2000) not null,
  split_at     timestamptz,
  split_by     bigint references account,
  split_name   varchar(200),
  split_reason varchar(2000) not null default '',
  check (survivor_id <> merged_id)
);
create unique index incident_merge_now on incident_merge (merged_id) where split_at is null;
create index incident_merge_survivor on incident_merge (survivor_id);
