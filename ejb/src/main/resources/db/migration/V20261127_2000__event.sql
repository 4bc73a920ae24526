-- Events and who comes to them. Seats are rows: a trigger counts them into the quota, and the quota's
-- check ends the transaction that would sell one too many, whatever the code did.

create sequence event_seq start with 1000 increment by 1;
create table event (
  id                  bigint primary key default nextval('event_seq'),
  slug                varchar(80)   not null unique,
  title               varchar(150)  not null,
  series              varchar(100)  not null default '',
  summary             varchar(300)  not null default '',
  text                varchar(8000) not null default '',
  organiser_id        bigint references account on delete set null,
  organisers          varchar(300)  not null default '',       -- as the page names them, partners among them
  city                varchar(100)  not null default '',
  venue               varchar(300)  not null default '',
  venue_hidden        boolean       not null default false,    -- shown to accepted people alone
  starts_at           timestamptz   not null,
  ends_at             timestamptz   not null,
  zone                varchar(60)   not null,                  -- IANA name: the wall clock of the venue
  languages           varchar(100)  not null default '',
  audience            varchar(20)   not null check (audience in ('MEMBERS', 'MEMBERS_AND_GUESTS', 'PUBLIC')),
  rule                varchar(14)   not null default 'CHATHAM_HOUSE' check (rule in ('CHATHAM_HOUSE', 'ATTRIBUTED')),
  tlp                 varchar(12)   not null default 'GREEN' check (tlp in ('AMBER_STRICT', 'AMBER', 'GREEN', 'CLEAR')),
  mode                varchar(10)   not null default 'IN_PERSON' check (mode in ('IN_PERSON', 'REMOTE', 'BOTH')),
  status              varchar(10)   not null check (status in ('DRAFT', 'OPEN', 'WAITLIST', 'CLOSED', 'HELD', 'CANCELLED')),
  approval            boolean       not null default false,    -- somebody decides before a seat is taken
  company_cap         int check (company_cap between 1 and 1000),
  closes_at           timestamptz,                             -- no registration from here on; null: until it starts
  cancel_until        timestamptz,                             -- no cancellation by oneself from here on; null: until it starts
  offer_hours         int           not null default 24 check (offer_hours between 1 and 168),
  sequence            int           not null default 0,        -- of the calendar entry (RFC 5545, 3.8.7.4)
  status_reason       varchar(500)  not null default '',
  created_at          timestamptz   not null,
  updated_at          timestamptz   not null,
  version             int           not null default 0,
  check (ends_at > starts_at)
);
create index event_when on event (starts_at, id);

-- One row for each thing that can be full: the event, a category, a way to take part, a session.
create sequence event_quota_seq start with 1000 increment by 1;
create table event_quota (
  id       bigint primary key default nextval('event_quota_seq'),
  event_id bigint       not null references event on delete cascade,
  kind     varchar(10)  not null check (kind in ('EVENT', 'CATEGORY', 'MODE', 'SESSION')),
  name     varchar(100) not null,
  capacity int check (capacity >= 0),                          -- null: no limit
  taken    int          not null default 0 check (taken >= 0),
  place    int          not null default 0,                    -- the order on the page
  constraint event_quota_not_oversold check (capacity is null or taken <= capacity),
  unique (event_id, kind, name)
);
create unique index event_quota_event on event_quota (event_id) where kind = 'EVENT';

create table event_category (
  quota_id bigint primary key references event_quota on delete cascade,
  price    numeric(10, 2) not null default 0 check (price >= 0),
  currency char(3)        not null default 'EUR',
  guests   boolean        not null default false               -- people who are no members may choose it
);

create table event_session (
  quota_id  bigint primary key references event_quota on delete cascade,
  track     varchar(100) not null default '',
  room      varchar(100) not null default '',
  speaker   varchar(200) not null default '',
  text      varchar(2000) not null default '',
  starts_at timestamptz  not null,
  ends_at   timestamptz  not null,
  tlp       varchar(12)  not null default 'GREEN' check (tlp in ('AMBER_STRICT', 'AMBER', 'GREEN', 'CLEAR')),
  chosen    boolean      not null default false,               -- people choose it; else whoever comes may sit in
  topics    varchar(200) not null default '',                  -- of ISPS B/13.1, numbers parted by blanks
  check (ends_at > starts_at)
);

create sequence registration_seq start with 1000 increment by 1;
create table registration (
  id             bigint primary key default nextval('registration_seq'),
  event_id       bigint       not null references event on delete cascade,
  category_id    bigint references event_quota,
  mode           varchar(10)  not null check (mode in ('IN_PERSON', 'REMOTE')),
  account_id     bigint references account on delete set null, -- null: a guest, or somebody erased
  by_id          bigint references account on delete set null, -- who registered them, if another
  company_id     bigint references company on delete set null,
  name           varchar(200) not null,
  mail           varchar(320) not null,
  mail_key       varchar(320) not null,
  company        varchar(200) not null default '',
  state          varchar(10)  not null check (state in ('REQUESTED', 'VETTING', 'ACCEPTED', 'WAITLISTED', 'DECLINED', 'CONFIRMED', 'ATTENDED', 'NO_SHOW', 'CANCELLED')),
  priority       int          not null default 0,              -- of the waiting list, the higher first; a change has a reason
  joined_at      timestamptz  not null,                        -- when the place in the line was taken
  offer_until    timestamptz,                                  -- a held seat that waits for a yes
  price          numeric(10, 2) not null default 0,            -- as it was when they registered
  currency       char(3)      not null default 'EUR',
  ticket         uuid         not null unique default gen_random_uuid(),
  submission_key uuid unique,                                  -- one form sent twice is one registration
  created_at     timestamptz  not null,
  updated_at     timestamptz  not null,
  check (offer_until is null or state = 'WAITLISTED')
);
-- one person, one registration that counts
create unique index registration_person on registration (event_id, mail_key) where state not in ('CANCELLED', 'DECLINED');
create index registration_account on registration (account_id) where account_id is not null;
create index registration_waiting on registration (event_id, priority desc, joined_at, id) where state = 'WAITLISTED';
create index registration_offer on registration (offer_until) where offer_until is not null;
create index registration_event on registration (event_id, state);

create table registration_session (
  registration_id bigint not null references registration on delete cascade,
  quota_id        bigint not null references event_quota on delete cascade,
  primary key (registration_id, quota_id)
);

-- A seat that is taken or held, in one quota.
create table registration_seat (
  registration_id bigint not null references registration on delete cascade,
  quota_id        bigint not null references event_quota,
  primary key (registration_id, quota_id)
);
create index registration_seat_quota on registration_seat (quota_id);

create function count_registration_seat() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update event_quota set taken = taken + 1 where id = new.quota_id;
    return new;
  end if;
  update event_quota set taken = taken - 1 where id = old.quota_id;
  return old;
end $$;
create trigger registration_seat_counted after insert or delete on registration_seat
  for each row execute function count_registration_seat();

create sequence registration_change_seq start with 1000 increment by 1;
create table registration_change (
  id              bigint primary key default nextval('registration_change_seq'),
  registration_id bigint       not null references registration on delete cascade,
  at              timestamptz  not null,
  what            varchar(20)  not null,                       -- the new state, or OFFERED, EXPIRED, MOVED
  reason          varchar(500) not null default '',
  actor_id        bigint,
  actor_name      varchar(200) not null
);
create index registration_change_registration on registration_change (registration_id, at);
