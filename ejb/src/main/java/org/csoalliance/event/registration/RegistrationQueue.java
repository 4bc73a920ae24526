package org.csoalliance.event.registration;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.csoalliance.platform.gather.Gathering;
import org.csoalliance.platform.gather.Outcome;
import org.csoalliance.platform.sql.Rows;

/**
 * Where people stand who register for the same event at the same moment. They would wait for the
 * same lock one after the other; here the first of them takes the forms of all who came meanwhile
 * into one transaction. Each gets an own answer, or an own refusal.
 */
@ApplicationScoped
public class RegistrationQueue {
  private static final int MOST = 100;

  private final Gathering<String, Attempt, List<Registered>> gathering = new Gathering<>(MOST);

  @EJB private RegistrationBatch batch;

  /** Made by the container. */
  public RegistrationQueue() {}

  /** For tests. */
  RegistrationQueue(RegistrationBatch batch) {
    this.batch = batch;
  }

  /** Waits for its turn; the caller is in no transaction. */
  public List<Registered> join(String slug, Attempt attempt) {
    return gathering.join(slug, attempt, all -> together(slug, all));
  }

  /** How many wait behind those who are served, for tests. */
  int waiting(String slug) {
    return gathering.waiting(slug);
  }

  private List<Outcome<List<Registered>>> together(String slug, List<Attempt> attempts) {
    try {
      return batch.admit(slug, attempts);
    } catch (RuntimeException broken) {
      if (attempts.size() == 1 || !Rows.refused(broken)) {
        return attempts.stream().map(one -> failed(broken)).toList();
      }
      // by what one of them wrote: the others come without it
      return attempts.stream().map(one -> together(slug, List.of(one)).get(0)).toList();
    }
  }

  private static Outcome<List<Registered>> failed(RuntimeException broken) {
    return Outcome.refused(broken);
  }
}
