package org.csoalliance.platform.due;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SqlCondition;

/** What waits for the caller. Anyone may call; nothing waits for a visitor. */
@Stateless
@PermitAll
public class DueService {
  private static final int MOST = 12;

  @Inject private DueRepository due;
  @Inject @Any private Instance<DuePart> parts;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public DueService() {}

  /** What is due, the most urgent first, at most twelve; one statement. */
  public List<Due> mine() {
    Reader reader = caller.reader();
    Instant now = clock.instant();
    List<SqlCondition> asked =
        reader.signedIn()
            ? parts.stream().map(part -> part.rows(reader, now)).flatMap(Optional::stream).toList()
            : List.of();
    return asked.isEmpty() ? List.of() : due.of(asked, MOST);
  }
}
