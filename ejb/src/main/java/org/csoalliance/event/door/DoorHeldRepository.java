package org.csoalliance.event.door;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.sql.Rows;

/** Reads and erases what the door holds on a person. */
@Dependent
public class DoorHeldRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public DoorHeldRepository() {}

  /** For tests. */
  public DoorHeldRepository(EntityManager em) {
    this.em = em;
  }

  List<Map<String, Object>> scans(long account) {
    return DataRepository.held(
        connection(),
        "select e.slug, s.scanned_at, s.place, s.outcome, s.undone_at from door_scan s join event e"
            + " on e.id = s.event_id join registration r on r.id = s.registration_id where"
            + " r.account_id = ? order by s.scanned_at",
        List.of(account));
  }

  List<Map<String, Object>> certificates(long account) {
    return DataRepository.held(
        connection(),
        "select number, title, name, starts_on, ends_on, hours, topics, issued_at, withdrawn_at,"
            + " withdrawn_reason from attendance_certificate where account_id = ? order by id",
        List.of(account));
  }

  void erase(long account) {
    Rows.change(
        connection(),
        "update door_scan set operator_name = ? where operator_id = ?",
        AccountErased.NAME,
        account);
    Rows.change(
        connection(),
        "update door_scan set shown = '' where registration_id in (select id from registration"
            + " where account_id = ?)",
        account);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
