package org.csoalliance.publishing;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.csoalliance.membership.group.GroupRepository;
import org.csoalliance.membership.group.GroupService;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.mail.BulkMail;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;

/** People and bulletins for tests. */
final class MadeBulletins {
  static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  static final Reader EDITOR = new Reader(4L, "B. Editor", null, Set.of(Role.EDITOR));
  static final Reader EDITOR2 = new Reader(5L, "F. Editor", null, Set.of(Role.EDITOR));
  static final Reader MEMBER = new Reader(3L, "C. Member", 20L, Set.of(Role.MEMBER));
  static final long GROUP = 77;
  static final Reader IN_GROUP =
      new Reader(
          2L,
          "D. Member",
          20L,
          Set.of(Role.MEMBER),
          false,
          Set.of(GROUP),
          org.csoalliance.platform.security.Agreement.NONE);

  private MadeBulletins() {}

  static void people(Database database) {
    database.sql(
        "insert into company (id, name, sector) values (20, 'Southern Cruises', 'CRUISE')");
    for (Reader one : List.of(EDITOR, EDITOR2, MEMBER, IN_GROUP)) {
      database.sql(
          "insert into account (id, email, email_key, name, company_id, created_at) values"
              + " (%1$d, '%1$d@demo.example', '%1$d@demo.example', '%2$s', %3$s, now())"
                  .formatted(one.accountId(), one.name(), one.companyId()),
          "insert into account_role (account_id, role) values (%d, '%s')"
              .formatted(one.accountId(), one.roles().iterator().next()));
    }
  }

  static Section section(String title, Audience audience, String text) {
    return new Section(
        "Word",
        title,
        "",
        "How it begins.",
        text,
        audience,
        audience == Audience.GROUPS ? Set.of(GROUP) : Set.of());
  }

  static Content content(String title, Section... sections) {
    return new Content(
        Kind.BULLETIN,
        title,
        LocalDate.of(2026, 11, 20),
        Audience.PUBLIC,
        "What happened in this month, in a few words.",
        List.of(sections));
  }

  static final Plan NOW_OUT = new Plan("", null, true, "");

  static CallerContext caller(Reader reader) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    return caller;
  }

  static BulletinDraftService drafts(EntityManager em, Reader reader, Clock clock) {
    CallerContext caller = caller(reader);
    return new BulletinDraftService(
        new BulletinRepository(em),
        new PictureRepository(em),
        new GroupService(new GroupRepository(em), caller, clock),
        new AuditLog(em),
        caller,
        clock);
  }

  static BulletinReviewService reviews(
      EntityManager em, Reader reader, Clock clock, List<Object> fired) {
    return new BulletinReviewService(
        new BulletinRepository(em),
        new PictureRepository(em),
        new AuditLog(em),
        events(fired),
        caller(reader),
        clock);
  }

  static PublishingJobs jobs(EntityManager em, Clock clock, List<Object> fired) {
    return new PublishingJobs(
        new BulletinRepository(em),
        new Outbox(em, clock),
        new AuditLog(em),
        events(fired),
        new Settings(),
        clock);
  }

  static EditionService editions(EntityManager em, Clock clock) {
    return new EditionService(
        new EditionRepository(em),
        new EditionTimeRepository(em),
        new BulletinRepository(em),
        new SubscriberRepository(em),
        new PictureRepository(em),
        new BulkMail(em),
        new Outbox(em, clock),
        new AuditLog(em),
        new Settings(),
        clock);
  }

  /** Publishes by two editors; the event goes to the mails as the container would bring it. */
  static long publish(
      EntityManager em, Clock clock, long id, Content content, boolean mail, String note) {
    long bulletin = id;
    Plan plan = new Plan("", null, mail, note);
    if (bulletin == 0) {
      bulletin = drafts(em, EDITOR, clock).create(content, plan, null);
    } else {
      int lock = drafts(em, EDITOR, clock).open(bulletin).lock();
      drafts(em, EDITOR, clock).save(bulletin, content, plan, lock);
    }
    List<Object> fired = new ArrayList<>();
    int lock = drafts(em, EDITOR, clock).open(bulletin).lock();
    reviews(em, EDITOR, clock, fired).submit(bulletin, lock);
    reviews(em, EDITOR2, clock, fired).approve(bulletin, lock + 1);
    fired.stream()
        .filter(BulletinPublished.class::isInstance)
        .forEach(event -> editions(em, clock).published((BulletinPublished) event));
    return bulletin;
  }

  static NewsService news(EntityManager em, Reader reader, NewsCache cache) {
    return new NewsService(
        new NewsRepository(em),
        new NewsSearchRepository(em),
        new PictureRepository(em),
        cache,
        caller(reader));
  }

  @SuppressWarnings("unchecked")
  static Event<Object> events(List<Object> fired) {
    return (Event<Object>)
        Proxy.newProxyInstance(
            MadeBulletins.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> fired.add(arguments[0]) ? null : null);
  }

  /** A clock that a test moves. */
  static final class Hands extends Clock {
    private Instant now = NOW;

    void move(java.time.Duration by) {
      now = now.plus(by);
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
