-- Badges, and certificates of attendance.

create table badge_style (
  quota_id bigint primary key references event_quota on delete cascade, -- a category
  colour   varchar(7)  not null check (colour ~ '^#[0-9a-f]{6}$'),
  role     varchar(40) not null
);

-- Who gets a certificate: whoever was there for so much. No row: half of the days.
create table certificate_rule (
  event_id bigint primary key references event on delete cascade,
  basis    varchar(8) not null check (basis in ('DAYS', 'SESSIONS')),
  percent  int        not null check (percent between 1 and 100)
);

create table certificate_number (
  year int primary key,
  last int not null
);

create sequence attendance_certificate_seq start with 1000 increment by 1;
create table attendance_certificate (
  id               bigint primary key default nextval('attendance_certificate_seq'),
  number           varchar(15)   not null unique,                 -- CPD-YYYY-NNNNNN
  code             varchar(12)   not null unique default 'C' || door_code() || substr(door_code(), 1, 1), -- of /verify; opens no name
  event_id         bigint        not null references event on delete cascade,
  registration_id  bigint        not null references registration on delete cascade,
  account_id       bigint references account on delete set null,
  name             varchar(200)  not null,
  initials         varchar(20)   not null,
  title            varchar(150)  not null,                        -- of the event, as it was then
  city             varchar(100)  not null,
  organisers       varchar(300)  not null,
  starts_on        date          not null,                        -- at the venue
  ends_on          date          not null,
  hours            numeric(5, 1) not null check (hours >= 0),
  topics           varchar(200)  not null default '',             -- of ISPS B/13.1, numbers parted by blanks
  lines            jsonb         not null default '[]',           -- what was attended, and for how many minutes
  issued_at        timestamptz   not null,
  issued_by        varchar(200)  not null,
  withdrawn_at     timestamptz,
  withdrawn_reason varchar(500)  not null default '',
  withdrawn_by     varchar(200)  not null default ''
);
create unique index attendance_certificate_one on attendance_certificate (registration_id) where withdrawn_at is null;
create index attendance_certificate_account on attendance_certificate (account_id) where account_id is not null;
