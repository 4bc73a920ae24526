-- Bulletins and news: written in Markdown, read by a second person, published, corrected with a note. What was
-- published is never overwritten: each version stands whole, and a trigger refuses to change one.

create sequence bulletin_seq start with 50 increment by 1;
create table bulletin (
  id               bigint primary key default nextval('bulletin_seq'),
  slug             varchar(80)  not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  current_number   int,                                       -- the version that is read; null: never published
  published_at     timestamptz,                               -- the first time
  withdrawn_at     timestamptz,
  withdrawn_reason varchar(1000) not null default '',
  submission_key   uuid unique,                               -- one form sent twice is one bulletin
  created_at       timestamptz  not null,
  lock             int          not null default 0,           -- what an editor has seen
  check ((published_at is null) = (current_number is null)),
  check (withdrawn_at is null or current_number is not null)
);

-- An address that was published never changes: people, mails and other sites know it.
create function bulletin_address_stands() returns trigger language plpgsql as $$
begin
  if old.current_number is not null and new.slug <> old.slug then
    raise exception 'the address of bulletin % is published and stands', old.id;
  end if;
  return new;
end $$;
create trigger bulletin_address before update of slug on bulletin
  for each row execute function bulletin_address_stands();

create sequence bulletin_version_seq start with 50 increment by 1;
create table bulletin_version (
  id            bigint primary key default nextval('bulletin_version_seq'),
  bulletin_id   bigint       not null references bulletin on delete cascade,
  number        int,                                          -- 1, 2, 3 …; null: the one that is worked on
  stage         varchar(9)   not null check (stage in ('DRAFT', 'REVIEW', 'SCHEDULED', 'PUBLISHED')),
  note          varchar(1000) not null default '',            -- why there is this version; whoever reads it may read this
  at            timestamptz  not null,                        -- saved or published
  editor_id     bigint references account on delete set null, -- who saved it last
  editor_name   varchar(200) not null,
  authors       bigint[]     not null,                        -- everybody who wrote in it
  reviewer_id   bigint references account on delete set null, -- the second person
  reviewer_name varchar(200) not null default '',
  held          varchar(1000) not null default '',            -- why it came back to be worked on
  kind          varchar(8)   not null check (kind in ('BULLETIN', 'NEWS')),
  title         varchar(150) not null,
  day           date         not null,
  audience      varchar(7)   not null check (audience in ('PUBLIC', 'MEMBERS')), -- of title and introduction
  introduction  varchar(5000) not null,
  publish_at    timestamptz,                                  -- null: as soon as it is approved
  mail          boolean      not null,                        -- whether subscribers are mailed
  check ((number is not null) = (stage = 'PUBLISHED')),
  check (not (coalesce(reviewer_id, -1) = any (authors))),    -- never the author
  check (stage not in ('SCHEDULED') or reviewer_id is not null),
  unique (bulletin_id, number)
);
create unique index bulletin_version_work on bulletin_version (bulletin_id) where number is null;
create index bulletin_version_due on bulletin_version (publish_at) where stage = 'SCHEDULED';

create table bulletin_section (
  version_id bigint       not null references bulletin_version on delete cascade,
  place      smallint     not null,
  kicker     varchar(40)  not null default '',
  title      varchar(150) not null,
  anchor     varchar(80)  not null,
  teaser     varchar(2000) not null,                          -- what stands before "read more"
  text       varchar(20000) not null,
  audience   varchar(7)   not null check (audience in ('PUBLIC', 'MEMBERS', 'GROUPS')),
  groups     bigint[]     not null default '{}',
  primary key (version_id, place),
  unique (version_id, anchor),
  check ((audience = 'GROUPS') = (cardinality(groups) > 0))
);

-- The name of an editor who is erased goes; nothing else of a published version ever changes.
create function bulletin_version_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.number is not null then
      raise exception 'version % of bulletin % is published and stands', old.number, old.bulletin_id;
    end if;
    return old;
  end if;
  if old.number is not null
     and (to_jsonb(new) - array['editor_name', 'editor_id', 'reviewer_name', 'reviewer_id', 'authors'])
         is distinct from (to_jsonb(old) - array['editor_name', 'editor_id', 'reviewer_name', 'reviewer_id', 'authors']) then
    raise exception 'version % of bulletin % is published and stands', old.number, old.bulletin_id;
  end if;
  return new;
end $$;
create trigger bulletin_version_stands before update or delete on bulletin_version
  for each row execute function bulletin_version_stands();

create function bulletin_section_stands() returns trigger language plpgsql as $$
begin
  if exists (select 1 from bulletin_version v
              where v.id = coalesce(new.version_id, old.version_id) and v.number is not null) then
    raise exception 'a published version of a bulletin stands';
  end if;
  return coalesce(new, old);
end $$;
create trigger bulletin_section_stands before insert or update or delete on bulletin_section
  for each row execute function bulletin_section_stands();

-- Pictures are painted anew in a few widths; the original is not kept.
create sequence bulletin_picture_seq start with 50 increment by 1;
create table bulletin_picture (
  id          bigint primary key default nextval('bulletin_picture_seq'),
  bulletin_id bigint       not null references bulletin on delete cascade,
  alt         varchar(300) not null check (alt <> ''),
  added_at    timestamptz  not null
);
create index bulletin_picture_of on bulletin_picture (bulletin_id);
create table bulletin_picture_size (
  picture_id bigint      not null references bulletin_picture on delete cascade,
  width      int         not null,
  height     int         not null,
  media_type varchar(20) not null check (media_type in ('image/jpeg', 'image/png')),
  content    bytea       not null,
  primary key (picture_id, width)
);

-- One row: each node keeps what is published in memory and asks here whether it still is.
create table news_state (
  id      smallint primary key check (id = 1),
  version bigint not null
);
insert into news_state (id, version) values (1, 0);
