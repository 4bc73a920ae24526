-- Whoever handed a seat over still finds out from its old address that it was, and to whom.
create table registration_handover (
  from_ticket     uuid primary key,                              -- the one that died; a guest's link is signed with it
  registration_id bigint       not null references registration on delete cascade,
  from_account    bigint references account on delete cascade,   -- null: a guest
  to_name         varchar(200) not null,                         -- as it was told; empty: forgotten since
  at              timestamptz  not null
);
create index registration_handover_registration on registration_handover (registration_id);
create index registration_handover_account on registration_handover (from_account) where from_account is not null;
