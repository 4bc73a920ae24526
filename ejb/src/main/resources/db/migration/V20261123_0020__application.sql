-- Who asks to be a member, with what proofs; and files that lie sealed.

create table sealed_file (
  id         uuid primary key,
  purpose    varchar(40)  not null,                 -- bound to the content: another purpose does not open it
  key_id     varchar(16)  not null,                 -- which key sealed it
  nonce      bytea        not null,                 -- 96 bits, new for each file
  content    bytea        not null,                 -- AES-256-GCM, the tag at its end
  size       bigint       not null,                 -- of the plain content, in bytes
  sha256     bytea        not null,                 -- of the sealed content
  created_at timestamptz  not null
);

create sequence application_seq start with 50 increment by 50;
create table application (
  id              bigint primary key default nextval('application_seq'),
  reference       varchar(20) unique,               -- APP-YYYY-NNNNN, from the first submission on
  email           varchar(320) not null,
  email_key       varchar(320) not null,            -- lower case, trimmed
  name            varchar(200),
  telephone       varchar(40),
  role            varchar(10)  not null check (role in ('PRIMARY', 'ALTERNATE')),
  company_name    varchar(200),
  company_imo     char(7),
  company_country char(2),
  mail_domain     varchar(253),                     -- lower case, as the person gave it
  flag_states     varchar(400) not null default '', -- ISO 3166 alpha-2, parted by blanks
  sector          varchar(40),
  code_version    varchar(20),                      -- of the code of conduct that was accepted
  privacy_version varchar(20),                      -- of the privacy notice that was accepted
  accepted_at     timestamptz,
  state           varchar(20)  not null default 'DRAFT'
                  check (state in ('DRAFT', 'SUBMITTED', 'MORE_ASKED', 'CHECKED', 'APPROVED', 'REFUSED', 'APPEALED', 'WITHDRAWN')),
  asked           varchar(2000),                    -- what the officers last asked for
  reply           varchar(2000),                    -- what the applicant last answered
  refusal         varchar(2000),                    -- the reason of the last refusal, as the applicant reads it
  appeal          varchar(2000),                    -- why the applicant asks for another decision; once
  created_at      timestamptz  not null,
  submitted_at    timestamptz,                      -- the last time
  answer_by       timestamptz,                      -- promised
  decided_at      timestamptz,
  purge_at        timestamptz,                      -- from then on its proofs are deleted
  account_id      bigint references account on delete set null,
  version         int          not null default 0
);
create index application_email on application (email_key);
create index application_account on application (account_id);
create index application_queue on application (state, submitted_at);
create index application_purge on application (purge_at) where purge_at is not null;

create table application_ship (
  application_id bigint       not null references application on delete cascade,
  imo            char(7)      not null,
  name           varchar(100) not null,
  type           varchar(20)  not null,
  flag           char(2),
  position       int          not null,             -- 1, 2, 3 as typed
  primary key (application_id, imo)
);

create table application_voucher (
  application_id bigint       not null references application on delete cascade,
  email          varchar(320) not null,             -- as typed
  email_key      varchar(320) not null,
  position       int          not null,
  account_id     bigint references account on delete set null, -- known from the submission on; null: no member
  code_hash      bytea unique,                      -- SHA-256 of the one-time code in the mail
  asked_at       timestamptz,
  answer         varchar(10) check (answer in ('VOUCHED', 'UNKNOWN')),
  answered_at    timestamptz,
  primary key (application_id, email_key)
);

create sequence application_proof_seq start with 50 increment by 50;
create table application_proof (
  id             bigint primary key default nextval('application_proof_seq'),
  application_id bigint       not null references application on delete cascade,
  kind           varchar(20)  not null check (kind in ('DESIGNATION', 'DOC', 'CSR', 'FLAG', 'TRAINING', 'OTHER')),
  file_id        uuid references sealed_file,       -- null once the file is gone
  file_name      varchar(120) not null,             -- made harmless; shown, never used as a path
  media_type     varchar(40)  not null,             -- as found in the content
  size           bigint       not null,
  sha256         bytea        not null,             -- of the plain content: the fact of what was checked
  added_at       timestamptz  not null,
  removed_at     timestamptz,                       -- the file was deleted; the fact stays
  check ((file_id is null) = (removed_at is not null))
);
create index application_proof_application on application_proof (application_id);

-- The mails that open an application again. Rows for addresses that have an account open nothing:
-- they are written so that both kinds of address take the same work, and count for the limits.
create table application_link (
  code_hash      bytea primary key,                 -- SHA-256 of a 256-bit code
  application_id bigint references application on delete cascade,
  email          varchar(320) not null,
  email_key      varchar(320) not null,
  role           varchar(10)  not null,             -- of the application that the link begins
  opens          boolean      not null,             -- false: the address has an account
  source         varchar(64)  not null,             -- where it was asked for; '' for our own mails
  created_at     timestamptz  not null,
  expires_at     timestamptz  not null
);
create index application_link_email on application_link (email_key, created_at);
create index application_link_source on application_link (source, created_at);
create index application_link_created on application_link (created_at);
