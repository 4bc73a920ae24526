-- What figures and the danger clock need beyond the list.

-- The hour in local time that an ASAM message states where only its day is known in UTC ("0330 LT").
alter table incident add column stated_hour smallint generated always as (
  case when source = 'NGA_ASAM' and occurred_precision = 'DAY' then
    substring(left(text, 700)
      from '(?<![\d-])((?:[01]\d|2[0-3])):?[0-5]\d ?(?:[Ll]ocal|LOCAL|LT\y|hrs LT)')::smallint
  end) stored;

-- Who gets the figures of the day by mail, and up to which day they were sent.
create table statistics_subscription (
  account_id bigint      primary key references account on delete cascade,
  query      varchar(1000) not null default '',        -- the selection, as in the address of the page
  started_at timestamptz not null,
  sent_day   date        not null                       -- UTC; the day whose figures were sent last
);
create index statistics_subscription_day on statistics_subscription (sent_day);
