-- Groups of members, and what each member shows of themselves to the others.

create sequence member_group_seq start with 1000 increment by 1;
create table member_group (
  id         bigint primary key default nextval('member_group_seq'),
  slug       varchar(60)   not null unique,            -- of a hidden group: random, so that no name can be guessed
  name       varchar(100)  not null,
  purpose    varchar(2000) not null,
  kind       varchar(12)   not null check (kind in ('OPEN', 'ON_REQUEST', 'INVITED', 'WORKING')),
  hidden     boolean       not null default false,     -- known to its members and to those invited alone
  rule       varchar(20) check (rule in ('PASSENGER_SHIPS')),
  ends_on    date,                                     -- the last day of a working group
  outcome    varchar(4000) not null default '',        -- what a working group found
  created_at timestamptz   not null,
  created_by bigint                                    -- null: the system
);

create sequence group_member_seq start with 1000 increment by 1;
create table group_member (
  id           bigint primary key default nextval('group_member_seq'),
  group_id     bigint      not null references member_group on delete cascade,
  account_id   bigint references account on delete cascade, -- null: an invitation that reaches nobody
  moderator    boolean     not null default false,
  state        varchar(10) not null check (state in ('INVITED', 'REQUESTED', 'MEMBER', 'LEFT', 'REMOVED', 'DECLINED')),
  from_at      timestamptz not null,                   -- invited, requested or joined at
  to_at        timestamptz,                            -- null while the state goes on
  invited_mail varchar(320),                           -- as the moderator typed it
  sentence     varchar(500) not null default '',       -- of who asked to join
  reason       varchar(500) not null default '',       -- of the moderator who declined or removed
  check (account_id is not null or invited_mail is not null),
  check ((to_at is null) = (state in ('INVITED', 'REQUESTED', 'MEMBER')))
);
create unique index group_member_open on group_member (group_id, account_id) where to_at is null;
create unique index group_member_invited on group_member (group_id, lower(invited_mail)) where state = 'INVITED';
create index group_member_account on group_member (account_id) where to_at is null;

create table member_profile (
  account_id      bigint primary key references account on delete cascade,
  hidden          boolean not null default false,      -- from the directory
  show_company    boolean not null default true,
  show_capacity   boolean not null default false,
  show_ships      boolean not null default false,
  show_telephone  boolean not null default false,
  show_mail       boolean not null default false,
  show_languages  boolean not null default false,
  show_waters     boolean not null default false,
  show_about      boolean not null default false,
  languages       varchar(200)  not null default '',
  waters          varchar(300)  not null default '',
  about           varchar(1000) not null default '',
  updated_at      timestamptz   not null
);
