-- Who serves which company, for which ships, from which day to which day (ISPS A/11.1), and what
-- a member's standing leaves of their rights.

alter table company
  add column imo_number  char(7) unique,               -- IMO company number, null until known
  add column country     char(2),                      -- ISO 3166 alpha-2
  add column mail_domain varchar(253),                 -- lower case, such as kestrel.example
  add column created_at  timestamptz not null default now();

alter table account
  add column telephone        varchar(40),
  add column attest_by        date,                    -- membership holds to the end of this day UTC; null: no end
  add column suspended_at     timestamptz,
  add column suspended_until  timestamptz,             -- null with suspended_at: until lifted
  add column suspended_reason varchar(2000);

create sequence company_service_seq start with 50 increment by 50;
create table company_service (
  id         bigint primary key default nextval('company_service_seq'),
  account_id bigint      not null references account on delete cascade,
  company_id bigint      not null references company,
  capacity   varchar(10) not null check (capacity in ('PRIMARY', 'ALTERNATE')),
  from_day   date        not null,
  to_day     date,                                     -- the last day served; null while it goes on
  end_reason varchar(500),
  check (to_day is null or to_day >= from_day)
);
create unique index company_service_current on company_service (account_id) where to_day is null;
create index company_service_company on company_service (company_id);

create table service_ship (
  service_id bigint  not null references company_service on delete cascade,
  imo        char(7) not null references ship,
  from_day   date    not null,
  to_day     date,                                     -- the last day; null while it goes on
  primary key (service_id, imo, from_day)
);
create index service_ship_imo on service_ship (imo) where to_day is null;

-- ship.type was free words; it is one of ShipType now
update ship set type = case
  when type ilike '%cruise%' or type ilike '%passenger%' then 'CRUISE'
  when type ilike '%chemical%' then 'CHEMICAL_TANKER'
  when type ilike '%gas%' then 'GAS_CARRIER'
  when type ilike '%tanker%' then 'OIL_TANKER'
  when type ilike '%bulk%' then 'BULK_CARRIER'
  when type ilike '%container%' then 'CONTAINER'
  when type = '' then 'OTHER'
  else 'OTHER' end;
alter table ship alter column type set default 'OTHER', alter column type type varchar(20);

-- everything that happened to a membership, in one list
create sequence membership_event_seq start with 50 increment by 50;
create table membership_event (
  id         bigint primary key default nextval('membership_event_seq'),
  account_id bigint       not null references account on delete cascade,
  at         timestamptz  not null,
  kind       varchar(30)  not null,                    -- STARTED, ATTESTED, REMINDED, LAPSED, SUSPENDED, LIFTED, MOVED, LEFT, SHIPS ...
  detail     varchar(2000) not null default '',
  by_id      bigint,                                   -- null: the system
  by_name    varchar(200) not null
);
create index membership_event_account on membership_event (account_id, at);

-- The roles that count at this moment. Nothing else may read account_role to decide a right.
create view account_right as
  select r.account_id, r.role
    from account_role r join account a on a.id = r.account_id
   where a.state = 'ACTIVE'
     and (a.suspended_at is null or a.suspended_at > now()
          or (a.suspended_until is not null and a.suspended_until <= now()))
     and (r.role <> 'MEMBER' or a.attest_by is null
          or (now() at time zone 'UTC')::date <= a.attest_by + 30);
