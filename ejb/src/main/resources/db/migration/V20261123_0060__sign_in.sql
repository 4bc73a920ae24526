-- Sessions that a person can see and end, second factors, and the links that reset a password or
-- change an address.

create table account_session (
  id           uuid primary key,
  account_id   bigint       not null references account on delete cascade,
  started_at   timestamptz  not null,
  last_seen_at timestamptz  not null,               -- coarse: written once in five minutes at most
  source       varchar(64)  not null,               -- address of IPv4, network of IPv6
  device       varchar(100) not null default '',    -- such as Firefox on Windows
  strong       boolean      not null default false, -- began with a second factor
  ended_at     timestamptz                          -- ended by its owner, or by signing out
);
create index account_session_account on account_session (account_id, started_at);

create sequence passkey_seq start with 50 increment by 50;
create table passkey (
  id            bigint primary key default nextval('passkey_seq'),
  account_id    bigint       not null references account on delete cascade,
  label         varchar(100) not null,
  credential_id bytea        not null unique,
  credential    bytea        not null,              -- attested credential data: AAGUID, id, public key
  user_handle   bytea        not null,              -- random, the same for all passkeys of an account
  sign_count    bigint       not null,
  created_at    timestamptz  not null,
  last_used_at  timestamptz
);
create index passkey_account on passkey (account_id);

create table authenticator_app (
  account_id   bigint primary key references account on delete cascade,
  sealed_id    uuid        not null,                -- the secret, in sealed_file
  made_at      timestamptz not null,
  confirmed_at timestamptz,                         -- null: shown, and no code of it was given yet
  last_step    bigint      not null default 0       -- the last time step a code was taken of
);

create table recovery_code (
  account_id bigint      not null references account on delete cascade,
  code_hash  bytea       not null,                  -- SHA-256; the code has 80 random bits
  used_at    timestamptz,
  primary key (account_id, code_hash)
);

create table password_reset (
  code_hash  bytea primary key,                     -- SHA-256 of the code in the link
  account_id bigint      not null references account on delete cascade,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index password_reset_account on password_reset (account_id, made_at);

create sequence email_change_seq start with 50 increment by 50;
create table email_change (
  id           bigint primary key default nextval('email_change_seq'),
  account_id   bigint       not null references account on delete cascade,
  old_email    varchar(320) not null,
  new_email    varchar(320) not null,
  code_hash    bytea        not null unique,        -- of the link that goes to the new address
  undo_hash    bytea        not null unique,        -- of the link that goes to the old address
  made_at      timestamptz  not null,
  expires_at   timestamptz  not null,
  confirmed_at timestamptz,
  undone_at    timestamptz
);
create index email_change_account on email_change (account_id, made_at);

-- a token opens staff's rights only if a second factor stood behind its making, where one is asked for
alter table access_token add column strong boolean not null default true;
