insert into account (email, email_key, name, company_id, state, created_at)
select 'p' || n || '@bench.example', 'p' || n || '@bench.example', 'Person ' || n,
       (select company_id from account where email_key = 'member@demo.example'), 'ACTIVE', now()
  from generate_series(1, :people) n;
insert into account_role (account_id, role)
select id, 'MEMBER' from account where email like '%@bench.example';
insert into alert_subscription (account_id, name, shape, latitude, longitude, radius_nm, south, west, north, east, created_at)
select id, 'Singapore Strait', 'CIRCLE', 1.2, 103.9, 60, 0.19, 102.89, 2.21, 104.91, now()
  from account where email like '%@bench.example';
