-- Quiet hours and the time of a draw stand with the event itself; the seed stands with the rules.
alter table event_rules
  drop column quiet_from,
  drop column quiet_until,
  drop column draw_at;
