-- Who wrote an outcome, so that the name goes when the person is erased.
alter table event_outcome add column changed_by_id bigint references account on delete set null;
create index event_mailing_by on event_mailing (by_id) where by_id is not null;
