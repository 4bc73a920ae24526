package org.csoalliance.platform.data;

import static org.csoalliance.platform.security.Roles.AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Tells an auditor who saw a record. */
@Stateless
@RolesAllowed(AUDITOR)
public class SeenService {
  /** So many lines are shown, the latest. */
  public static final int MOST = 500;

  @Inject private DataRepository data;

  /** Made by the container. */
  public SeenService() {}

  /** For tests. */
  public SeenService(DataRepository data) {
    this.data = data;
  }

  /**
   * Who opened the incident, the latest first: one statement. The answer for a reference that does
   * not exist is empty, as for one that nobody opened.
   */
  public List<SeenLine> incident(String reference) {
    String ref = reference == null ? "" : reference.strip().toUpperCase(Locale.ROOT);
    return data.seen("incident", ref.replace("\0", ""), MOST);
  }
}
