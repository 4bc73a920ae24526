package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.sql.Rows;

/** Keeps who asked for a link, and forgets guests. */
@Dependent
public class GuestRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public GuestRepository() {}

  /** For tests. */
  public GuestRepository(EntityManager em) {
    this.em = em;
  }

  /** Whoever opened a link that still opens something. */
  record Asker(String name, String mail) {}

  /** Keeps that a link was asked for. */
  UUID add(long eventId, String name, String mail, boolean known, Instant now, Instant until) {
    return Rows.list(
            connection(),
            "insert into event_guest_link (event_id, name, mail, mail_key, known, created_at,"
                + " expires_at) values (?, ?, ?, lower(?), ?, ?, ?) returning id",
            row -> row.getObject("id", UUID.class),
            eventId,
            name,
            mail,
            mail,
            known,
            now,
            until)
        .get(0);
  }

  /** How many links an address was sent since then, for any event. */
  int since(String mailKey, Instant then) {
    return Rows.list(
            connection(),
            "select count(*) from event_guest_link where mail_key = ? and created_at > ?",
            row -> row.getInt(1),
            mailKey,
            then)
        .get(0);
  }

  /** The asker of a link, while it opens something. */
  Optional<Asker> asker(long eventId, UUID link, Instant now) {
    return Rows.list(
            connection(),
            "select name, mail from event_guest_link where event_id = ? and id = ? and not known and"
                + " expires_at > ?",
            row -> new Asker(row.getString("name"), row.getString("mail")),
            eventId,
            link,
            now)
        .stream()
        .findFirst();
  }

  /** Leaves the figures without the person. */
  void forget(long id, String name) {
    Rows.change(
        connection(),
        "delete from event_guest_link g using registration r where r.id = ? and g.mail_key ="
            + " r.mail_key",
        id);
    Rows.change(
        connection(),
        "update registration set name = ?, mail = '', mail_key = 'erased ' || id, company = '',"
            + " ticket = gen_random_uuid() where id = ?",
        name,
        id);
    Rows.change(connection(), "delete from registration_handover where registration_id = ?", id);
    Rows.change(
        connection(),
        "update registration_change set reason = '' where registration_id = ? and what ="
            + " 'TRANSFERRED'",
        id);
  }

  /** Forgets links that open nothing any more. */
  int forgetLinks(Instant now) {
    return Rows.change(connection(), "delete from event_guest_link where expires_at < ?", now);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
