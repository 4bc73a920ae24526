-- Ports as their sources tell of them, ports as the platform shows them, and named sea areas.

-- One row of one source, as it was read. A blank of the source is null: unknown, not false.
create table port_record (
  source         varchar(10)  not null check (source in ('SEA_PORTS', 'WPI', 'UNLOCODE')),
  key            varchar(12)  not null,              -- UN/LOCODE, or the number in the World Port Index
  name           varchar(100) not null,
  country        char(2),                            -- ISO 3166
  latitude       double precision check (latitude between -90 and 90),
  longitude      double precision check (longitude between -180 and 180),
  doubtful       boolean      not null default false, -- found by its name, may be far off
  zone           varchar(50),                        -- IANA time zone
  harbour_size   char(1),
  harbour_type   char(2),
  shelter        char(1),
  pilot_required boolean,
  primary key (source, key)
);

-- What the sources tell of one port, made one: the World Port Index wins over a UN/LOCODE position.
create table port (
  code            varchar(12)  primary key,          -- UN/LOCODE, else WPI- and the number
  wpi_number      int,
  name            varchar(100) not null,
  country         char(2),
  latitude        double precision,
  longitude       double precision,
  position_source varchar(10),
  doubtful        boolean      not null default false,
  zone            varchar(50),
  zone_own        boolean      not null default false, -- false: of the nearest port that has one
  harbour_size    char(1),
  harbour_type    char(2),
  shelter         char(1),
  pilot_required  boolean,
  folded          varchar(120) not null,             -- name in small plain letters, to search
  check ((latitude is null) = (longitude is null))
);
create index port_folded on port (folded varchar_pattern_ops);

create sequence port_import_seq start with 50 increment by 50;
create table port_import (
  id           bigint primary key default nextval('port_import_seq'),
  source       varchar(10)  not null check (source in ('WPI', 'UNLOCODE')),
  file_name    varchar(200) not null,
  content      bytea,                                -- null once the job has ended
  state        varchar(8)   not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  failure      varchar(500),
  total        int          not null default 0,
  done         int          not null default 0,
  imported     int          not null default 0,
  updated      int          not null default 0,
  unchanged    int          not null default 0,
  refused      int          not null default 0,
  attempts     int          not null default 0,
  started_by   bigint references account,
  started_name varchar(200) not null,
  started_at   timestamptz  not null,
  ended_at     timestamptz,
  leased_until timestamptz
);
-- One at a time: each ends by making the ports anew.
create unique index port_import_running on port_import ((true)) where state = 'RUNNING';
create table port_import_refusal (
  job_id bigint       not null references port_import on delete cascade,
  line   int          not null,
  reason varchar(500) not null,
  primary key (job_id, line)
);

create sequence sea_area_seq start with 50 increment by 50;
create table sea_area (
  id         bigint primary key default nextval('sea_area_seq'),
  slug       varchar(80)  not null unique,
  name       varchar(100) not null,
  note       varchar(500) not null default '',
  source     varchar(10)  not null check (source in ('DRAWN', 'ASAM')),
  outline    text         not null,                  -- a polygon of PostgreSQL, (longitude,latitude); runs on beyond 180
  points     int          not null check (points between 3 and 10000),
  south      double precision not null,
  west       double precision not null,              -- west > east crosses the antimeridian
  north      double precision not null,
  east       double precision not null,
  changed_by varchar(200) not null,
  changed_at timestamptz  not null,
  version    int          not null default 0
);
