-- Who accepted which version of a text. The texts are files of the product; their versions are words.

create table legal_acceptance (
  account_id bigint      not null references account on delete cascade,
  document   varchar(20) not null,
  version    varchar(20) not null,
  at         timestamptz not null,
  primary key (account_id, document, version)
);

-- Who joined has accepted code and notice in the application.
create view legal_accepted as
  select account_id, document, version, min(at) as at
    from (select account_id, document, version, at from legal_acceptance
          union all
          select account_id, 'CONDUCT', code_version, accepted_at from application
           where account_id is not null and code_version is not null and accepted_at is not null
          union all
          select account_id, 'PRIVACY', privacy_version, accepted_at from application
           where account_id is not null and privacy_version is not null and accepted_at is not null) each
   group by account_id, document, version;
