-- The whole of what a bulletin and a first response say is found, each part by those who may read it: a vector for
-- title and introduction, and one for each section or block.

alter table bulletin_version add column words tsvector generated always as
  (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', introduction), 'B')) stored;
alter table bulletin_section add column words tsvector generated always as
  (setweight(to_tsvector('english', title || ' ' || kicker), 'A')
   || setweight(to_tsvector('english', teaser), 'B') || setweight(to_tsvector('english', text), 'C')) stored;
create index bulletin_version_words on bulletin_version using gin (words) where number is not null;
create index bulletin_section_words on bulletin_section using gin (words);

alter table first_response_version add column words tsvector generated always as
  (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', area), 'B')) stored;
alter table first_response_block add column words tsvector generated always as
  (setweight(to_tsvector('english', text), 'B')) stored;
create index first_response_version_words on first_response_version using gin (words) where number is not null;
create index first_response_block_words on first_response_block using gin (words);

-- A generated column is empty in a trigger before the row is written: it follows from the others, which are compared.
create or replace function bulletin_version_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.number is not null then
      raise exception 'version % of bulletin % is published and stands', old.number, old.bulletin_id;
    end if;
    return old;
  end if;
  if old.number is not null
     and (to_jsonb(new) - array['editor_name', 'editor_id', 'reviewer_name', 'reviewer_id', 'authors', 'words'])
         is distinct from (to_jsonb(old) - array['editor_name', 'editor_id', 'reviewer_name', 'reviewer_id', 'authors', 'words']) then
    raise exception 'version % of bulletin % is published and stands', old.number, old.bulletin_id;
  end if;
  return new;
end $$;
create or replace function first_response_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.number is not null then
      raise exception 'version % of first response % is published and stands', old.number, old.report_id;
    end if;
    return old;
  end if;
  if old.number is not null
     and (to_jsonb(new) - array['editor_name', 'editor_id', 'words'])
         is distinct from (to_jsonb(old) - array['editor_name', 'editor_id', 'words']) then
    raise exception 'version % of first response % is published and stands', old.number, old.report_id;
  end if;
  return new;
end $$;
