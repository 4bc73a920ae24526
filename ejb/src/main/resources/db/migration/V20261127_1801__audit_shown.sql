-- What others did to an erased person names that person too. The names are those under which the
-- person acted, so the chain itself is where they are known; of a namesake who is still there such a
-- mention is masked as well, which tells less and nothing wrong. Who acted is told by number, as before.

create function audit_mask_step(state text, base text, name text, word text) returns text
  language sql immutable as $$ select replace(coalesce(state, base), name, word) $$;
create aggregate audit_mask(base text, name text, word text) (sfunc = audit_mask_step, stype = text);

drop view audit_shown;
create view audit_shown as
  with erased as (
    select distinct x.account_id, x.pseudonym, e.actor_name as name
      from erased_account x join audit_entry e on e.actor_id = x.account_id
     where e.actor_name not in ('', 'Former member', x.pseudonym))
  select e.number, e.at, e.actor_id, coalesce(x.pseudonym, e.actor_name) as actor_name, e.actor_role,
         e.action, e.object_type,
         coalesce((select audit_mask(e.object_ref, n.name,
                     case when n.account_id = e.actor_id then n.pseudonym else 'Former member' end
                     order by length(n.name) desc) from erased n), e.object_ref) as object_ref,
         coalesce((select audit_mask(e.detail, n.name,
                     case when n.account_id = e.actor_id then n.pseudonym else 'Former member' end
                     order by length(n.name) desc) from erased n), e.detail) as detail,
         e.previous_hash, e.hash
    from audit_entry e left join erased_account x on x.account_id = e.actor_id;
