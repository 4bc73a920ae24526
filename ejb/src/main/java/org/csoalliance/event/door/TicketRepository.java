package org.csoalliance.event.door;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.registration.RegistrationState;
import org.csoalliance.platform.sql.Rows;

/** Reads what stands on a ticket. */
@Dependent
public class TicketRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public TicketRepository() {}

  /** For tests. */
  public TicketRepository(EntityManager em) {
    this.em = em;
  }

  /** A ticket, and what its page needs to be signed. */
  record Row(
      long registrationId,
      UUID ticket,
      int generation,
      String code,
      boolean seat,
      BiFunction<String, String, TicketPage> page) {}

  /** A ticket as a stranger may verify it. */
  record Known(
      int generation,
      boolean seat,
      String name,
      String title,
      Instant startsAt,
      Instant endsAt,
      String zone,
      boolean calledOff) {}

  /** The ticket of a registration of this generation. */
  Optional<Row> of(long registrationId, int generation) {
    return row("r.id = ? and r.ticket_generation = ?", List.of(registrationId, generation));
  }

  /** The ticket of the person's own registration that counts. */
  Optional<Row> own(String slug, long accountId) {
    return row(
        "e.slug = ? and r.account_id = ? and r.state not in ('CANCELLED', 'DECLINED')",
        List.of(slug, accountId));
  }

  /** The ticket of this number. */
  Optional<Row> ofNumber(UUID ticket) {
    return row("r.ticket = ?", List.of(ticket));
  }

  private Optional<Row> row(String condition, List<?> values) {
    return Rows.first(
        connection(),
        "select r.id, r.ticket, r.ticket_generation, r.ticket_code, r.name, r.company, r.state,"
            + " r.mode, coalesce(q.name, '') as category, e.slug, e.title, e.status, e.starts_at,"
            + " e.ends_at, e.zone, e.city, e.venue from registration r join event e on e.id ="
            + " r.event_id left join event_quota q on q.id = r.category_id where "
            + condition,
        values,
        row -> {
          RegistrationState state = RegistrationState.valueOf(row.getString("state"));
          String status = row.getString("status");
          boolean seat = state.seat() && !status.equals("CANCELLED");
          String code = row.getString("ticket_code");
          long id = row.getLong("id");
          int generation = row.getInt("ticket_generation");
          TicketPage page =
              new TicketPage(
                  null,
                  row.getString("slug"),
                  row.getString("title"),
                  status,
                  Rows.time(row, "starts_at"),
                  Rows.time(row, "ends_at"),
                  row.getString("zone"),
                  row.getString("city"),
                  seat ? row.getString("venue") : "",
                  AttendanceMode.valueOf(row.getString("mode")).name(),
                  row.getString("name"),
                  row.getString("company"),
                  row.getString("category"),
                  state.words(),
                  seat,
                  null,
                  seat ? TicketToken.shown(code) : null);
          return new Row(
              id,
              row.getObject("ticket", UUID.class),
              generation,
              code,
              seat,
              (link, token) -> signed(page, link, token));
        });
  }

  private static TicketPage signed(TicketPage p, String link, String token) {
    return new TicketPage(
        link,
        p.slug(),
        p.title(),
        p.status(),
        p.startsAt(),
        p.endsAt(),
        p.zone(),
        p.city(),
        p.venue(),
        p.mode(),
        p.name(),
        p.company(),
        p.category(),
        p.state(),
        p.seat(),
        token,
        p.code());
  }

  /** The generations of tickets, for the interface. */
  Optional<Integer> generation(UUID ticket) {
    return Rows.first(
        connection(),
        "select ticket_generation from registration where ticket = ?",
        List.of(ticket),
        row -> row.getInt(1));
  }

  /** A ticket by its number or its code, one statement in any case. */
  Optional<Known> known(UUID ticket, String code) {
    return Rows.first(
        connection(),
        "select r.ticket_generation, r.state, r.name, e.title, e.starts_at, e.ends_at, e.zone,"
            + " e.status from registration r join event e on e.id = r.event_id where r.ticket = ?"
            + " or r.ticket_code = ?",
        List.of(ticket, code),
        row ->
            new Known(
                row.getInt("ticket_generation"),
                RegistrationState.valueOf(row.getString("state")).seat(),
                row.getString("name"),
                row.getString("title"),
                Rows.time(row, "starts_at"),
                Rows.time(row, "ends_at"),
                row.getString("zone"),
                row.getString("status").equals("CANCELLED")));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
