package org.csoalliance.event.question;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.sql.Rows;

/** Keeps answers, each with the version that was answered. */
@Dependent
public class AnswerRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AnswerRepository() {}

  /** For tests. */
  public AnswerRepository(EntityManager em) {
    this.em = em;
  }

  /** An answer as it is kept. */
  record Kept(
      long registrationId,
      String question,
      long formId,
      Special special,
      String answer,
      UUID file,
      Instant answeredAt) {}

  /** The answers of a registration. */
  List<Kept> of(long registrationId) {
    return kept("a.registration_id = ?", registrationId);
  }

  /** The answers of everybody whose registration counts. */
  List<Kept> ofEvent(long eventId) {
    return kept(
        "exists (select 1 from registration r where r.id = a.registration_id and r.event_id = ? and"
            + " r.state not in ('CANCELLED', 'DECLINED'))",
        eventId);
  }

  /** The answers of everybody with a seat. */
  List<Kept> ofSeats(long eventId) {
    return kept(
        "exists (select 1 from registration r where r.id = a.registration_id and r.event_id = ? and"
            + " r.state in ('ACCEPTED', 'CONFIRMED', 'ATTENDED', 'NO_SHOW'))",
        eventId);
  }

  private List<Kept> kept(String condition, long value) {
    return Rows.list(
        connection(),
        "select a.registration_id, a.question, a.form_id, a.special, a.answer, a.file,"
            + " a.answered_at from registration_answer a where "
            + condition,
        AnswerRepository::row,
        value);
  }

  /** The file of an answer. */
  Optional<UUID> file(long registrationId, String question) {
    return Rows.list(
            connection(),
            "select file from registration_answer where registration_id = ? and question = ? and"
                + " file is not null",
            row -> row.getObject("file", UUID.class),
            registrationId,
            question)
        .stream()
        .findFirst();
  }

  /** Keeps an answer in place of the one before. */
  void keep(
      long registrationId, Question question, long formId, String answer, UUID file, Instant now) {
    Rows.change(
        connection(),
        "insert into registration_answer (registration_id, question, form_id, special, answer, file,"
            + " answered_at) values (?, ?, ?, ?, ?, ?, ?) on conflict (registration_id, question)"
            + " do update set form_id = excluded.form_id, special = excluded.special, answer ="
            + " excluded.answer, file = excluded.file, answered_at = excluded.answered_at",
        Arrays.asList(
            registrationId,
            question.key(),
            formId,
            question.special().column(),
            answer,
            file,
            now));
  }

  /** Forgets an answer. */
  void forget(long registrationId, String question) {
    Rows.change(
        connection(),
        "delete from registration_answer where registration_id = ? and question = ?",
        registrationId,
        question);
  }

  /** Forgets every answer of a registration. */
  void forget(long registrationId) {
    Rows.change(
        connection(), "delete from registration_answer where registration_id = ?", registrationId);
  }

  private static Kept row(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong("registration_id"),
        row.getString("question"),
        row.getLong("form_id"),
        Special.of(row.getString("special")),
        row.getString("answer"),
        row.getObject("file", UUID.class),
        Rows.time(row, "answered_at"));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
