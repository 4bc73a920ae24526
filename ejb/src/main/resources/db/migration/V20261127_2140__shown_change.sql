-- Of an anonymous report the day of its last change is told, and no hour: the list, feeds and
-- cursors select and order by what is shown. The number of the change stands behind the day as
-- milliseconds, so that feeds notice each one and keep their order.
alter table incident
  drop column news_at,
  add column changed_at timestamptz not null generated always as
    (case when attribution = 'ANONYMOUS'
          then (date_trunc('day', updated_at at time zone 'UTC')
                + version * interval '1 millisecond') at time zone 'UTC'
          else updated_at end) stored,
  add column news_at timestamptz not null generated always as
    (case when source <> 'MEMBER' and updated_at <= created_at then occurred_at
          when attribution = 'ANONYMOUS'
          then (date_trunc('day', updated_at at time zone 'UTC')
                + version * interval '1 millisecond') at time zone 'UTC'
          else updated_at end) stored;

create index incident_news on incident (news_at desc, id desc);
drop index incident_cyber;
create index incident_cyber on incident (changed_at, id) where kind = 'CYBER';
