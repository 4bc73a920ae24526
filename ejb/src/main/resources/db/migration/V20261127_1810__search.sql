-- Search and feed with a million incidents.

-- A ship's name and number, found by the beginnings of words. Beside the vector of the text, since
-- not everybody who may read an incident may know its ship.
alter table incident add column names tsvector generated always as
  (to_tsvector('simple', ship_name || ' ' || coalesce(cast(ship_imo as text), ''))) stored;
create index incident_names on incident using gin (names);

-- References by their beginning, in any case.
create index incident_reference_start on incident (reference text_pattern_ops);
create index incident_source_reference_start on incident (upper(source_reference) text_pattern_ops)
 where source_reference <> '';

-- When an incident is news: a list that is imported holds old news, unless it changes what was here.
alter table incident add column news_at timestamptz not null generated always as
  (case when source = 'MEMBER' or updated_at > created_at then updated_at else occurred_at end) stored;
drop index incident_updated;
create index incident_news on incident (news_at desc, id desc);
