package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.due.DuePart;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SqlCondition;

/** Seats that are held for the person and wait for a yes. */
@Dependent
public class OfferDueRepository implements DuePart {
  /** Made by the container. */
  public OfferDueRepository() {}

  @Override
  public Optional<SqlCondition> rows(Reader reader, Instant now) {
    return reader.signedIn()
        ? Optional.of(
            new SqlCondition(
                "select 'SEAT' as kind, e.title, '/events/' || e.slug || '/registrations/' || r.id"
                    + " as address, r.offer_until as until, 1 as number from registration r"
                    + " join event e on e.id = r.event_id where r.account_id = ?"
                    + " and r.state = 'WAITLISTED' and r.offer_until > ?",
                List.of(reader.accountId(), now)))
        : Optional.empty();
  }
}
