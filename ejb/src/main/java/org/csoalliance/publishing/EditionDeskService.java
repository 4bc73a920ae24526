package org.csoalliance.publishing;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.BulkMail;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.Settings;

/** Editors see how a bulletin was mailed, and send themselves a test. */
@Stateless
@RolesAllowed(EDITOR)
public class EditionDeskService {
  @Inject private EditionRepository editions;
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
    audit.record(editor, "bulletin.tested", "bulletin", String.valueOf(bulletin), "");
  }
}
