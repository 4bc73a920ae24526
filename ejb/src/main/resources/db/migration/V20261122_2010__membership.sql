-- Companies, the accounts of their people, and how they sign in.

create sequence company_seq start with 50 increment by 50;
create table company (
  id     bigint primary key default nextval('company_seq'),
  name   varchar(200) not null,
  sector varchar(40)  not null                      -- TANKER, CRUISE, BULK, CONTAINER, OTHER
);

create sequence account_seq start with 50 increment by 50;
create table account (
  id            bigint primary key default nextval('account_seq'),
  email         varchar(320) not null,
  email_key     varchar(320) not null unique,       -- lower case, trimmed
  name          varchar(200) not null,
  company_id    bigint references company,
  password_hash varchar(300),
  state         varchar(10)  not null default 'ACTIVE' check (state in ('ACTIVE', 'ENDED')),
  session_stamp int          not null default 0,    -- raised to end every open session
  created_at    timestamptz  not null,
  version       int          not null default 0
);
create table account_role (
  account_id bigint      not null references account on delete cascade,
  role       varchar(30) not null,
  primary key (account_id, role)
);

create sequence access_token_seq start with 50 increment by 50;
create table access_token (
  id           bigint primary key default nextval('access_token_seq'),
  account_id   bigint       not null references account on delete cascade,
  label        varchar(100) not null,
  token_hash   bytea        not null unique,        -- SHA-256 of the token
  scopes       varchar(200) not null,               -- read, write: parted by a space
  created_at   timestamptz  not null,
  expires_at   timestamptz  not null,
  revoked_at   timestamptz
);
create index access_token_account on access_token (account_id);

-- Failed sign-ins slow down the pair of account and source, never the owner elsewhere.
create table sign_in_failure (
  account_key varchar(320) not null,                -- SHA-256 of the address typed, so that no typed secret is kept
  source      varchar(64)  not null,
  failures    int          not null,
  last_at     timestamptz  not null,
  primary key (account_key, source)
);

create table ship (
  imo        char(7) primary key,
  name       varchar(100) not null,
  type       varchar(60)  not null default '',
  flag       char(2),
  company_id bigint references company
);
create index ship_company on ship (company_id);
