-- Incidents: what was reported, what became of it, and what the list and the map are read from.

create sequence incident_seq start with 50 increment by 50;
create table incident (
  id                 bigint primary key default nextval('incident_seq'),
  reference          varchar(20)  not null unique,
  kind               varchar(20)  not null,
  status             varchar(12)  not null check (status in ('REPORTED', 'CONFIRMED', 'DISPUTED', 'WITHDRAWN')),
  severity           smallint check (severity between 1 and 4),
  occurred_at        timestamptz  not null,
  occurred_precision varchar(8)   not null check (occurred_precision in ('EXACT', 'HOUR', 'DAY')),
  utc_offset_minutes smallint check (utc_offset_minutes between -840 and 840),
  latitude           double precision check (latitude between -90 and 90),
  longitude          double precision check (longitude between -180 and 180),
  area               varchar(200) not null default '',
  tlp                varchar(12)  not null check (tlp in ('RED', 'AMBER_STRICT', 'AMBER', 'GREEN', 'CLEAR')),
  title              varchar(200) not null,
  text               text         not null,
  persons_harmed     varchar(8)   not null default 'UNKNOWN' check (persons_harmed in ('NO', 'YES', 'UNKNOWN')),
  harm_note          varchar(500) not null default '',
  told               varchar(500) not null default '',
  contact            varchar(320) not null default '',
  ship_name          varchar(100) not null default '',
  ship_imo           char(7),
  ship_type          varchar(100) not null default '',
  ship_flag          char(2),
  ship_shown         boolean      not null default false,
  source             varchar(20)  not null default 'MEMBER',   -- MEMBER, NGA_ASAM
  source_reference   varchar(40)  not null default '',
  source_words       varchar(300) not null default '',         -- the source's own word for the kind
  reporter_id        bigint references account,
  company_id         bigint references company,
  submission_key     uuid unique,                              -- one form sent twice is one report
  created_at         timestamptz  not null,
  updated_at         timestamptz  not null,
  version            int          not null default 0,
  search             tsvector generated always as (
    setweight(to_tsvector('english', title), 'A') ||
    setweight(to_tsvector('english', area), 'B') ||
    to_tsvector('english', text) ||
    to_tsvector('simple', reference || ' ' || source_reference)
  ) stored,
  check ((latitude is null) = (longitude is null))
);
create index incident_when on incident (occurred_at desc, id desc);
create index incident_status_when on incident (status, occurred_at desc, id desc);
create index incident_kind_when on incident (kind, occurred_at desc, id desc);
create index incident_severity_when on incident (severity, occurred_at desc, id desc);
create index incident_updated on incident (updated_at desc, id desc);
create index incident_place on incident (latitude, longitude);
create index incident_company on incident (company_id) where company_id is not null;
create index incident_reporter on incident (reporter_id) where reporter_id is not null;
create index incident_source on incident (source, source_reference);
create index incident_search on incident using gin (search);

create sequence incident_status_change_seq start with 50 increment by 50;
create table incident_status_change (
  id          bigint primary key default nextval('incident_status_change_seq'),
  incident_id bigint       not null references incident on delete cascade,
  at          timestamptz  not null,
  from_status varchar(12),                                     -- null: the report itself
  to_status   varchar(12)  not null,
  severity    smallint,
  reason      varchar(2000) not null,
  actor_id    bigint,
  actor_name  varchar(200) not null
);
create index incident_status_change_incident on incident_status_change (incident_id, at);

create sequence alert_subscription_seq start with 50 increment by 50;
create table alert_subscription (
  id         bigint primary key default nextval('alert_subscription_seq'),
  account_id bigint       not null references account on delete cascade,
  name       varchar(100) not null,
  shape      varchar(6)   not null check (shape in ('CIRCLE', 'BOX')),
  latitude   double precision,                                 -- circle: centre
  longitude  double precision,
  radius_nm  double precision,
  south      double precision not null,                        -- box, or the box round the circle
  west       double precision not null,                        -- west > east crosses the antimeridian
  north      double precision not null,
  east       double precision not null,
  kinds      varchar(400) not null default '',                 -- empty: any kind; else parted by a space
  created_at timestamptz  not null
);
create index alert_subscription_account on alert_subscription (account_id);
create index alert_subscription_place on alert_subscription (south, north);
