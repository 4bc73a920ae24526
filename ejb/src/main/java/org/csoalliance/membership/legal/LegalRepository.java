package org.csoalliance.membership.legal;

import static org.csoalliance.platform.sql.Rows.change;
import static org.csoalliance.platform.sql.Rows.list;
import static org.csoalliance.platform.sql.Rows.time;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.sql.Rows;

/** Who accepted which version of which text. */
@Dependent
public class LegalRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public LegalRepository() {}

  /** For tests. */
  public LegalRepository(EntityManager em) {
    this.em = em;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  /** What the account accepted, a line for each version. */
  List<Acceptance> of(long account) {
    return list(
        connection(),
        "select l.document, l.version, l.at from legal_accepted l where l.account_id = ?"
            + " order by l.at",
        row ->
            new Acceptance(
                account,
                "",
                LegalDocument.valueOf(row.getString("document")),
                row.getString("version"),
                time(row, "at")),
        account);
  }

  /** Keeps it; false when it was accepted before. */
  boolean accept(long account, LegalDocument document, String version, Instant now) {
    return change(
            connection(),
            "insert into legal_acceptance (account_id, document, version, at)"
                + " values (?, ?, ?, ?) on conflict do nothing",
            account,
            document,
            version,
            now)
        > 0;
  }

  /** Everybody who is in when the demonstration starts has accepted what stands then. */
  void acceptForAll(LegalDocument document, String version, Instant at) {
    change(
        connection(),
        "insert into legal_acceptance (account_id, document, version, at)"
            + " select id, ?, ?, ? from account where state = 'ACTIVE' on conflict do nothing",
        document,
        version,
        at);
  }

  /** The last version that each active person accepted of a document, by name. */
  List<Acceptance> people(LegalDocument document, String text, int most) {
    return list(
        connection(),
        "select a.id, a.name, l.version, l.at from account a left join lateral (select x.version,"
            + " x.at from legal_accepted x where x.account_id = a.id and x.document = ?"
            + " order by x.at desc limit 1) l on true"
            + " where a.state = 'ACTIVE' and a.name ilike ? order by lower(a.name), a.id limit ?",
        row ->
            new Acceptance(
                row.getLong("id"),
                row.getString("name"),
                document,
                row.getString("version"),
                time(row, "at")),
        document,
        Rows.anywhere(text),
        most);
  }

  /** How many active people accepted the version, an earlier one, none; one statement. */
  AcceptedCount count(LegalDocument document) {
    return list(
            connection(),
            "select count(*) filter (where l.now), count(*) filter (where not l.now),"
                + " count(*) filter (where l.now is null) from account a left join (select"
                + " account_id, bool_or(version = ?) as now from legal_accepted where document = ?"
                + " group by account_id) l on l.account_id = a.id where a.state = 'ACTIVE'",
            row -> new AcceptedCount(document, row.getLong(1), row.getLong(2), row.getLong(3)),
            document.current(),
            document)
        .get(0);
  }

  List<Map<String, Object>> held(long account) {
    return list(
        connection(),
        "select document, version, cast(at as text) as at from legal_acceptance"
            + " where account_id = ? order by legal_acceptance.at",
        row -> {
          Map<String, Object> held = new LinkedHashMap<>();
          held.put("document", row.getString(1));
          held.put("version", row.getString(2));
          held.put("accepted_at", row.getString(3));
          return held;
        },
        account);
  }

  void erase(long account) {
    change(connection(), "delete from legal_acceptance where account_id = ?", account);
  }
}
