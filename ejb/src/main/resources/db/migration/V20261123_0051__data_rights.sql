-- Who opened a sensitive record, what was erased, and what the daily retention job removed.

create table seen (
  object_type varchar(40)  not null,
  object_ref  varchar(120) not null,
  account_id  bigint       not null,
  reader_name varchar(200) not null,                   -- at that time; Former member once erased
  reader_role varchar(40)  not null,
  at          timestamptz  not null
);
create index seen_object on seen (object_type, object_ref, at desc);
create index seen_reader on seen (account_id, object_type, object_ref, at desc);
create index seen_at on seen (at);

-- The audit chain cannot be changed; what is shown of it names an erased person by a pseudonym.
create table erased_account (
  account_id bigint primary key,
  pseudonym  varchar(200) not null,
  at         timestamptz  not null
);
create view audit_shown as
  select e.number, e.at, e.actor_id, coalesce(x.pseudonym, e.actor_name) as actor_name, e.actor_role,
         e.action, e.object_type,
         case when x.pseudonym is not null and e.object_ref = e.actor_name then x.pseudonym
              else e.object_ref end as object_ref,
         case when x.pseudonym is not null then replace(e.detail, e.actor_name, x.pseudonym)
              else e.detail end as detail,
         e.previous_hash, e.hash
    from audit_entry e left join erased_account x on x.account_id = e.actor_id;

create table retention_run (
  day     date        not null,
  rule    varchar(40) not null,
  removed int         not null,
  at      timestamptz not null,
  primary key (day, rule)
);
