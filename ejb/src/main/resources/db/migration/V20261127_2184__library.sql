-- The library: items of many files, in versions, for everybody, for members or for a group.

create table library_item (
  id           bigint generated always as identity primary key,
  slug         varchar(60)   not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title        varchar(120)  not null,
  summary      varchar(1000) not null,
  campaign     varchar(80)   not null default '',
  tlp          varchar(15)   not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'RED')), -- RED: the group alone
  group_id     bigint references member_group on delete cascade,
  published_at timestamptz,
  withdrawn_at timestamptz,
  created_at   timestamptz   not null,
  updated_at   timestamptz   not null,
  words        tsvector generated always as (setweight(to_tsvector('english', title), 'A')
                 || setweight(to_tsvector('english', summary || ' ' || campaign), 'B')) stored,
  check ((tlp = 'RED') = (group_id is not null))
);
create index library_item_words on library_item using gin (words);

create table library_file (
  id          bigint generated always as identity primary key,
  item_id     bigint       not null references library_item on delete cascade,
  name        varchar(120) not null,                   -- made harmless; shown, never used as a path
  format      varchar(10)  not null check (format in ('POSTER', 'STICKER', 'BOOKLET', 'VIDEO', 'DOCUMENT')),
  language    varchar(12)  not null,                   -- BCP 47, such as en
  paper       varchar(20)  not null default '',        -- such as A3
  ship        boolean      not null,                   -- small enough for ships: in their bundle
  media_type  varchar(100) not null,
  content     bytea        not null,
  thumbnail   bytea,                                   -- JPEG
  text        text         not null default '',        -- what a PDF says, for the search
  version     int          not null default 1,
  replaces_id bigint       references library_file on delete set null,
  replaced_at timestamptz,                             -- a newer version stands in its place
  added_at    timestamptz  not null,
  words       tsvector generated always as (to_tsvector('english', text)) stored
);
create index library_file_item on library_file (item_id);
create index library_file_words on library_file using gin (words);

-- How often something was fetched, by company and day. No person is known.
create table library_download (
  item_id    bigint not null references library_item on delete cascade,
  company_id bigint not null default 0,                -- 0: nobody who serves a company
  day        date   not null,
  ship       boolean not null,                         -- the bundle for ships, by the link of one
  times      int    not null,
  primary key (item_id, company_id, day, ship)
);

-- A security officer asks ships to confirm that they have read something.
create table library_ask (
  id           bigint generated always as identity primary key,
  item_id      bigint       not null references library_item on delete cascade,
  account_id   bigint       not null references account on delete cascade,
  company_id   bigint       not null,
  imo          varchar(7)   not null,
  ship_name    varchar(100) not null,
  mail         varchar(320) not null,
  asked_at     timestamptz  not null,
  confirmed_at timestamptz,
  unique (item_id, account_id, imo)
);
create index library_ask_company on library_ask (company_id, item_id);
