package org.csoalliance.event.registration;

import java.util.List;
import java.util.UUID;
import org.csoalliance.event.AttendanceMode;

/** What somebody wants seats of, who stands in the line or is about to. */
interface Wish {
  /** Whose cap counts; null: nobody's. */
  Long companyId();

  /** The quota of a category; null: none. */
  Long category();

  /** How to take part. */
  AttendanceMode mode();

  /** Quotas of the sessions that were chosen. */
  List<Long> sessions();

  /** The group that has seats all at once; null: for oneself. */
  UUID together();
}
