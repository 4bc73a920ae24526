package org.csoalliance.incident.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.sql.Rows;

/** What alerts tell of beside incidents: first response reports, and tests. */
@Dependent
public class AlertReportRepository {
  /** The version of a report that is read now, as a watch is matched with it. */
  static final String TARGET =
      "select v.latitude, v.longitude, v.kind, v.severity::int as severity,"
          + " (case v.audience when 'PUBLIC' then 'CLEAR' else v.tlp end)::varchar as tlp,"
          + " to_tsvector('english', v.title || ' ' || v.area) as search"
          + " from first_response f join first_response_version v on v.report_id = f.id"
          + " and v.number = f.current_number where f.id = ?";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AlertReportRepository() {}

  /** For tests. */
  public AlertReportRepository(EntityManager em) {
    this.em = em;
  }

  /** Whether somebody may be in danger, as far as the report says. */
  boolean dangerToLife(long id) {
    return Rows.list(
            connection(),
            "select v.kind, v.severity from first_response f join first_response_version v"
                + " on v.report_id = f.id and v.number = f.current_number where f.id = ?",
            row ->
                DangerToLife.is(
                    IncidentKind.valueOf(row.getString("kind")),
                    row.getObject("severity", Integer.class),
                    false),
            id)
        .stream()
        .anyMatch(Boolean::booleanValue);
  }

  /** Whether the version that is read now names a place. */
  boolean placed(long id) {
    return Rows.list(
            connection(),
            "select t.latitude from (" + TARGET + ") t",
            row -> row.getObject(1) != null,
            id)
        .stream()
        .anyMatch(Boolean::booleanValue);
  }

  /** The incidents that the report draws on. */
  List<Long> sources(long id) {
    return Rows.list(
        connection(),
        "select incident_id from first_response_source where report_id = ?",
        row -> row.getLong(1),
        id);
  }

  /** The notes of tests by their numbers. */
  Map<Long, String> notes(Collection<Long> ids) {
    Map<Long, String> found = new HashMap<>();
    Rows.list(
        connection(),
        "select id, note from alert_test where id = any (?::text[]::bigint[])",
        List.of(AlertRepository.texts(ids)),
        row -> found.put(row.getLong(1), row.getString(2)));
    return found;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
