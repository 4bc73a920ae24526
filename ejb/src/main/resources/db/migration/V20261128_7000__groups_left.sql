-- Whoever left the alliance before leaving ended it with the groups they were in: else they would be
-- in them again when they come back with another company.
update group_member m
   set state = case when m.state = 'INVITED' then 'DECLINED' else 'LEFT' end, to_at = now(), moderator = false
 where m.to_at is null and m.account_id is not null
   and not exists (select 1 from account_role r where r.account_id = m.account_id and r.role = 'MEMBER');
