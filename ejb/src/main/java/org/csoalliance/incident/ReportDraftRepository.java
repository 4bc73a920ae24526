package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/** Keeps the answers of long reports until they are sent. */
@Dependent
public class ReportDraftRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public ReportDraftRepository() {}

  /** For tests. */
  public ReportDraftRepository(EntityManager em) {
    this.em = em;
  }

  /** The draft of a person for a form and a report (empty: a new one). */
  Optional<ReportDraft> find(long account, String form, String reference) {
    return Rows.list(
            em.unwrap(Connection.class),
            "select id, base_number, answers, updated_at from incident_draft"
                + " where account_id = ? and form = ? and reference = ?",
            row ->
                new ReportDraft(
                    UUID.fromString(row.getString("id")),
                    form,
                    reference,
                    row.getInt("base_number"),
                    ReportDraft.answers(JsonRows.value(row.getString("answers"))),
                    Rows.time(row, "updated_at")),
            account,
            form,
            reference)
        .stream()
        .findFirst();
  }

  /** Keeps a draft in place of the one before. */
  void put(long account, ReportDraft draft, Instant now) {
    Rows.change(
        em.unwrap(Connection.class),
        "insert into incident_draft (id, account_id, form, reference, base_number, answers,"
            + " updated_at) values (cast(? as uuid), ?, ?, ?, ?, cast(? as jsonb), ?)"
            + " on conflict (account_id, form, reference) do update set id = excluded.id,"
            + " base_number = excluded.base_number, answers = excluded.answers,"
            + " updated_at = excluded.updated_at",
        draft.key().toString(),
        account,
        draft.form(),
        draft.reference(),
        draft.baseNumber(),
        draft.json().toString(),
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
