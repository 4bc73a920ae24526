-- Quiet hours and the draw stand with the other rules of registering, in event_rules.

alter table event drop column quiet_from, drop column quiet_to, drop column draw_at;
