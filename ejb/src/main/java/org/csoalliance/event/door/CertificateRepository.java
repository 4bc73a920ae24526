package org.csoalliance.event.door;

import jakarta.enterprise.context.Dependent;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csoalliance.platform.security.SignedLink;
import org.csoalliance.platform.sql.Rows;

/** Certificates of attendance. */
@Dependent
public class CertificateRepository {
  private static final String LINK = "certificate";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public CertificateRepository() {}

  /** For tests. */
  public CertificateRepository(EntityManager em) {
    this.em = em;
  }

  /** What a certificate says of its event. */
  record Event(
      long id, String title, String city, String organisers, Attendance.Programme programme) {}

  /** Who gets it. */
  record Holder(long registrationId, Long accountId, String name, String mail) {}

  /** The event with its programme. */
  Event event(long id) {
    List<Attendance.Session> sessions =
        Rows.list(
            connection(),
            "select q.id, q.name, s.starts_at, s.ends_at, s.chosen, s.topics from event_session s"
                + " join event_quota q on q.id = s.quota_id where q.event_id = ? order by"
                + " s.starts_at, q.place, q.id",
            List.of(id),
            row ->
                new Attendance.Session(
                    row.getLong("id"),
                    row.getString("name"),
                    Rows.time(row, "starts_at"),
                    Rows.time(row, "ends_at"),
                    row.getBoolean("chosen"),
                    row.getString("topics")));
    return Rows.first(
            connection(),
            "select title, city, organisers, starts_at, ends_at, zone from event where id = ?",
            List.of(id),
            row ->
                new Event(
                    id,
                    row.getString("title"),
                    row.getString("city"),
                    row.getString("organisers"),
                    new Attendance.Programme(
                        Rows.time(row, "starts_at"),
                        Rows.time(row, "ends_at"),
                        ZoneId.of(row.getString("zone")),
                        sessions)))
        .orElseThrow();
  }

  /** The rule of an event. */
  AttendanceRule rule(long eventId) {
    return Rows.first(
            connection(),
            "select basis, percent from certificate_rule where event_id = ?",
            List.of(eventId),
            row ->
                new AttendanceRule(
                    AttendanceRule.Basis.valueOf(row.getString("basis")), row.getInt("percent")))
        .orElse(AttendanceRule.DEFAULT);
  }

  /** Changes the rule. */
  void rule(long eventId, AttendanceRule rule) {
    Rows.change(
        connection(),
        "insert into certificate_rule (event_id, basis, percent) values (?, ?, ?) on conflict"
            + " (event_id) do update set basis = excluded.basis, percent = excluded.percent",
        eventId,
        rule.basis(),
        rule.percent());
  }

  /** Who it is for. */
  Optional<Holder> holder(long eventId, long registrationId) {
    return Rows.first(
        connection(),
        "select id, account_id, name, mail from registration where event_id = ? and id = ?",
        List.of(eventId, registrationId),
        row ->
            new Holder(
                row.getLong("id"),
                row.getObject("account_id", Long.class),
                row.getString("name"),
                row.getString("mail")));
  }

