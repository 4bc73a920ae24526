-- What vetting officers do with an application, and how an approved one becomes a sign-in.

-- Each act of checking is a row; the newest of an item counts. Nothing is overwritten, because
-- whoever checked once may not decide.
create sequence vetting_check_seq start with 50 increment by 50;
create table vetting_check (
  id             bigint primary key default nextval('vetting_check_seq'),
  application_id bigint       not null references application on delete cascade,
  item           varchar(20)  not null,               -- LETTER, FLAG, DOC, CSR, MAIL_DOMAIN, CALL_BACK, SANCTIONS
  outcome        varchar(10)  not null check (outcome in ('DONE', 'NOT_OK', 'NOT_NEEDED')),
  note           varchar(1000) not null default '',
  called_number  varchar(40),                         -- CALL_BACK: the switchboard's number
  number_source  varchar(300),                        -- CALL_BACK: where that number was found
  by_id          bigint       not null,
  by_name        varchar(200) not null,
  at             timestamptz  not null
);
create index vetting_check_application on vetting_check (application_id, item, id desc);

create sequence vetting_note_seq start with 50 increment by 50;
create table vetting_note (
  id             bigint primary key default nextval('vetting_note_seq'),
  application_id bigint        not null references application on delete cascade,
  text           varchar(4000) not null,
  by_id          bigint        not null,
  by_name        varchar(200)  not null,
  at             timestamptz   not null
);
create index vetting_note_application on vetting_note (application_id, id);

-- Who did what, when and why.
create sequence vetting_step_seq start with 50 increment by 50;
create table vetting_step (
  id             bigint primary key default nextval('vetting_step_seq'),
  application_id bigint        not null references application on delete cascade,
  kind           varchar(20)   not null check (kind in
                   ('FIRST_CHECK', 'ASKED_MORE', 'DECIDED', 'APPEAL_DECIDED', 'LINK_SENT', 'ACTIVATED')),
  outcome        varchar(10)   check (outcome in ('APPROVED', 'REFUSED')),
  reason         varchar(4000) not null default '',
  by_id          bigint,                              -- null: the applicant
  by_name        varchar(200)  not null,
  at             timestamptz   not null,
  check ((outcome is not null) = (kind in ('DECIDED', 'APPEAL_DECIDED')))
);
create index vetting_step_application on vetting_step (application_id, id);

-- The link that lets a new member choose a password: seven days, once; a newer one ends the older.
create table activation (
  account_id     bigint      primary key references account on delete cascade,
  application_id bigint      not null references application on delete cascade,
  code_hash      bytea       not null unique,         -- SHA-256 of the code
  expires_at     timestamptz not null,
  used_at        timestamptz
);
create index activation_application on activation (application_id);
