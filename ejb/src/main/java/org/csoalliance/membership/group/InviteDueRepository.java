package org.csoalliance.membership.group;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.due.DuePart;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SqlCondition;

/** Invitations into groups that the person has not answered. */
@Dependent
public class InviteDueRepository implements DuePart {
  /** Made by the container. */
  public InviteDueRepository() {}

  @Override
  public Optional<SqlCondition> rows(Reader reader, Instant now) {
    return reader.is(Role.MEMBER)
        ? Optional.of(
            new SqlCondition(
                "select 'GROUP' as kind, g.name as title, '/groups/' || g.slug as address,"
                    + " cast(null as timestamptz) as until, 1 as number from group_member m"
                    + " join member_group g on g.id = m.group_id where m.account_id = ?"
                    + " and m.state = 'INVITED' and m.to_at is null",
                List.of(reader.accountId())))
        : Optional.empty();
  }
}
