-- A provider's person linked with an account by hand: one administrator asks, another person confirms.

alter table role_grant drop constraint role_grant_kind_check;
alter table role_grant add constraint role_grant_kind_check check (kind in ('ROLE', 'FACTORS', 'LINK'));
alter table role_grant add column issuer varchar(500);
alter table role_grant add column subject varchar(500);
alter table role_grant add constraint role_grant_link_check
  check ((kind = 'LINK') = (issuer is not null and subject is not null));
