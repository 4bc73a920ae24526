package org.csoalliance.event.mailing;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.desk.DeskFilter;
import org.csoalliance.event.desk.DeskSql;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** Keeps mails to many, reminders, and who got which. */
@Dependent
public class MailingRepository {
  private static final String PERSON =
      "select r.id, r.name, r.mail, r.company, r.state, r.account_id, e.slug, e.title, e.city,"
          + " e.starts_at, e.zone from registration r join event e on e.id = r.event_id where"
          + " r.mail <> '' and ";
  private static final String DUE =
      "(case when m.days < 0 then e.starts_at else e.ends_at end + make_interval(days => m.days))";
  private static final String REMINDED =
      "r.event_id = m.event_id and r.mail <> '' and r.state in ('ACCEPTED', 'CONFIRMED',"
          + " 'ATTENDED') and (m.mode is null or m.mode = r.mode) and r.joined_at <= "
          + DUE
          + " and not exists (select from registration_change c where c.registration_id = r.id"
          + " and c.what = 'ACCEPTED' and c.at > "
          + DUE
          + ") and not exists (select from event_mailing g join event_mailing_person p on"
          + " p.mailing_id = g.id where g.reminder_id = m.id and p.registration_id = r.id)";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public MailingRepository() {}

  /** For tests. */
  public MailingRepository(EntityManager em) {
    this.em = em;
  }

  /** Somebody who gets a mail, with what is filled in. */
  record Recipient(
      long registration,
      String name,
      String mail,
      String company,
      String state,
      Long account,
      String slug,
      String title,
      String city,
      Instant startsAt,
      String zone) {}

  /**
   * Whom a filter means. Those who are not coming get a mail only where the filter asks for them.
   */
  List<Recipient> recipients(long eventId, DeskFilter filter, int most) {
    DeskSql sql = new DeskSql(eventId, filter);
    List<Object> values = new ArrayList<>(sql.values());
    values.add(most);
    return Rows.list(
        connection(),
        PERSON
            + sql.condition()
            + (filter.group() == null ? " and r.state not in ('CANCELLED', 'DECLINED')" : "")
            + " order by r.id limit ?",
        values,
        MailingRepository::recipient);
  }

  /** One person of an event. */
  Optional<Recipient> recipient(long eventId, long registration) {
    return Rows.first(
        connection(),
        PERSON + "r.event_id = ? and r.id = ?",
        List.of(eventId, registration),
        MailingRepository::recipient);
  }

  /** Keeps a mailing; empty when this form was sent before. */
  Optional<Long> add(
      long eventId,
      UUID token,
      String subject,
      String text,
      String audience,
      Reader by,
      Instant now) {
    return Rows.first(
        connection(),
        "insert into event_mailing (event_id, token, subject, text, audience, by_id, by_name, at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (token) do nothing returning id",
        Arrays.asList(eventId, token, subject, text, audience, by.accountId(), by.name(), now),
        row -> row.getLong(1));
  }

  /** The mailing that a form became. */
  Optional<Long> ofToken(long eventId, UUID token) {
    return Rows.first(
        connection(),
        "select id from event_mailing where event_id = ? and token = ?",
        List.of(eventId, token),
        row -> row.getLong(1));
  }

  /** Writes that a person gets the mail; false when the person has it already. */
  boolean person(long mailing, long registration, Instant now) {
    return Rows.change(
            connection(),
            "insert into event_mailing_person (mailing_id, registration_id, at) values (?, ?, ?)"
                + " on conflict do nothing",
            mailing,
            registration,
            now)
        > 0;
  }

  /** Keeps which mail of the outbox it is. */
  void message(long mailing, long registration, String messageId) {
    Rows.change(
        connection(),
        "update event_mailing_person set message_id = ? where mailing_id = ? and registration_id"
            + " = ?",
        messageId,
        mailing,
        registration);
  }

  /** The same mail once more. */
  void again(long mailing, long registration, String messageId, Instant now) {
    Rows.change(
        connection(),
        "update event_mailing_person set message_id = ?, times = times + 1, at = ? where"
            + " mailing_id = ? and registration_id = ?",
        messageId,
        now,
        mailing,
        registration);
  }

  /** The mailings of an event, the newest first. */
  List<Mailing> all(long eventId) {
    return mailings("g.event_id = ?", List.of(eventId));
  }

  /** One of them. */
  Optional<Mailing> one(long eventId, long id) {
    return mailings("g.event_id = ? and g.id = ?", List.of(eventId, id)).stream().findFirst();
  }

  private List<Mailing> mailings(String condition, List<?> values) {
    // a mail that left the outbox by the rules of retention was sent
    return Rows.list(
        connection(),
        "select g.id, g.subject, g.text, g.audience, g.by_name, g.at, count(p.mailing_id) as"
            + " people, count(*) filter (where o.state = 'QUEUED') as queued, count(*) filter"
            + " (where o.state = 'DEAD') as bounced from event_mailing g left join"
            + " event_mailing_person p on p.mailing_id = g.id left join outbox_mail o on"
            + " o.message_id = p.message_id where "
            + condition
            + " group by g.id order by g.at desc, g.id desc limit 200",
        values,
        row -> {
          int people = row.getInt("people");
          int queued = row.getInt("queued");
          int bounced = row.getInt("bounced");
          return new Mailing(
              row.getLong("id"),
              row.getString("subject"),
              row.getString("text"),
              row.getString("audience"),
              row.getString("by_name"),
              Rows.time(row, "at"),
              people,
              queued,
              people - queued - bounced,
              bounced);
        });
  }

