package org.csoalliance.incident.alert;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.due.DuePart;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SqlCondition;

/** A test of the alerts of the last thirty days that was not answered. */
@Dependent
public class TestDueRepository implements DuePart {
  /** Made by the container. */
  public TestDueRepository() {}

  @Override
  public Optional<SqlCondition> rows(Reader reader, Instant now) {
    return reader.is(Role.MEMBER) || reader.is(Role.PARTNER) || reader.is(Role.EDITOR)
        ? Optional.of(
            new SqlCondition(
                "select 'TEST' as kind, '' as title, '/alerts' as address,"
                    + " cast(null as timestamptz) as until, 1 as number from alert_delivery d"
                    + " where d.account_id = ? and d.what = 'TEST' and d.state = 'MAILED'"
                    + " and d.acknowledged_at is null"
                    + " and d.mailed_at > cast(? as timestamptz) - interval '30 days'"
                    + " order by d.id desc limit 1",
                List.of(reader.accountId(), now)))
        : Optional.empty();
  }
}
