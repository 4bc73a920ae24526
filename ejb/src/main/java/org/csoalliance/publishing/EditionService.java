package org.csoalliance.publishing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.mail.BulkMail;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.SignedLink;
import org.csoalliance.platform.settings.Settings;

/**
 * Mails bulletins. A publication notes an edition in its own transaction; the timer writes the
 * mails, a batch a transaction, and where it stopped a restart goes on. Each reader gets what they
 * may see at that moment. Called by events and the timer alone.
 */
@Stateless
@PermitAll
public class EditionService {
  /** What these mails are for, in the outbox. */
  static final String CATEGORY = "BULLETIN";

  private static final int BATCH = 1000;
  private static final int QUESTIONS = 50;

  @Inject private EditionRepository editions;
  @Inject private EditionTimeRepository times;
  @Inject private BulletinRepository bulletins;
  @Inject private SubscriberRepository subscribers;
  @Inject private PictureRepository pictures;
  @Inject private BulkMail bulk;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Made by the container. */
  public EditionService() {}

  /** For tests. */
  public EditionService(
      EditionRepository editions,
      EditionTimeRepository times,
      BulletinRepository bulletins,
      SubscriberRepository subscribers,
      PictureRepository pictures,
      BulkMail bulk,
      Outbox outbox,
      AuditLog audit,
      Settings settings,
      Clock clock) {
    this.editions = editions;
    this.times = times;
    this.bulletins = bulletins;
    this.subscribers = subscribers;
    this.pictures = pictures;
    this.bulk = bulk;
    this.outbox = outbox;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Notes an edition; one that waited for a time of its own gives way to it. At a correction the
   * mails of the earlier wording that still wait are taken back, and whoever did not get it gets
   * the new one.
   */
  public void published(@Observes BulletinPublished published) {
    int waiting = published.number() > 1 ? takeBack(published.bulletin()) : 0;
    if (published.mail()) {
      editions.stop(published.bulletin(), clock.instant());
      editions.add(published.bulletin(), published.number(), clock.instant());
    } else if (waiting > 0) {
      editions.reopen(published.bulletin());
    }
  }

  /** What waits is taken back. */
  public void withdrawn(@Observes BulletinWithdrawn withdrawn) {
    editions.stop(withdrawn.bulletin(), clock.instant());
    takeBack(withdrawn.bulletin());
  }

  private int takeBack(long bulletin) {
    return outbox.takeBack(ref(bulletin), List.of(CATEGORY), clock.instant());
  }

  private static String ref(long bulletin) {
    return "bulletin " + bulletin;
  }

  /**
   * Writes the next batch of mails. An edition whose time has come begins here; where who set the
   * time is no editor any longer it is held back, and the editors are told by mail.
   *
   * @return whether there may be more
   */
  public boolean write() {
    Optional<EditionRepository.Open> next = editions.next(clock.instant());
    if (next.isEmpty()) {
      return false;
    }
    EditionRepository.Open edition = next.get();
    Instant now = clock.instant();
    Optional<BulletinSql.Row> row = editions.current(edition.bulletin());
    if (row.isEmpty()) {
      editions.stop(edition.bulletin(), now);
      return true;
    }
    if (edition.begins()) {
      begin(edition, row.get(), now);
      return true;
    }
    List<EditionRepository.Subscriber> batch = editions.after(edition.last(), BATCH);
    if (batch.isEmpty()) {
      editions.done(edition.id(), now);
      audit.record(
          Reader.SYSTEM,
          "bulletin.mailed",
          "bulletin",
          String.valueOf(edition.bulletin()),
          "version " + edition.number());
      return true;
    }
    queue(edition, row.get(), batch, now);
    editions.reached(edition.id(), batch.get(batch.size() - 1).id());
    return true;
  }

  private void begin(EditionRepository.Open edition, BulletinSql.Row row, Instant now) {
    if (edition.editor()) {
      times.begin(edition.id(), row.current());
      return;
    }
    String why =
        "It was not mailed at its time: whoever set the time is no editor any longer. Set it anew.";
    times.hold(edition.id(), why, now);
    String page = settings.baseUrl() + "/editor/bulletins/" + edition.bulletin() + "/mail";
    outbox.queue(
        bulletins.editorMails().entrySet().stream()
            .map(
                editor ->
                    new OutgoingMail(
                        editor.getValue(),
                        editor.getKey(),
                        "PUBLISHING",
                        ref(edition.bulletin()),
                        "A bulletin was not mailed: " + row.content().title(),
                        why + "\n\n" + row.content().title() + "\n" + page + "\n"))
            .toList());
    audit.record(
        Reader.SYSTEM,
        "bulletin.mail_held",
        "bulletin",
        String.valueOf(edition.bulletin()),
        "who set the time is no editor any longer");
  }

  private void queue(
      EditionRepository.Open edition,
      BulletinSql.Row row,
      List<EditionRepository.Subscriber> batch,
      Instant now) {
    EditionText text = new EditionText(row, pictures.of(edition.bulletin()), settings.baseUrl());
    Map<String, Long> kept = new HashMap<>(editions.texts(edition.id()));
    SignedLink links = bulk.links();
    Set<Long> left = editions.left(batch.stream().map(EditionRepository.Subscriber::id).toList());
    Map<String, List<EditionRepository.Addressed>> bySeen = new HashMap<>();
    for (EditionRepository.Subscriber subscriber : batch) {
      String seen = left.contains(subscriber.id()) ? null : text.seen(subscriber.reader());
      if (seen == null) {
        continue;
      }
      if (!kept.containsKey(seen)) {
        long content =
            bulk.keep(text.plain(subscriber.reader()), text.html(subscriber.reader()), now);
        editions.keep(edition.id(), seen, content);
        kept.put(seen, content);
      }
      bySeen.computeIfAbsent(seen, any -> new ArrayList<>()).add(addressed(subscriber, links));
    }
    for (Map.Entry<String, List<EditionRepository.Addressed>> each : bySeen.entrySet()) {
      Set<Long> fresh = editions.note(edition.id(), each.getValue(), now);
      bulk.queue(
          kept.get(each.getKey()),
          CATEGORY,
          ref(edition.bulletin()),
          text.subject(),
          MailList.BULLETIN,
          each.getValue().stream()
              .filter(one -> fresh.contains(one.subscriber()))
              .map(EditionRepository.Addressed::to)
              .toList(),
          now);
    }
  }

  private EditionRepository.Addressed addressed(
      EditionRepository.Subscriber subscriber, SignedLink links) {
    Long account = subscriber.reader().accountId();
    String stop =
        account == null
            ? settings.baseUrl()
                + "/news/stop?t="
                + links.of(SubscriptionService.STOP, String.valueOf(subscriber.id()))
            : bulk.unsubscribe(links, account, MailList.BULLETIN);
    return new EditionRepository.Addressed(
        subscriber.id(), new BulkMail.To(subscriber.address(), account, bulk.messageId(), stop));
  }

  /**
   * Asks some new addresses of the public whether they want bulletins: once each.
   *
   * @return whether there may be more
   */
  public boolean question() {
    List<SubscriberRepository.Pending> pending = subscribers.pending(QUESTIONS);
    if (pending.isEmpty()) {
      return false;
    }
    SignedLink links = bulk.links();
    List<OutgoingMail> mails = new ArrayList<>();
    for (SubscriberRepository.Pending one : pending) {
      mails.add(
          new OutgoingMail(
              one.address(),
              null,
              "SUBSCRIPTION",
              "",
              "Bulletins of the CSO Alliance: do you want them?",
              "Somebody gave this address for the bulletins of the CSO Alliance.\n\n"
                  + "If it was you, say so here, and the next bulletin comes by mail:\n"
                  + settings.baseUrl()
                  + "/news/confirm?t="
                  + links.of(SubscriptionService.CONFIRM, String.valueOf(one.id()))
                  + "\n\nIf it was not, do nothing: this is the only mail. At the same address you"
                  + " can ask us never to write again.\n"));
      subscribers.asked(one.id(), clock.instant());
    }
    outbox.queue(mails);
    return pending.size() == QUESTIONS;
  }

  /** Suspends whoever's last two bulletins the mail server did not take. */
  public void suspend() {
    int suspended = subscribers.suspend(clock.instant());
    if (suspended > 0) {
      audit.record(
          Reader.SYSTEM,
          "bulletin.suspended",
          "subscriber",
          "all",
          suspended + " whose last two bulletins were given up");
    }
  }

  /** How long addresses that never answered are kept. */
  static final Duration UNANSWERED = Duration.ofDays(30);
}
