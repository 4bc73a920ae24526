insert into incident (reference, kind, status, severity, occurred_at, occurred_precision, utc_offset_minutes,
                      latitude, longitude, area, tlp, title, text, ship_name, ship_imo, ship_shown, source,
                      source_reference, reporter_id, company_id, created_at, updated_at, twins_sought_at)
select 'BENCH-' || n,
       kind,
       case when asam then 'CONFIRMED' else (array['REPORTED','CONFIRMED','CONFIRMED','CONFIRMED','CONFIRMED','CONFIRMED','DISPUTED','WITHDRAWN'])[1 + h3 % 8] end,
       case when h4 % 3 = 0 then null else 1 + h4 % 4 end,
       at, 'HOUR', 0,
       greatest(-70, least(75, place[1] + (h1 % 2001 - 1000) / 500.0)),
       place[2] + (h2 % 2001 - 1000) / 500.0,
       'Waters of station ' || (h5 % 40),
       case when asam then 'CLEAR' else (array['CLEAR','CLEAR','GREEN','GREEN','GREEN','AMBER','AMBER_STRICT','RED'])[1 + h6 % 8] end,
       initcap(kind) || ' ' || words[1 + h1 % 16] || ' ' || words[1 + h2 % 16],
       'At ' || (h2 % 24) || ' hours ' || words[1 + h3 % 16] || ' and ' || words[1 + h4 % 16] || ' were seen near the ' || words[1 + h5 % 16]
         || '. The crew ' || words[1 + h6 % 16] || ' the ' || words[1 + (h1 + h2) % 16] || ' and told port control. Mark' || (h1 % 1000)
         || case when n % 1000 = 7 then ' lanternfish' else '' end || '. Nobody was hurt, the alarm was raised, and the watch was doubled.',
       case when asam then '' else 'SHIP ' || (h2 % 5000) end, null, h3 % 2 = 0,
       case when asam then 'NGA_ASAM' else 'MEMBER' end, case when asam then 'B' || n else '' end,
       case when asam then null else reporter end, case when asam then null else company end, at, at + interval '1 day',
       now() -- else the search for twins works through them while we measure
  from (select n, n % 5 < 3 as asam,
               timestamptz '1985-01-01Z' + (hashint8(n) & 2147483647) % 1303000000 * interval '1 second' as at,
               hashint8(n * 7 + 1) & 1048575 as h1, hashint8(n * 11 + 2) & 1048575 as h2, hashint8(n * 13 + 3) & 1048575 as h3,
               hashint8(n * 17 + 4) & 1048575 as h4, hashint8(n * 19 + 5) & 1048575 as h5, hashint8(n * 23 + 6) & 1048575 as h6
          from generate_series(1, :rows) n) x
 cross join lateral (select (array['ROBBERY','ROBBERY','ROBBERY','ATTEMPT','ATTACK','HIJACK','SUSPICIOUS','CARGO_THEFT','STOWAWAY','OTHER'])[1 + h4 % 10] as kind,
       (array[array[1.2,103.8],array[1.3,104.2],array[6.3,3.3],array[12.5,47.5],array[22.2,91.7],array[-6.0,106.8],array[14.5,42.0],array[4.3,7.0],
              array[10.2,-64.8],array[-12.0,-77.2],array[9.3,-13.8],array[5.6,0.0],array[3.9,98.8],array[20.7,107.0],array[25.2,56.6],array[-4.7,11.8]])[1 + h5 % 16 : 1 + h5 % 16] as places,
       array['robbers','knives','ladder','stern','forecastle','skiff','anchorage','stores','paint','ropes','engine','spares','shots','launch','watchman','mast'] as words) y
 cross join lateral (select array[places[1][1], places[1][2]] as place) z
 cross join lateral (select (array(select account_id from account_role where role = 'MEMBER' order by 1))[1 + h1 % 3] as reporter) r
 left join lateral (select company_id as company from account where id = reporter) c on true
