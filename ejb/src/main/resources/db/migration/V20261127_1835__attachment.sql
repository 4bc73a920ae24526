-- Photos, videos and documents of incidents. The content lies sealed; here is what is known of it.

create sequence incident_attachment_seq start with 50 increment by 50;
create table incident_attachment (
  id           bigint primary key default nextval('incident_attachment_seq'),
  incident_id  bigint       not null references incident on delete cascade,
  update_id    bigint,                                -- the peer's update it came with, if any
  uploader_id  bigint references account,
  company_id   bigint references company,             -- the uploader's at that time
  side         varchar(8)   not null check (side in ('OWN', 'EDITOR', 'PEER')),
  type         varchar(8)   not null,                 -- as found in the content
  file_name    varchar(120) not null,                 -- made harmless; shown, never used as a path
  size         bigint       not null,                 -- of the original, in bytes
  sha256       bytea        not null,                 -- of the original
  description  varchar(300) not null default '',      -- what it shows, for those who cannot see it
  found        varchar(200) not null default '',      -- what the original tells beside, parted by a space
  original_id  uuid references sealed_file,           -- null once it is gone
  copy_id      uuid references sealed_file,           -- what others see; null: there is none
  copy_type    varchar(8),
  copy_size    bigint,
  copy_sha256  bytea,
  thumbnail_id uuid references sealed_file,
  width        int          not null default 0,       -- of the copy, in pixels
  height       int          not null default 0,
  state        varchar(12)  not null check (state in ('QUARANTINED', 'SCANNED', 'UNSCANNED', 'REFUSED', 'REMOVED')),
  state_note   varchar(300) not null default '',      -- what the scanner found, or why it was removed
  attempts     int          not null default 0,       -- of scans that came to nothing
  due_at       timestamptz,                           -- when it is scanned next
  added_at     timestamptz  not null,
  scanned_at   timestamptz
);
create index incident_attachment_incident on incident_attachment (incident_id);
create index incident_attachment_due on incident_attachment (due_at) where state = 'QUARANTINED';
create index incident_attachment_uploader on incident_attachment (uploader_id);
create unique index incident_attachment_once on incident_attachment (incident_id, sha256)
  where state not in ('REFUSED', 'REMOVED');
