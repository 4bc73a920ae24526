-- What other companies say to a report: seen too, not as told, or something to add.

create sequence incident_corroboration_seq start with 50 increment by 50;
create table incident_corroboration (
  id            bigint primary key default nextval('incident_corroboration_seq'),
  incident_id   bigint        not null references incident on delete cascade,
  company_id    bigint        not null references company,
  account_id    bigint        references account on delete set null,
  account_name  varchar(200)  not null,
  stance        varchar(8)    not null check (stance in ('SAW', 'DIFFERS', 'UPDATE')),
  ship_imo      char(7),                                    -- of the company's own fleet
  ship_name     varchar(100)  not null default '',
  distance_nm   double precision check (distance_nm between 0 and 500),
  seen_at       timestamptz,
  words         varchar(4000) not null default '',
  company_shown boolean       not null default false,
  answered_at   timestamptz   not null,
  state         varchar(10)   not null default 'STANDING' check (state in ('STANDING', 'REPLACED', 'WITHDRAWN')),
  ended_at      timestamptz,
  decision      varchar(8)    not null default 'OPEN' check (decision in ('OPEN', 'ACCEPTED', 'DECLINED')),
  decided_at    timestamptz,
  decided_by    bigint        references account on delete set null,
  decided_name  varchar(200),
  decided_reason varchar(2000) not null default '',
  check ((state = 'STANDING') = (ended_at is null)),
  check ((decision = 'OPEN') = (decided_at is null))
);
-- one standing answer a company; what it adds stands beside
create unique index incident_corroboration_one on incident_corroboration (incident_id, company_id)
  where state = 'STANDING' and stance <> 'UPDATE';
create index incident_corroboration_incident on incident_corroboration (incident_id, answered_at);
create index incident_corroboration_open on incident_corroboration (incident_id)
  where state = 'STANDING' and stance = 'DIFFERS' and decision = 'OPEN';
create index incident_corroboration_account on incident_corroboration (account_id);
