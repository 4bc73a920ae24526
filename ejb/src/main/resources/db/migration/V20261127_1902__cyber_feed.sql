-- Indicators are handed over in the order of the last change of their incident.
create index incident_cyber on incident (updated_at, id) where kind = 'CYBER';
