-- Watches of every shape, when their mails go out, and what became of each alert.

alter table alert_subscription
  drop constraint alert_subscription_shape_check,
  alter column shape type varchar(8),
  add constraint alert_subscription_shape_check
      check (shape in ('CIRCLE', 'BOX', 'POLYGON', 'CORRIDOR', 'PORT', 'WORLD')),
  add column outline  polygon,                          -- longitudes run on beyond 180, as platform.geo.Outline
  add column route    double precision[],               -- latitude, longitude, latitude …; runs on likewise
  add column port     varchar(12),                      -- code of the port that the circle lies round
  add column at_least smallint check (at_least between 1 and 4),  -- category, 1 is the gravest; null: any
  add column labels   varchar(60)  not null default '', -- empty: any; else parted by a space
  add column words    varchar(200) not null default '', -- as typed; empty: any
  add column wanted   tsquery generated always as
      (case when words = '' then null else websearch_to_tsquery('english', words) end) stored,
  add column delivery varchar(6)   not null default 'NOW' check (delivery in ('NOW', 'DAILY', 'WEEKLY')),
  add column stopped_at timestamptz,                    -- kept for a while, so that it can be taken back
  add column bounds   box generated always as
      (box(point(west, south), point(case when west <= east then east else east + 360 end, north))) stored,
  add constraint alert_subscription_outline check ((shape = 'POLYGON') = (outline is not null)),
  add constraint alert_subscription_route check ((shape = 'CORRIDOR') = (route is not null));
drop index alert_subscription_place;
create index alert_subscription_bounds on alert_subscription using gist (bounds) where stopped_at is null;

-- Whether a place lies within so many nautical miles of a route, whose legs run straight on a chart
-- of equal degrees, the shorter way round the world. The nearest point of a leg is found on a flat
-- chart round the place, the distance to it is taken on the sphere. Two millimetres are granted.
create function alert_on_route(lat double precision, lon double precision, route double precision[],
                               half_width_nm double precision) returns boolean
language plpgsql immutable parallel safe as $$
declare
  reach double precision := half_width_nm / 60 + 1e-6;
  scale double precision := greatest(cos(radians(lat)), 0.01);
  a_lat double precision; a_lon double precision; b_lat double precision; b_lon double precision;
  x double precision; dx double precision; dy double precision; part double precision;
  q_lat double precision; q_lon double precision;
begin
  for i in 1 .. array_length(route, 1) - 3 by 2 loop
    a_lat := route[i]; a_lon := route[i + 1]; b_lat := route[i + 2]; b_lon := route[i + 3];
    continue when lat < least(a_lat, b_lat) - reach or lat > greatest(a_lat, b_lat) + reach;
    x := lon + 360 * round((a_lon + b_lon - 2 * lon) / 720);
    dx := (b_lon - a_lon) * scale; dy := b_lat - a_lat;
    part := case when dx = 0 and dy = 0 then 0
                 else ((x - a_lon) * scale * dx + (lat - a_lat) * dy) / (dx * dx + dy * dy) end;
    part := greatest(0, least(1, part));
    q_lat := a_lat + part * (b_lat - a_lat); q_lon := a_lon + part * (b_lon - a_lon);
    if 120 * degrees(asin(least(1, sqrt(power(sin(radians(lat - q_lat) / 2), 2)
         + cos(radians(q_lat)) * cos(radians(lat)) * power(sin(radians(x - q_lon) / 2), 2)))))
       <= half_width_nm + 1e-6 then
      return true;
    end if;
  end loop;
  return false;
end $$;

-- When a person is mailed. Without a row: UTC, no quiet hours, digests at 07:00 and on Mondays.
create table alert_hours (
  account_id  bigint      primary key references account on delete cascade,
  zone        varchar(50) not null,                     -- IANA
  quiet_from  time,
  quiet_to    time,
  digest_at   time        not null default '07:00',
  digest_day  smallint    not null default 1 check (digest_day between 1 and 7),  -- ISO, 1 is Monday
  updated_at  timestamptz not null,
  check ((quiet_from is null) = (quiet_to is null) and quiet_from is distinct from quiet_to
         or quiet_from is null and quiet_to is null)
);

-- A test of the whole chain, once a year: who does not answer would not hear of an attack either.
create sequence alert_test_seq start with 50 increment by 50;
create table alert_test (
  id         bigint primary key default nextval('alert_test_seq'),
  started_at timestamptz  not null,
  started_by bigint       references account on delete set null,
  started_name varchar(200) not null,
  note       varchar(300) not null default ''
);

-- One alert for one person. What a mail holds is decided when it is written, by the policy of then.
-- Person, incident, report and test are named without foreign keys: a hundred thousand rows are written in
-- the transaction of a confirmation, and the checks took two thirds of its time.
create sequence alert_delivery_seq start with 50 increment by 50;
create table alert_delivery (
  id          bigint primary key default nextval('alert_delivery_seq'),
  account_id  bigint      not null,
  what        varchar(10) not null check (what in ('CONFIRMED', 'RAISED', 'UPDATED', 'CORRECTED', 'REPORT', 'TEST')),
  incident_id bigint,
  report_id   bigint,                                   -- first response report
  test_id     bigint,
  watches     bigint[]    not null default '{}',        -- that matched; they may be gone by now
  urgent      boolean     not null,                     -- danger to life: no quiet hours, no digest
  digest      boolean     not null,                     -- goes into one mail with others
  queued_at   timestamptz not null,
  due_at      timestamptz not null,
  state       varchar(8)  not null default 'QUEUED' check (state in ('QUEUED', 'MAILED', 'STOPPED')),
  batch       uuid,                                     -- the mail, for its link to acknowledge
  message_id  varchar(200),                             -- of outbox_mail
  mailed_at   timestamptz,
  acknowledged_at timestamptz,
  check (num_nonnulls(incident_id, report_id, test_id) = 1),
  check ((state = 'MAILED') = (message_id is not null))
);
create index alert_delivery_due on alert_delivery (due_at) where state = 'QUEUED';
create index alert_delivery_account on alert_delivery (account_id, id desc);
create index alert_delivery_incident on alert_delivery (incident_id, account_id);
create index alert_delivery_test on alert_delivery (test_id) where test_id is not null;
create index alert_delivery_batch on alert_delivery (batch) where batch is not null;

-- What is shown of it: sent once the mail server has it, failed once the mail was given up.
create view alert_delivery_shown as
  select d.*, case when d.acknowledged_at is not null then 'ACKNOWLEDGED'
                   when d.state <> 'MAILED' then d.state
                   when m.state = 'QUEUED' then 'QUEUED'
                   when m.state = 'DEAD' then 'FAILED'
                   else 'SENT' end as shown
    from alert_delivery d left join outbox_mail m on m.message_id = d.message_id;

-- Alerts that went out before, so that a correction still reaches whoever got them.
insert into alert_delivery (account_id, what, incident_id, urgent, digest, queued_at, due_at, state, message_id, mailed_at)
select m.account_id, 'CONFIRMED', i.id, false, false, m.created_at, m.created_at, 'MAILED', m.message_id, m.sent_at
  from outbox_mail m join incident i on i.reference = m.object_ref join account a on a.id = m.account_id
 where m.category = 'ALERT';
