-- Every right sign-in forgets the tries of long ago; without this it reads all of the last day's.
create index sign_in_failure_last on sign_in_failure (last_at);
