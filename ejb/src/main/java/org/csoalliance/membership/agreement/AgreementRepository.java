package org.csoalliance.membership.agreement;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/** Agreements with partners in the database. */
@Dependent
public class AgreementRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AgreementRepository() {}

  /** For tests. */
  public AgreementRepository(EntityManager em) {
    this.em = em;
  }

  /** Every agreement with its people, those in force first, in one statement. */
  List<PartnerAgreement> all() {
    return Rows.list(
        connection(),
        "select g.*, (g.ended_at is null and g.from_on <= today.day"
            + " and (g.to_on is null or g.to_on >= today.day)) as in_force,"
            + " (select jsonb_agg(jsonb_build_object('name', a.name, 'email', a.email)"
            + " order by a.name, a.id) from partner_agreement_person p"
            + " join account a on a.id = p.account_id where p.agreement_id = g.id) as people"
            + " from partner_agreement g, (select (now() at time zone 'UTC')::date as day) today"
            + " order by in_force desc, g.organisation, g.from_on desc, g.id",
        List.of(),
        AgreementRepository::read);
  }

  private static PartnerAgreement read(ResultSet row) throws SQLException {
    return new PartnerAgreement(
        row.getLong("id"),
        row.getString("organisation"),
        Agreement.valueOf(row.getString("ceiling")),
        Rows.day(row, "from_on"),
        Rows.day(row, "to_on"),
        row.getString("note"),
        JsonRows.list(JsonRows.value(row.getString("people")), AgreementRepository::person),
        Rows.time(row, "made_at"),
        row.getString("made_name"),
        Rows.time(row, "ended_at"),
        row.getString("ended_name"),
        row.getString("end_reason"),
        row.getBoolean("in_force"));
  }

  private static PartnerAgreement.Person person(JsonObject person) {
    return new PartnerAgreement.Person(
        JsonRows.text(person, "name"), JsonRows.text(person, "email"));
  }

  /** The account of a partner with the address. */
  Optional<Long> partner(String emailKey) {
    return Rows.first(
        connection(),
        "select a.id from account a join account_right r on r.account_id = a.id"
            + " and r.role = 'PARTNER' where a.email_key = ?",
        List.of(emailKey),
        row -> row.getLong(1));
  }

  /** Keeps a new agreement and tells its number. */
  long add(NewAgreement agreement, List<Long> people, Reader by, Instant now) {
    long id =
        Rows.first(
                connection(),
                "insert into partner_agreement (organisation, ceiling, from_on, to_on, note,"
                    + " made_at, made_by, made_name) values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
                Arrays.asList(
                    agreement.organisation(),
                    agreement.ceiling(),
                    agreement.from(),
                    agreement.to(),
                    agreement.note(),
                    now,
                    by.accountId(),
                    by.name()),
                row -> row.getLong(1))
            .orElseThrow();
    people.forEach(
        person ->
            Rows.change(
                connection(), "insert into partner_agreement_person values (?, ?)", id, person));
    return id;
  }

  /** Ends an agreement that was not ended; its organisation, empty when there is none such. */
  Optional<String> end(long id, String reason, Reader by, Instant now) {
    return Rows.first(
        connection(),
        "update partner_agreement set ended_at = ?, ended_name = ?, end_reason = ?,"
            + " version = version + 1 where id = ? and ended_at is null returning organisation",
        Arrays.asList(now, by.name(), reason, id),
        row -> row.getString(1));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
