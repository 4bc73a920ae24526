package org.csoalliance.membership.standing;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.due.DuePart;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SqlCondition;

/** The yearly attestation, from thirty days before its day. */
@Dependent
public class AttestDueRepository implements DuePart {
  /** Made by the container. */
  public AttestDueRepository() {}

  @Override
  public Optional<SqlCondition> rows(Reader reader, Instant now) {
    return reader.is(Role.MEMBER)
        ? Optional.of(
            new SqlCondition(
                "select 'ATTEST' as kind, '' as title, '/me/attest' as address,"
                    + " (a.attest_by + 1)::timestamp at time zone 'UTC' as until, 1 as number"
                    + " from account a where a.id = ? and a.attest_by <= cast(? as timestamptz)::date"
                    + " + 30",
                List.of(reader.accountId(), now)))
        : Optional.empty();
  }
}
