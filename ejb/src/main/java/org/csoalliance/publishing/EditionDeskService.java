package org.csoalliance.publishing;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.BulkMail;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.Settings;

/** Editors see how a bulletin was mailed, set a time for it, and send themselves a test. */
@Stateless
@RolesAllowed(EDITOR)
public class EditionDeskService {
  @Inject private EditionRepository editions;
  @Inject private EditionTimeRepository times;
  @Inject private BulletinRepository bulletins;
  @Inject private SubscriberRepository subscribers;
  @Inject private PictureRepository pictures;
  @Inject private BulkMail bulk;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Made by the container. */
  public EditionDeskService() {}

  /** For tests. */
  EditionDeskService(
      EditionRepository editions,
      EditionTimeRepository times,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.editions = editions;
    this.times = times;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Sets when the published bulletin goes out by mail: the version that is read at that moment, to
   * whoever wants bulletins then. What it says was approved by a second person; when it is mailed
   * takes one.
   *
   * @param at date and time as typed, by the wall clock of the zone
   * @param zone an IANA name as typed
   * @throws org.csoalliance.platform.error.InvalidException fields {@code sendAt, zone}
   * @throws ConflictException when it is not published, has been mailed, or waits already
   */
  public SendTime schedule(long bulletin, String at, String zone) {
    Instant now = clock.instant();
    SendTime time = SendTime.typed(at, zone, now);
    int number =
        times
            .lock(bulletin)
            .orElseThrow(
                () ->
                    new ConflictException(
                        "This bulletin is not published. A time for its mail can be set once"
                            + " readers can read it."));
    if (!times.plan(bulletin, number, time, caller.reader(), now)) {
      throw new ConflictException(
          "This version has been mailed or waits for its time already. Look at the list.");
    }
    record("bulletin.mail_scheduled", bulletin, time.at() + " " + time.zone());
    return time;
  }

  /**
   * Cancels an edition that waits for its time.
   *
   * @throws ConflictException when its time has come, or it was cancelled
   */
  public void cancel(long bulletin, long edition) {
    if (!times.cancel(bulletin, edition, clock.instant())) {
      throw new ConflictException(
          "It does not wait any longer: it was cancelled, or its time has come.");
    }
    record("bulletin.mail_cancelled", bulletin, "");
  }

  private void record(String action, long bulletin, String detail) {
    audit.record(caller.reader(), action, "bulletin", String.valueOf(bulletin), detail);
  }

  /** The editions of a bulletin, the newest first. */
  public List<Edition> of(long bulletin) {
    return editions.of(bulletin);
  }

  /** The mails of a bulletin that were given up: the mail server did not take them; at most 50. */
  public List<MailHistory> givenUp(long bulletin) {
    return subscribers.givenUp(bulletin);
  }

  /** Which bulletins were mailed to an address, the newest first; at most 50. */
  public List<MailHistory> history(String address) {
    return subscribers.historyOf(address == null ? "" : address.strip());
  }

  /**
   * Mails the version that is worked on, or the one that is read, to the caller alone.
   *
   * @param as somebody to see it as; null: the caller
   * @throws NotFoundException when there is no such bulletin
   */
  public void test(long bulletin, Reader as) {
    BulletinSql.Row row =
        bulletins
            .editable(bulletin)
            .orElseThrow(() -> new NotFoundException(BulletinDraftService.NONE));
    Reader editor = caller.reader();
    Reader reader = as == null ? editor : as;
    EditionText text = new EditionText(row, pictures.of(bulletin), settings.baseUrl());
    String address = bulletins.editorMails().get(editor.accountId());
    long content = bulk.keep(text.plain(reader), text.html(reader), clock.instant());
    bulk.queue(
        content,
        "TEST",
        "bulletin " + bulletin,
        "[Test] " + text.subject(),
        MailList.BULLETIN,
        List.of(
            new BulkMail.To(
                address,
                editor.accountId(),
                bulk.messageId(),
                bulk.unsubscribe(bulk.links(), editor.accountId(), MailList.BULLETIN))),
        clock.instant());
    record("bulletin.tested", bulletin, "");
  }
}
