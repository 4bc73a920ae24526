package org.csoalliance.publishing;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.due.DuePart;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SqlCondition;

/** Bulletins that wait for an editor who did not write in them. */
@Dependent
public class ReviewDueRepository implements DuePart {
  /** Made by the container. */
  public ReviewDueRepository() {}

  @Override
  public Optional<SqlCondition> rows(Reader reader, Instant now) {
    return reader.is(Role.EDITOR)
        ? Optional.of(
            new SqlCondition(
                "select 'REVIEW' as kind, v.title, '/editor/bulletins/' || v.bulletin_id || '/review'"
                    + " as address, v.publish_at as until, 1 as number from bulletin_version v"
                    + " where v.number is null and v.stage = 'REVIEW' and not (? = any (v.authors))",
                List.of(reader.accountId())))
        : Optional.empty();
  }
}
