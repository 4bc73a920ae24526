-- A rare word must look rare to the planner: else it reads the newest incidents one by one until it
-- has found enough of them, which takes seconds with a million.
alter table incident alter column search set statistics 500, alter column names set statistics 500,
  alter column reference set statistics 500;

-- The index of V20261127_1810 on upper() was not used.
drop index incident_source_reference_start;
create index incident_source_reference_start on incident (source_reference text_pattern_ops)
 where source_reference <> '';
