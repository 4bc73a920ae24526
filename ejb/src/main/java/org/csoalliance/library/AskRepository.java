package org.csoalliance.library;

import static org.csoalliance.platform.sql.Rows.change;
import static org.csoalliance.platform.sql.Rows.first;
import static org.csoalliance.platform.sql.Rows.list;
import static org.csoalliance.platform.sql.Rows.time;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.SignedLink;

/** Ships that are asked to confirm, and how often something was fetched. */
@Dependent
public class AskRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AskRepository() {}

  /** For tests. */
  public AskRepository(EntityManager em) {
    this.em = em;
  }

  /** What a ship's link opens: the question, its item, and whether the item still stands. */
  record Opened(ShipAsk ask, long item, boolean stands) {}

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  SignedLink links() {
    return new SignedLink(
        list(
                connection(),
                "select secret from signing_key where purpose = ?",
                row -> row.getBytes(1),
                "mail")
            .get(0));
  }

  /** Keeps the question; asked again it goes to the address of now, unless it was confirmed. */
  Optional<Long> ask(long item, Reader by, String imo, String ship, String mail, Instant now) {
    return first(
        connection(),
        "insert into library_ask (item_id, account_id, company_id, imo, ship_name, mail, asked_at)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict (item_id, account_id, imo) do update set"
            + " mail = excluded.mail, asked_at = excluded.asked_at"
            + " where library_ask.confirmed_at is null returning id",
        List.of(item, by.accountId(), by.companyId(), imo, ship, mail, now),
        row -> row.getLong(1));
  }

  /** Questions of a company about an item. */
  List<ShipAsk> ofCompany(long item, long company) {
    return list(
        connection(),
        "select q.*, a.name as by_name from library_ask q join account a on a.id = q.account_id"
            + " where q.item_id = ? and q.company_id = ? order by q.ship_name, q.id",
        AskRepository::ask,
        item,
        company);
  }

  private static ShipAsk ask(java.sql.ResultSet row) throws java.sql.SQLException {
    return new ShipAsk(
        row.getLong("id"),
        row.getString("imo"),
        row.getString("ship_name"),
        row.getString("mail"),
        row.getString("by_name"),
        time(row, "asked_at"),
        time(row, "confirmed_at"));
  }

  /**
   * What the link of a ship opens: while who asked still serves the company, and may still read the
   * item.
   */
  Optional<Opened> open(long id) {
    return first(
        connection(),
        "select q.*, a.name as by_name, i.published_at is not null and i.withdrawn_at is null"
            + " and r.company_id = q.company_id and r.roles ~ '(^| )MEMBER( |$)'"
            + " and (i.group_id is null or cast(i.group_id as text) = any"
            + " (string_to_array(coalesce(r.groups, ''), ' '))) as stands"
            + " from library_ask q join account a on a.id = q.account_id"
            + " join library_item i on i.id = q.item_id"
            + " left join account_reader r on r.account_id = q.account_id where q.id = ?",
        List.of(id),
        row -> new Opened(ask(row), row.getLong("item_id"), row.getBoolean("stands")));
  }

  /** Confirms; false when it was confirmed before. */
  boolean confirm(long id, Instant now) {
    return change(
            connection(),
            "update library_ask set confirmed_at = ? where id = ? and confirmed_at is null",
            now,
            id)
        > 0;
  }

  /** The company for which a ship was asked. */
  long company(long ask) {
    return list(
            connection(),
            "select company_id from library_ask where id = ?",
            row -> row.getLong(1),
            ask)
        .get(0);
  }

  /** Counts a download for the company and the day; 0 for none. */
  void count(long item, long company, boolean ship, LocalDate day) {
    change(
        connection(),
        "insert into library_download (item_id, company_id, day, ship, times)"
            + " values (?, ?, cast(? as date), ?, 1) on conflict (item_id, company_id, day, ship)"
            + " do update set times = library_download.times + 1",
        item,
        company,
        day.toString(),
        ship);
  }

  List<DownloadCount> counts(long item) {
    return list(
        connection(),
        "select coalesce(c.name, '') as company, (select count(*) from ship s where s.company_id ="
            + " d.company_id) as ships, coalesce(sum(d.times) filter (where not d.ship), 0),"
            + " coalesce(sum(d.times) filter (where d.ship), 0) from library_download d"
            + " left join company c on c.id = d.company_id where d.item_id = ?"
            + " group by d.company_id, c.name order by sum(d.times) desc",
        row -> new DownloadCount(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
        item);
  }

  List<Map<String, Object>> held(long account) {
    return list(
        connection(),
        "select i.title, q.imo, q.ship_name, q.mail, cast(q.asked_at as text),"
            + " cast(q.confirmed_at as text) from library_ask q join library_item i"
            + " on i.id = q.item_id where q.account_id = ? order by q.id",
        row -> {
          Map<String, Object> held = new LinkedHashMap<>();
          int column = 1;
          for (String name : List.of("item", "imo", "ship", "mail", "asked_at", "confirmed_at")) {
            held.put(name, row.getString(column++));
          }
          return held;
        },
        account);
  }

  void erase(long account) {
    change(connection(), "delete from library_ask where account_id = ?", account);
  }

  int forget(Instant before) {
    return change(connection(), "delete from library_ask where asked_at < ?", before);
  }
}
