-- Tickets, the door, and who was there.

-- Ten letters and digits that nobody confuses (Crockford's alphabet): 50 random bits.
create function door_code() returns varchar language sql volatile as $$
  select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (get_byte(b, i) & 31) + 1, 1), '')
  from (select uuid_send(gen_random_uuid()) as b offset 0) r, unnest(array[0, 1, 2, 3, 4, 5, 10, 11, 12, 13]) i
$$;

alter table registration
  add column ticket_generation int not null default 0,           -- a ticket of an earlier one is worth nothing
  add column ticket_code varchar(10) not null default door_code(), -- for typing, in place of the picture
  add column walk_in boolean not null default false,             -- came without a registration; to be looked at later
  add column badge_prints int not null default 0;
create unique index registration_ticket_code on registration (ticket_code);

-- Whoever hands a registration to somebody else, or ends it, kills its ticket by that.
create function end_ticket() returns trigger language plpgsql as $$
begin
  if new.mail_key <> old.mail_key or (new.state in ('CANCELLED', 'DECLINED') and old.state not in ('CANCELLED', 'DECLINED')) then
    new.ticket_generation := old.ticket_generation + 1;
    new.ticket_code := door_code();
  end if;
  return new;
end $$;
create trigger registration_ticket_ended before update of mail_key, state on registration
  for each row execute function end_ticket();

create table ticket_key (
  id           int primary key check (id between 1 and 255),     -- stands in each ticket
  public_key   bytea       not null,                             -- Ed25519, 32 bytes
  sealed_id    uuid,                                             -- the private one among the sealed files
  private_key  bytea,                                            -- or here, where the deployment has no key to seal with
  made_at      timestamptz not null,
  withdrawn_at timestamptz,                                      -- its tickets are worth nothing from here on
  check ((sealed_id is null) <> (private_key is null))
);

-- Each scan that reached us, whatever came of it: none is lost. At most one counts for a person and
-- a day at the door, and for a person and a session.
create sequence door_scan_seq start with 1000 increment by 1;
create table door_scan (
  id              bigint primary key default nextval('door_scan_seq'),
  event_id        bigint       not null references event on delete cascade,
  client_id       uuid         not null unique,                  -- drawn by the device: the same scan sent twice is one
  registration_id bigint references registration on delete cascade,
  session_id      bigint references event_quota on delete cascade,
  day             date         not null,                         -- at the venue
  scanned_at      timestamptz  not null,                         -- by the device
  received_at     timestamptz  not null,
  offline         boolean      not null,                         -- was kept on the device for lack of a network
  how             varchar(8)   not null check (how in ('CODE', 'SEARCH', 'WALK_IN')),
  place           varchar(60)  not null default '',              -- as the device calls itself
  operator_id     bigint references account on delete set null,
  operator_name   varchar(200) not null,
  outcome         varchar(12)  not null check (outcome in ('IN', 'ALREADY', 'FORGED', 'REVOKED', 'UNKNOWN', 'NO_SEAT', 'OTHER_EVENT', 'NOT_CHOSEN', 'FULL')),
  shown           varchar(200) not null default '',              -- whom the device named, where we know nobody
  first_id        bigint references door_scan on delete set null, -- of a second scan: the one that counts
  state_before    varchar(10),
  undone_at       timestamptz,
  undone_by       varchar(200) not null default '',
  settled_at      timestamptz                                    -- of a conflict: somebody has looked at it
);
create unique index door_scan_door on door_scan (registration_id, day)
  where outcome = 'IN' and undone_at is null and session_id is null;
create unique index door_scan_session on door_scan (registration_id, session_id)
  where outcome = 'IN' and undone_at is null and session_id is not null;
create index door_scan_event on door_scan (event_id, outcome);
create index door_scan_registration on door_scan (registration_id) where registration_id is not null;

-- Signs links to ticket pages, and makes what a device keeps its list under.
insert into signing_key (purpose, secret)
values ('door', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
