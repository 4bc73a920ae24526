-- How many wait stands with the quota of the event, which whoever changes the line has locked: the
-- last of ten thousand is told the place without counting those before.
alter table event_quota add column waiting int not null default 0 check (waiting >= 0); -- of kind EVENT alone

update event_quota q set waiting =
  (select count(*) from registration r where r.event_id = q.event_id and r.state = 'WAITLISTED')
 where q.kind = 'EVENT';

create function count_waiting() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.state = 'WAITLISTED' then
    update event_quota set waiting = waiting - 1 where event_id = old.event_id and kind = 'EVENT';
  end if;
  if tg_op <> 'DELETE' and new.state = 'WAITLISTED' then
    update event_quota set waiting = waiting + 1 where event_id = new.event_id and kind = 'EVENT';
  end if;
  return null;
end $$;
create trigger registration_waits after insert on registration
  for each row when (new.state = 'WAITLISTED') execute function count_waiting();
create trigger registration_waits_no_more after delete on registration
  for each row when (old.state = 'WAITLISTED') execute function count_waiting();
create trigger registration_waits_or_not after update of state on registration
  for each row when ((old.state = 'WAITLISTED') <> (new.state = 'WAITLISTED')) execute function count_waiting();
