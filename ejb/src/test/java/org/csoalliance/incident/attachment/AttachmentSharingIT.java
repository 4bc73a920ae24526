package org.csoalliance.incident.attachment;

import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.incident.SharingWorld;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files of incidents are a channel of the sharing policy. */
class AttachmentSharingIT {
  @RegisterExtension static final Database database = new Database();

  @Test
  void filesAreFoundByWhoeverReadsTheIncident() {
    SharingWorld world = SharingWorld.in(database);
    world.check(
        "attachments",
        (em, reader) -> {
          AttachmentRepository attachments = new AttachmentRepository(em);
          Set<Long> found = new TreeSet<>();
          world
              .things()
              .forEach(
                  thing ->
                      attachments
                          .place(thing.reference(), reader)
                          .ifPresent(place -> found.add(place.incidentId())));
          return found;
        });
  }
}
