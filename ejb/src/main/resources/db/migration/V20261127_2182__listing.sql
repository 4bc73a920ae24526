-- The directory of partners and suppliers, kept by editors.

create table listing (
  id           bigint generated always as identity primary key,
  slug         varchar(60)  not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind         varchar(10)  not null check (kind in ('PARTNER', 'SUPPLIER', 'REFERENCE')),
  categories   text[]       not null check (cardinality(categories) between 1 and 4),
  name         varchar(100) not null,
  line         varchar(200) not null,
  link         varchar(300) not null check (link ~ '^https?://'),
  tlp          varchar(15)  not null check (tlp in ('CLEAR', 'GREEN')), -- CLEAR: everybody
  logo         bytea,                                  -- a picture painted anew, JPEG
  checked_on   date         not null,
  checked_by   bigint,
  checked_name varchar(200) not null,
  review_on    date         not null,
  withdrawn_at timestamptz,
  version      int          not null default 0,
  created_at   timestamptz  not null,
  updated_at   timestamptz  not null
);
create index listing_review on listing (review_on) where withdrawn_at is null;
