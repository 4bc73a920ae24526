package org.csoalliance.publishing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.Settings;

/**
 * What the timer does, on every node at once: rows are shared by locks. Called by the timer alone;
 * it does what was approved and nothing else.
 */
@Stateless
@PermitAll
public class PublishingJobs {
  @Inject private BulletinRepository bulletins;
  @Inject private NewsRepository news;
  @Inject private NewsCache cache;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private Event<Object> events;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Made by the container. */
  public PublishingJobs() {}

  /** For tests. */
  public PublishingJobs(
      BulletinRepository bulletins,
      Outbox outbox,
      AuditLog audit,
      Event<Object> events,
      Settings settings,
      Clock clock) {
    this.bulletins = bulletins;
    this.outbox = outbox;
    this.audit = audit;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  /** Asks whether another node has published; one statement. */
  public void ask() {
    cache.ask(news);
  }

  /**
   * Publishes one bulletin whose time has come. Where an author or the second person is no editor
   * any longer, it does not go out: it is a draft again, and the editors are told by mail.
   *
   * @return whether there may be another one
   */
  public boolean publishDue() {
    Instant now = clock.instant();
    Optional<BulletinSql.Row> due = bulletins.due(now);
    if (due.isEmpty()) {
      return false;
    }
    BulletinSql.Row row = due.get();
    Set<Long> needed = new HashSet<>(row.authors());
    if (row.reviewerId() != null) {
      needed.add(row.reviewerId());
    }
    if (row.reviewerId() == null || !bulletins.editors(needed).containsAll(needed)) {
      hold(row);
      return true;
    }
    int number = row.current() + 1;
    bulletins.publish(row.bulletin(), number, now);
    events.fire(new NewsChanged(row.bulletin()));
    events.fire(new BulletinPublished(row.bulletin(), number, row.mail(), now));
    audit.record(
        Reader.SYSTEM,
        number == 1 ? "bulletin.published" : "bulletin.corrected",
        "bulletin",
        String.valueOf(row.bulletin()),
        "version " + number + ", at its time");
    return true;
  }

  private void hold(BulletinSql.Row row) {
    String why =
        "It did not go out at its time: somebody who wrote or approved it is no editor any longer."
            + " Read it again, save it, and let another editor approve it.";
    bulletins.stage(row.bulletin(), Stage.DRAFT, why);
    List<OutgoingMail> mails = new ArrayList<>();
    for (Map.Entry<Long, String> editor : bulletins.editorMails().entrySet()) {
      mails.add(
          new OutgoingMail(
              editor.getValue(),
              editor.getKey(),
              "PUBLISHING",
              "bulletin " + row.bulletin(),
              "A bulletin did not go out: " + row.content().title(),
              why
                  + "\n\n"
                  + row.content().title()
                  + "\n"
                  + settings.baseUrl()
                  + "/editor/bulletins/"
                  + row.bulletin()
                  + "\n"));
    }
    outbox.queue(mails);
    audit.record(
        Reader.SYSTEM,
        "bulletin.held",
        "bulletin",
        String.valueOf(row.bulletin()),
        "somebody is no editor any longer");
  }
}
