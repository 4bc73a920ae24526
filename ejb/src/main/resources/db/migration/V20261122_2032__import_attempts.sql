-- How often a job was taken up without getting any further: what fails again and again is ended.
alter table import_job add column attempts int not null default 0;
