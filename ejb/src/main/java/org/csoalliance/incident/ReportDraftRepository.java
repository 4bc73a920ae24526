package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/** Keeps the answers of long reports until they are sent. */
@Dependent
public class ReportDraftRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  @Inject private SealedAnswers sealedAnswers;

  /** Made by the container. */
  public ReportDraftRepository() {}

  /** For tests. */
  public ReportDraftRepository(EntityManager em, SealedAnswers sealedAnswers) {
    this.em = em;
    this.sealedAnswers = sealedAnswers;
  }

  /** The draft of a person for a form and a report (empty: a new one). */
  Optional<ReportDraft> find(long account, String form, String reference) {
    return Rows.list(
            em.unwrap(Connection.class),
            "select id, base_number, answers, sealed, updated_at from incident_draft"
                + " where account_id = ? and form = ? and reference = ?",
            row ->
                new ReportDraft(
                    UUID.fromString(row.getString("id")),
                    form,
                    reference,
                    row.getInt("base_number"),
                    ReportDraft.answers(answers(row)),
                    Rows.time(row, "updated_at")),
            account,
            form,
            reference)
        .stream()
        .findFirst();
  }

  private JsonObject answers(ResultSet row) throws SQLException {
    byte[] sealed = row.getBytes("sealed");
    return sealed == null
        ? JsonRows.value(row.getString("answers")).asJsonObject()
        : sealedAnswers.draft(UUID.fromString(row.getString("id")), sealed);
  }

  /** What a person has begun, for the file of what is held on them. */
  List<Map<String, Object>> held(long account) {
    return Rows.list(
        em.unwrap(Connection.class),
        "select id, form, reference, answers, sealed, updated_at from incident_draft"
            + " where account_id = ? order by updated_at",
        row -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("form", row.getString("form"));
          one.put("reference", row.getString("reference"));
          one.put("answers", answers(row).toString());
          one.put("updated_at", Rows.time(row, "updated_at").toString());
          return one;
        },
        account);
  }

  /** Keeps a draft in place of the one before. */
  void put(long account, ReportDraft draft, Instant now) {
    boolean key = sealedAnswers.ready();
    Rows.change(
        em.unwrap(Connection.class),
        "insert into incident_draft (id, account_id, form, reference, base_number, answers,"
            + " sealed, updated_at) values (cast(? as uuid), ?, ?, ?, ?, cast(? as jsonb), ?, ?)"
            + " on conflict (account_id, form, reference) do update set id = excluded.id,"
            + " base_number = excluded.base_number, answers = excluded.answers,"
            + " sealed = excluded.sealed,"
            + " updated_at = excluded.updated_at",
        draft.key().toString(),
        account,
        draft.form(),
        draft.reference(),
        draft.baseNumber(),
        key ? "{}" : draft.json().toString(),
        key ? sealedAnswers.draft(draft.key(), draft.json()) : null,
        now);
  }

  /** Removes a draft; one that is gone is no fault. */
  void remove(long account, UUID key) {
    Rows.change(
        em.unwrap(Connection.class),
        "delete from incident_draft where account_id = ? and id = cast(? as uuid)",
        account,
        key.toString());
  }
}
