-- A claim writes the lease of a mail into its row. With room left on the page the new version stands beside the old one
-- and no index has to learn of it; else each of five indexes does, for every mail that is sent.
alter table outbox_mail set (fillfactor = 50);
