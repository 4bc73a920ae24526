-- Who reads an incident beside the label: groups, partners by agreement, and what is kept back.

-- Latitude, longitude and time of an incident are what anybody is shown and what every list, map,
-- search and figure selects by. Where the reporter blurs them, the exact ones stand beside, for the
-- page of those who may know the reporter. So a query that knows nothing of it cannot give away more.
alter table incident
  add column attribution       varchar(14)      not null default 'COMPANY_HIDDEN'
             check (attribution in ('NAMED', 'COMPANY_HIDDEN', 'ANONYMOUS')),
  add column blur_nm           double precision not null default 0 check (blur_nm between 0 and 100),
  add column exact_latitude    double precision check (exact_latitude between -90 and 90),
  add column exact_longitude   double precision check (exact_longitude between -180 and 180),
  add column exact_occurred_at timestamptz,                  -- null: occurred_at is not made coarser
  add column exact_precision   varchar(8) check (exact_precision in ('EXACT', 'HOUR', 'DAY')),
  add column may_pass_flag     boolean          not null default false,
  add column may_pass_navy     boolean          not null default false,
  add column may_pass_imb      boolean          not null default false,
  add column shared_with       bigint[]         not null default '{}', -- groups now; kept by a trigger
  add constraint incident_exact_place check ((exact_latitude is null) = (exact_longitude is null)
             and (exact_latitude is null or (blur_nm > 0 and latitude is not null))),
  add constraint incident_exact_time check ((exact_occurred_at is null) = (exact_precision is null));

create sequence incident_group_seq start with 50 increment by 50;
create table incident_group (
  id          bigint primary key default nextval('incident_group_seq'),
  incident_id bigint       not null references incident on delete cascade,
  group_id    bigint       not null references member_group on delete cascade,
  shared_at   timestamptz  not null,
  shared_by   bigint references account on delete set null,
  revoked_at  timestamptz,                                   -- null: shared now
  revoked_by  bigint references account on delete set null,
  reason      varchar(500) not null default ''               -- of the revocation
);
create unique index incident_group_open on incident_group (incident_id, group_id) where revoked_at is null;
create index incident_group_group on incident_group (group_id) where revoked_at is null;

-- The row is locked first, so that two groups at once are both counted.
create function incident_shared_with() returns trigger language plpgsql as $$
declare changed bigint := coalesce(new.incident_id, old.incident_id);
begin
  perform 1 from incident where id = changed for update;
  update incident set shared_with = coalesce((select array_agg(g.group_id order by g.group_id)
      from incident_group g where g.incident_id = changed and g.revoked_at is null), '{}')
   where id = changed;
  return null;
end $$;
create trigger incident_group_counts after insert or update or delete on incident_group
  for each row execute function incident_shared_with();

-- Steps of a label. To narrow it takes one person, to widen it the source or two editors.
create sequence incident_label_change_seq start with 50 increment by 50;
create table incident_label_change (
  id           bigint primary key default nextval('incident_label_change_seq'),
  incident_id  bigint        not null references incident on delete cascade,
  from_tlp     varchar(12)   not null check (from_tlp in ('RED', 'AMBER_STRICT', 'AMBER', 'GREEN', 'CLEAR')),
  to_tlp       varchar(12)   not null check (to_tlp in ('RED', 'AMBER_STRICT', 'AMBER', 'GREEN', 'CLEAR')),
  kind         varchar(10)   not null check (kind in ('NARROWED', 'SOURCE', 'EDITORS')),
  state        varchar(10)   not null check (state in ('ASKED', 'MADE', 'REFUSED', 'OVERTAKEN')),
  reason       varchar(2000) not null,
  asked_at     timestamptz   not null,
  asked_by     bigint references account on delete set null,
  asked_name   varchar(200)  not null,
  decided_at   timestamptz,
  decided_by   bigint references account on delete set null,
  decided_name varchar(200),
  decided_reason varchar(2000) not null default '',
  check (from_tlp <> to_tlp),
  check ((state = 'ASKED') = (decided_at is null)),
  check (state <> 'ASKED' or kind = 'EDITORS'),
  check (kind <> 'EDITORS' or state <> 'MADE' or decided_by is null or decided_by is distinct from asked_by)
);
create unique index incident_label_change_open on incident_label_change (incident_id) where state = 'ASKED';
create index incident_label_change_incident on incident_label_change (incident_id, asked_at);

-- What a partner organisation and the alliance agreed. Without one in force a partner reads what the public reads.
create sequence partner_agreement_seq start with 50 increment by 50;
create table partner_agreement (
  id           bigint primary key default nextval('partner_agreement_seq'),
  organisation varchar(200) not null,
  ceiling      varchar(12)  not null check (ceiling in ('GREEN', 'AMBER')), -- the narrowest label it reads
  from_on      date         not null,                        -- first day, UTC
  to_on        date,                                         -- last day; null: until it is ended
  note         varchar(500) not null default '',
  made_at      timestamptz  not null,
  made_by      bigint references account on delete set null,
  made_name    varchar(200) not null,
  ended_at     timestamptz,
  ended_name   varchar(200),
  end_reason   varchar(500) not null default '',
  version      int          not null default 0,
  check (to_on is null or to_on >= from_on)
);
create table partner_agreement_person (
  agreement_id bigint not null references partner_agreement on delete cascade,
  account_id   bigint not null references account on delete cascade,
  primary key (agreement_id, account_id)
);
create index partner_agreement_person_account on partner_agreement_person (account_id);

-- The groups an account is in at this moment: standing, right of a member and rule of the group all hold.
create view account_group as
  select m.account_id, m.group_id
    from group_member m join member_group g on g.id = m.group_id
   where m.state = 'MEMBER' and m.to_at is null
     and exists (select 1 from account_right r where r.account_id = m.account_id and r.role = 'MEMBER')
     and (g.rule is null or exists (select 1 from account a join ship s on s.company_id = a.company_id
                                     and s.type = 'CRUISE' where a.id = m.account_id));

-- How far the agreements of an account reach at this moment.
create view account_agreement as
  select p.account_id, p.agreement_id, a.ceiling
    from partner_agreement_person p join partner_agreement a on a.id = p.agreement_id
   where a.ended_at is null and a.from_on <= (now() at time zone 'UTC')::date
     and (a.to_on is null or a.to_on >= (now() at time zone 'UTC')::date);

-- What every rule about rows needs to know of a person at this moment, in one row.
create view account_reader as
  select a.id as account_id, a.name, a.company_id,
         (select string_agg(r.role, ' ') from account_right r where r.account_id = a.id) as roles,
         (a.attest_by is not null and (now() at time zone 'UTC')::date > a.attest_by) as read_only,
         (select string_agg(cast(g.group_id as text), ' ') from account_group g where g.account_id = a.id) as groups,
         (select min(p.ceiling) from account_agreement p where p.account_id = a.id) as agreement -- AMBER before GREEN
    from account a
   where a.state = 'ACTIVE';
