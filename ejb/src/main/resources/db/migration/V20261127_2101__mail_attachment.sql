-- A mail may carry one file, such as the entry for a calendar.
alter table outbox_mail
  add column attachment_name varchar(100),
  add column attachment_type varchar(100),
  add column attachment      bytea,
  add constraint outbox_mail_attachment check ((attachment is null) = (attachment_name is null)
    and (attachment is null) = (attachment_type is null) and octet_length(attachment) <= 2000000);
