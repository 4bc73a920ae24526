package org.csoalliance.event.registration;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.error.AllianceException;
import org.csoalliance.platform.gather.Outcome;

/**
 * Takes the forms of several people for one event in one transaction. Each is taken in the name of
 * whoever sent it, not of the caller, who sent one of them.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RegistrationBatch {
  @Inject private RoomRepository rooms;
  @Inject private RegistrationRepository rows;
  @Inject private RegistrationEngine engine;
  @Inject private Parties parties;

  /** Made by the container. */
  public RegistrationBatch() {}

  /** For tests. */
  RegistrationBatch(
      RoomRepository rooms,
      RegistrationRepository rows,
      RegistrationEngine engine,
      Parties parties) {
    this.rooms = rooms;
    this.rows = rows;
    this.engine = engine;
    this.parties = parties;
  }

  /**
   * Takes the forms one after the other in their order.
   *
   * @return an outcome for each; one that is refused changed nothing
   */
  public List<Outcome<List<Registered>>> admit(String slug, List<Attempt> attempts) {
    Optional<Room> room = rooms.room(slug);
    List<UUID> keys =
        attempts.stream()
            .map(one -> one.wanted().submissionKey())
            .filter(Objects::nonNull)
            .toList();
    Map<UUID, Row> before = rows.bySubmission(keys);
    Map<Long, Person> callers = parties.callers(attempts);
    List<Outcome<List<Registered>>> outcomes = new ArrayList<>();
    List<Party> admitted = new ArrayList<>();
    for (Attempt attempt : attempts) {
      try {
        Room event = RegistrationAccess.seen(room, attempt.by());
        Row same = before.get(attempt.wanted().submissionKey());
        if (attempt.one() && Parties.same(event, same, attempt.by())) {
          outcomes.add(Outcome.of(List.of(engine.answer(same))));
        } else {
          admitted.add(parties.of(event, attempt, callers));
          outcomes.add(null);
        }
      } catch (AllianceException refused) {
        outcomes.add(Outcome.refused(refused));
      }
    }
    if (!admitted.isEmpty()) {
      var found = engine.admit(room.orElseThrow(), admitted).iterator();
      outcomes.replaceAll(outcome -> outcome == null ? found.next() : outcome);
    }
    return outcomes;
  }
}
