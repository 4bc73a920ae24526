package org.csoalliance.incident.alert;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.MailListRepository;
import org.csoalliance.platform.security.CallerContext;

/**
 * A person says that an alert was read: by the signed link in its mail, without signing in, or on
 * the page of alerts. It is no change of anything that others rely on, so the audit log is spared.
 */
@Stateless
@PermitAll
public class AcknowledgeService {
  @Inject private AlertDeliveryRepository deliveries;
  @Inject private MailListRepository lists;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public AcknowledgeService() {}

  AcknowledgeService(
      AlertDeliveryRepository deliveries,
      MailListRepository lists,
      CallerContext caller,
      Clock clock) {
    this.deliveries = deliveries;
    this.lists = lists;
    this.caller = caller;
    this.clock = clock;
  }

  /** Whether the link is of a mail of ours. Changes nothing. */
  public boolean known(String token) {
    return read(token).map(deliveries::known).orElse(false);
  }

  /**
   * Notes that the mail of the link was read. Doing so twice is no fault.
   *
   * @return false when the link is none of ours
   */
  public boolean byLink(String token) {
    Optional<UUID> batch = read(token);
    batch.ifPresent(mail -> deliveries.acknowledge(mail, clock.instant()));
    return batch.map(deliveries::known).orElse(false);
  }

  /**
   * Notes that the caller read the alert.
   *
   * @throws NotFoundException when the caller has no such alert, or said so before
   */
  @RolesAllowed({MEMBER, PARTNER, EDITOR})
  public void mine(long id) {
    if (!deliveries.acknowledge(caller.reader().accountId(), id, clock.instant())) {
      throw new NotFoundException("This alert is not waiting for you.");
    }
  }

  private Optional<UUID> read(String token) {
    return lists
        .links()
        .read(AlertMailService.ACKNOWLEDGE, token)
        .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
        .map(UUID::fromString);
  }
}
