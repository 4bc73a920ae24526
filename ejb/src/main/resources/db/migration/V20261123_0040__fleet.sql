-- Ships that two companies say are theirs, reminders of the yearly attestation, and how many ships
-- a sector has.

create sequence ship_claim_seq start with 50 increment by 50;
create table ship_claim (
  id           bigint primary key default nextval('ship_claim_seq'),
  imo          char(7)       not null references ship,
  company_id   bigint        not null references company,   -- who claims
  by_id        bigint        references account on delete set null,
  by_name      varchar(200)  not null,
  evidence     varchar(2000) not null,
  state        varchar(10)   not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
  made_at      timestamptz   not null,
  settled_at   timestamptz,
  settled_id   bigint        references account on delete set null,
  settled_name varchar(200),
  reason       varchar(1000) not null default '',
  check ((state = 'OPEN') = (settled_at is null))
);
create unique index ship_claim_open on ship_claim (imo, company_id) where state = 'OPEN';
create index ship_claim_company on ship_claim (company_id);

-- one line for each reminder that was queued: two nodes send it once
create table attest_reminder (
  account_id  bigint      not null references account on delete cascade,
  attest_by   date        not null,
  days_before int         not null check (days_before in (60, 30, 7)),
  queued_at   timestamptz not null,
  primary key (account_id, attest_by, days_before)
);
create index account_attest_by on account (attest_by) where attest_by is not null;

-- a new value is a new line; none is changed or taken away
create sequence coverage_denominator_seq start with 50 increment by 50;
create table coverage_denominator (
  id      bigint primary key default nextval('coverage_denominator_seq'),
  sector  varchar(20)  not null,
  band    varchar(10)  check (band in ('1-4', '5-19', '20-49', '50-99', '100+')),  -- null: the whole sector
  ships   int          not null check (ships > 0),
  as_of   date         not null,
  source  varchar(500) not null,
  by_id   bigint       references account on delete set null,
  by_name varchar(200) not null,
  at      timestamptz  not null
);
create index coverage_denominator_sector on coverage_denominator (sector, as_of);

create index service_ship_days on service_ship (imo, from_day, to_day);