  /** Who got a mailing: the bounced first, then by name. */
  List<MailedPerson> people(long mailing, int most) {
    return Rows.list(
        connection(),
        "select r.id, r.name, r.mail, coalesce(o.state, 'SENT') as state, p.times,"
            + " coalesce(o.sent_at, p.at) as at, coalesce(o.last_error, '') as error from"
            + " event_mailing_person p join registration r on r.id = p.registration_id left join"
            + " outbox_mail o on o.message_id = p.message_id where p.mailing_id = ? order by"
            + " coalesce(o.state, 'SENT') = 'DEAD' desc, coalesce(o.state, 'SENT'), lower(r.name),"
            + " r.id limit ?",
        List.of(mailing, most),
        row ->
            new MailedPerson(
                row.getLong("id"),
                row.getString("name"),
                row.getString("mail"),
                row.getString("state"),
                row.getInt("times"),
                Rows.time(row, "at"),
                row.getString("error")));
  }

  /** Whether the person got the mailing. */
  boolean got(long mailing, long registration) {
    return Rows.first(
            connection(),
            "select times from event_mailing_person where mailing_id = ? and registration_id = ?",
            List.of(mailing, registration),
            row -> row.getInt(1))
        .isPresent();
  }

  /** The rules of an event, in the order of time. */
  List<Reminder> reminders(long eventId) {
    return Rows.list(
        connection(),
        "select m.id, m.days, m.mode, m.subject, m.text, (select count(*) from event_mailing g"
            + " join event_mailing_person p on p.mailing_id = g.id where g.reminder_id = m.id) as"
            + " sent from event_reminder m where m.event_id = ? order by m.days, m.id",
        List.of(eventId),
        row ->
            new Reminder(
                row.getLong("id"),
                row.getInt("days"),
                row.getString("mode") == null
                    ? null
                    : AttendanceMode.valueOf(row.getString("mode")),
                row.getString("subject"),
                row.getString("text"),
                row.getInt("sent")));
  }

  /** Keeps a rule; one for the same time and mode is written anew. */
  void remind(long eventId, int days, AttendanceMode mode, String subject, String text) {
    Rows.change(
        connection(),
        "insert into event_reminder (event_id, days, mode, subject, text) values (?, ?, ?, ?, ?)"
            + " on conflict (event_id, days, mode) do update set subject = excluded.subject, text"
            + " = excluded.text",
        Arrays.asList(eventId, days, mode, subject, text));
  }

  /** Takes a rule away; what it sent stays in the log. */
  boolean forget(long eventId, long id) {
    return Rows.change(
            connection(), "delete from event_reminder where event_id = ? and id = ?", eventId, id)
        > 0;
  }

  /** Rules that are due by the clock of the database and have somebody to remind. */
  List<Long> dueReminders() {
    return Rows.list(
        connection(),
        "select m.id from event_reminder m join event e on e.id = m.event_id where e.status not in"
            + " ('DRAFT', 'CANCELLED') and now() >= "
            + DUE
            + " and now() < case when m.days < 0 then e.starts_at else e.ends_at + interval '14"
            + " days' end and exists (select from registration r where "
            + REMINDED
            + ") order by m.id limit 100",
        row -> row.getLong(1));
  }

  /** The mailing of a rule, locked, so that one node after the other writes to its people. */
  Optional<Mailing> ofReminder(long reminder, Instant now) {
    Rows.change(
        connection(),
        "insert into event_mailing (event_id, reminder_id, subject, text, audience, by_name, at)"
            + " select m.event_id, m.id, m.subject, m.text, 'Reminder', 'System', ? from"
            + " event_reminder m where m.id = ? on conflict (reminder_id) do nothing",
        now,
        reminder);
    return Rows.first(
        connection(),
        "select g.id, g.at, m.subject, m.text from event_mailing g join event_reminder m on m.id ="
            + " g.reminder_id where g.reminder_id = ? for update of g",
        List.of(reminder),
        row ->
            new Mailing(
                row.getLong("id"),
                row.getString("subject"),
                row.getString("text"),
                "",
                "",
                Rows.time(row, "at"),
                0,
                0,
                0,
                0));
  }

  /** Whom a rule still has to remind. */
  List<Recipient> reminded(long reminder, int most) {
    return Rows.list(
        connection(),
        "select r.id, r.name, r.mail, r.company, r.state, r.account_id, e.slug, e.title, e.city,"
            + " e.starts_at, e.zone from event_reminder m join event e on e.id = m.event_id join"
            + " registration r on "
            + REMINDED
            + " where m.id = ? and e.status not in ('DRAFT', 'CANCELLED') order by r.id limit ?",
        List.of(reminder, most),
        MailingRepository::recipient);
  }

  private static Recipient recipient(ResultSet row) throws SQLException {
    return new Recipient(
        row.getLong("id"),
        row.getString("name"),
        row.getString("mail"),
        row.getString("company"),
        row.getString("state"),
        row.getObject("account_id", Long.class),
        row.getString("slug"),
        row.getString("title"),
        row.getString("city"),
        Rows.time(row, "starts_at"),
        row.getString("zone"));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
