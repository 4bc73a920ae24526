-- Invoices follow registrations and are paid by hand. The two tables that stood for them were never
-- written to. What an invoice says is frozen in its row; it is ended, never changed or deleted.
drop table event_invoice;
drop table invoice_number;

-- Numbers have no gaps within a kind and a year: the row is counted on in the transaction of the invoice.
create table invoice_number (
  kind varchar(7) not null check (kind in ('INVOICE', 'CREDIT')),
  year int        not null,
  last int        not null check (last > 0),
  primary key (kind, year)
);

create table event_invoice (
  id              bigint primary key default nextval('event_invoice_seq'),
  event_id        bigint         not null references event,
  registration_id bigint         not null references registration,
  kind            varchar(7)     not null check (kind in ('INVOICE', 'CREDIT')),
  credits_id      bigint unique references event_invoice,      -- the invoice that a credit note takes back
  number          varchar(20)    not null unique,
  issued_at       timestamptz    not null,
  due_on          date           not null,
  name            varchar(200)   not null,
  company         varchar(200)   not null default '',
  address         varchar(600)   not null default '',
  reference       varchar(60)    not null default '',          -- what the payer wants to read, such as an order
  subject         varchar(600)   not null,                     -- the event, its days and place, the category
  issuer          varchar(1000)  not null,
  payment         varchar(1000)  not null default '',          -- how to pay
  amount          numeric(10, 2) not null check (amount > 0),
  currency        char(3)        not null,
  paid_on         date,                                        -- of a credit note: given back on
  paid_how        varchar(200)   not null default '',
  paid_note       varchar(500)   not null default '',
  paid_by         varchar(200)   not null default '',
  ended_at        timestamptz,
  ended_because   varchar(9) check (ended_because in ('CANCELLED', 'CHANGED', 'ADDRESS', 'WAIVED')),
  ended_reason    varchar(500)   not null default '',
  ended_by        varchar(200)   not null default '',
  check ((kind = 'CREDIT') = (credits_id is not null)),
  check ((ended_at is null) = (ended_because is null)),
  check (kind = 'INVOICE' or ended_at is null)
);
create unique index event_invoice_open on event_invoice (registration_id) where kind = 'INVOICE' and ended_at is null;
create index event_invoice_registration on event_invoice (registration_id, id);
create index event_invoice_event on event_invoice (event_id, id);
create index registration_priced on registration (id) where price > 0;

create function keep_event_invoice() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.issued_at > now() - interval '10 years' then
      raise exception 'An invoice is kept for ten years';
    end if;
    return old;
  end if;
  if (old.event_id, old.registration_id, old.kind, old.credits_id, old.number, old.issued_at, old.due_on, old.name,
      old.company, old.address, old.reference, old.subject, old.issuer, old.payment, old.amount, old.currency)
     is distinct from
     (new.event_id, new.registration_id, new.kind, new.credits_id, new.number, new.issued_at, new.due_on, new.name,
      new.company, new.address, new.reference, new.subject, new.issuer, new.payment, new.amount, new.currency)
     or old.ended_at is not null and old.ended_at is distinct from new.ended_at then
    raise exception 'An invoice that was issued is not changed';
  end if;
  return new;
end $$;
create trigger event_invoice_kept before update or delete on event_invoice
  for each row execute function keep_event_invoice();
