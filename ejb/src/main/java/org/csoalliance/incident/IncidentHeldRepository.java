package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.sql.Rows;

/** What the incidents hold on a person. */
@Dependent
public class IncidentHeldRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public IncidentHeldRepository() {}

  /** For tests. */
  public IncidentHeldRepository(EntityManager em) {
    this.em = em;
  }

  List<Map<String, Object>> reports(long account) {
    return held(
        "select reference, kind, status, severity, occurred_at, occurred_precision, latitude,"
            + " longitude, exact_latitude, exact_longitude, exact_occurred_at, attribution,"
            + " blur_nm, may_pass_flag, may_pass_navy, may_pass_imb, area, tlp, title, text, persons_harmed, harm_note, told, contact,"
            + " ship_name, ship_imo, ship_type, ship_flag, ship_shown, created_at, updated_at"
            + " from incident where reporter_id = ? order by created_at",
        account);
  }

  List<Map<String, Object>> judgements(long account) {
    return held(
        "select i.reference, s.at, s.from_status, s.to_status, s.severity, s.reason, s.actor_name"
            + " from incident_status_change s join incident i on i.id = s.incident_id"
            + " where s.actor_id = ? order by s.at",
        account);
  }

  List<Map<String, Object>> watches(long account) {
    return held(
        "select name, shape, latitude, longitude, radius_nm, south, west, north, east, kinds,"
            + " created_at from alert_subscription where account_id = ? order by id",
        account);
  }

  /** Removes drafts that nobody went on with since a moment. */
  int forgetDrafts(Instant before) {
    return Rows.change(
        em.unwrap(Connection.class), "delete from incident_draft where updated_at < ?", before);
  }

  List<Map<String, Object>> labels(long account) {
    return held(
        "select i.reference, l.from_tlp, l.to_tlp, l.state, l.reason, l.asked_at, l.decided_at,"
            + " case when l.decided_by = ? then l.decided_reason end as decided_reason"
            + " from incident_label_change l join incident i on i.id = l.incident_id"
            + " where ? in (l.asked_by, l.decided_by) order by l.asked_at",
        account,
        account);
  }

  List<Map<String, Object>> reviews(long account) {
    return held(
        "select i.reference, r.version, r.decided_at, r.note from incident_review r"
            + " join incident i on i.id = r.incident_id where r.decided_by = ? order by r.decided_at",
        account);
  }

  /** Reports and judgements stay without the person; watches go. */
  void erase(long account) {
    change("delete from alert_subscription where account_id = ?", account);
    change("update incident set contact = '' where reporter_id = ?", account);
    change(
        "update incident_version set author_name = ? where author_id = ?",
        AccountErased.NAME,
        account);
    change("delete from incident_draft where account_id = ?", account);
    change(
        "update incident_status_change set actor_name = ? where actor_id = ?",
        AccountErased.NAME,
        account);
    change(
        "update incident_review set decided_name = ? where decided_by = ?",
        AccountErased.NAME,
        account);
    change(
        "update incident_label_change set asked_name = ? where asked_by = ?",
        AccountErased.NAME,
        account);
    change(
        "update incident_label_change set decided_name = ? where decided_by = ?",
        AccountErased.NAME,
        account);
  }

  private List<Map<String, Object>> held(String sql, Object... values) {
    return DataRepository.held(em.unwrap(Connection.class), sql, List.of(values));
  }

  private void change(String sql, Object... values) {
    Rows.change(em.unwrap(Connection.class), sql, List.of(values));
  }
}
