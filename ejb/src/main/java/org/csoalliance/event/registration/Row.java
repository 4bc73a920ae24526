package org.csoalliance.event.registration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.csoalliance.event.AttendanceMode;

/**
 * A registration as it is kept.
 *
 * @param offered whether an offer still holds, by the clock of the database
 * @param together of the group that has seats all at once; null: for oneself
 * @param sessions quotas of the sessions that were chosen
 */
record Row(
    long id,
    long eventId,
    Long category,
    AttendanceMode mode,
    Long accountId,
    Long byId,
    Long companyId,
    String name,
    String mail,
    String company,
    RegistrationState state,
    int priority,
    Instant joinedAt,
    Instant offerUntil,
    boolean offered,
    UUID ticket,
    boolean guest,
    UUID together,
    BigDecimal price,
    String currency,
    List<Long> sessions)
    implements Wish {

  /** The same with what was chosen. */
  Row choosing(List<Long> chosen) {
    return new Row(
        id,
        eventId,
        category,
        mode,
        accountId,
        byId,
        companyId,
        name,
        mail,
        company,
        state,
        priority,
        joinedAt,
        offerUntil,
        offered,
        ticket,
        guest,
        together,
        price,
        currency,
        chosen.stream().sorted().toList());
  }
}