  /**
   * Issues one with the next number of the year.
   *
   * @return empty when the registration has one that counts
   */
  Optional<Certificate> add(
      Event event, Holder holder, Attendance attendance, String initials, String by, Instant now) {
    List<LocalDate> days = event.programme().days();
    int year = now.atZone(java.time.ZoneOffset.UTC).getYear();
    if (Rows.first(
            connection(),
            "select id from attendance_certificate where registration_id = ? and withdrawn_at is"
                + " null",
            List.of(holder.registrationId()),
            row -> row.getLong(1))
        .isPresent()) {
      return Optional.empty();
    }
    int number =
        Rows.first(
                connection(),
                "insert into certificate_number (year, last) values (?, 1) on conflict (year) do"
                    + " update set last = certificate_number.last + 1 returning last",
                List.of(year),
                row -> row.getInt(1))
            .orElseThrow();
    JsonArrayBuilder lines = Json.createArrayBuilder();
    for (Attendance.Line line : attendance.lines()) {
      lines.add(
          Json.createObjectBuilder()
              .add("name", line.name())
              .add("day", line.day().toString())
              .add("minutes", line.minutes()));
    }
    return Rows.first(
            connection(),
            "insert into attendance_certificate (number, event_id, registration_id, account_id,"
                + " name, initials, title, city, organisers, starts_on, ends_on, hours, topics,"
                + " lines, issued_at, issued_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " cast(? as jsonb), ?, ?) returning id",
            Arrays.asList(
                String.format(Locale.ROOT, "CPD-%d-%06d", year, number),
                event.id(),
                holder.registrationId(),
                holder.accountId(),
                holder.name(),
                initials,
                event.title(),
                event.city(),
                event.organisers(),
                days.get(0),
                days.get(days.size() - 1),
                attendance.hours(),
                attendance.topics(),
                lines.build().toString(),
                now,
                by),
            row -> row.getLong(1))
        .flatMap(id -> some("c.id = ?", id).stream().findFirst());
  }

  /** All of an event, the newest of each person last. */
  List<Certificate> ofEvent(long eventId) {
    return some("c.event_id = ? order by c.id", eventId);
  }

  /** All of a person that count, the newest first. */
  List<Certificate> ofAccount(long accountId) {
    return some("c.account_id = ? and c.withdrawn_at is null order by c.id desc", accountId);
  }

  /** By the number that is printed on it. */
  Optional<Certificate> byNumber(long eventId, String number) {
    return some("c.event_id = ? and c.number = ?", eventId, number).stream().findFirst();
  }

  /** By its code, withdrawn or not. */
  Optional<Certificate> byCode(String code) {
    return some("c.code = ?", code).stream().findFirst();
  }

  /** By the signed part of an address. */
  Optional<Certificate> byLink(SignedLink links, String link) {
    return links
        .read(LINK, link)
        .flatMap(id -> some("c.id = ?", Long.valueOf(id)).stream().findFirst());
  }

  /** Takes one back. */
  int withdraw(long id, String reason, String by, Instant now) {
    return Rows.change(
        connection(),
        "update attendance_certificate set withdrawn_at = ?, withdrawn_reason = ?, withdrawn_by = ?"
            + " where id = ? and withdrawn_at is null",
        now,
        reason,
        by,
        id);
  }

  /** Leaves what is printed on paper provable, and no person. */
  void erase(long accountId, String name) {
    Rows.change(
        connection(),
        "update attendance_certificate set name = ?, initials = '' where account_id = ?",
        name,
        accountId);
  }

  private List<Certificate> some(String condition, Object... values) {
    SignedLink links = new TicketKeyRepository(em).links();
    return Rows.list(
        connection(),
        "select c.* from attendance_certificate c where " + condition,
        row -> certificate(row, links),
        values);
  }

  private static Certificate certificate(ResultSet row, SignedLink links) throws SQLException {
    List<Attendance.Line> lines = new ArrayList<>();
    try (JsonReader reader = Json.createReader(new StringReader(row.getString("lines")))) {
      for (JsonObject each : reader.readArray().getValuesAs(JsonObject.class)) {
        lines.add(
            new Attendance.Line(
                each.getString("name"),
                LocalDate.parse(each.getString("day")),
                each.getInt("minutes")));
      }
    }
    return new Certificate(
        row.getLong("id"),
        row.getString("number"),
        row.getString("code"),
        links.of(LINK, "" + row.getLong("id")),
        row.getLong("event_id"),
        row.getLong("registration_id"),
        row.getString("name"),
        row.getString("initials"),
        row.getString("title"),
        row.getString("city"),
        row.getString("organisers"),
        Rows.day(row, "starts_on"),
        Rows.day(row, "ends_on"),
        row.getBigDecimal("hours"),
        IspsTopic.of(row.getString("topics")),
        lines,
        Rows.time(row, "issued_at"),
        row.getString("issued_by"),
        Rows.time(row, "withdrawn_at"),
        row.getString("withdrawn_reason"));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
