-- Who an account is at an identity provider or directory, and staff roles that two people decide.

create table account_identity (
  issuer     varchar(500) not null,                    -- the provider's issuer, or ldap
  subject    varchar(500) not null,                    -- what the provider calls the person, for good
  account_id bigint       not null references account on delete cascade,
  linked_at  timestamptz  not null,
  linked_by  varchar(200) not null,                    -- a name, or how the link came about
  primary key (issuer, subject),
  unique (account_id, issuer)                          -- one person of a provider for one account
);

create sequence role_grant_seq start with 50 increment by 50;
create table role_grant (
  id          bigint primary key default nextval('role_grant_seq'),
  account_id  bigint       not null references account on delete cascade,
  role        varchar(30)  not null,
  kind        varchar(10)  not null default 'ROLE' check (kind in ('ROLE', 'FACTORS')),
  reason      varchar(500) not null,
  asked_by    bigint       not null references account on delete cascade,
  asked_at    timestamptz  not null,
  state       varchar(10)  not null default 'ASKED' check (state in ('ASKED', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
  decided_by  bigint       references account on delete set null,
  decided_at  timestamptz,
  check (decided_by is null or decided_by <> asked_by or state = 'WITHDRAWN')
);
create unique index role_grant_open on role_grant (account_id, kind, role) where state = 'ASKED';
create index role_grant_account on role_grant (account_id, asked_at);
