package org.csoalliance.publishing;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** Times of mail editions. */
@Dependent
public class EditionTimeRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public EditionTimeRepository() {}

  /** For tests: works through the given entity manager. */
  public EditionTimeRepository(EntityManager em) {
    this.em = em;
  }

  /** The version that is read now, locked so that one time is set after the other. */
  Optional<Integer> lock(long bulletin) {
    return Rows.first(
        connection(),
        "select current_number from bulletin where id = ? and current_number is not null"
            + " and withdrawn_at is null for update",
        List.of(bulletin),
        row -> row.getInt(1));
  }

  /**
   * An edition for its time; one of the version that was cancelled or stopped gets a new time, and
   * who had it already does not get it again.
   *
   * @return false when the version has been mailed, or one waits or is being written already
   */
  boolean plan(long bulletin, int number, SendTime time, Reader by, Instant now) {
    return Rows.change(
            connection(),
            "insert into bulletin_edition as e"
                + " (bulletin_id, number, state, created_at, send_at, zone, by_id, by_name)"
                + " select b.id, ?, 'WAITING', ?, ?, ?, ?, ? from bulletin b where b.id = ?"
                + " and not exists (select 1 from bulletin_edition o where o.bulletin_id = b.id"
                + " and o.state in ('WAITING', 'QUEUING')) on conflict (bulletin_id, number)"
                + " do update set state = 'WAITING', created_at = excluded.created_at,"
                + " send_at = excluded.send_at, zone = excluded.zone, by_id = excluded.by_id,"
                + " by_name = excluded.by_name, held = '', done_at = null, last_subscriber = 0"
                + " where e.state = 'STOPPED'",
            number,
            now,
            time.at(),
            time.zone(),
            by.accountId(),
            by.name(),
            bulletin)
        > 0;
  }

  /** Cancels an edition that waits for its time; false when none does. */
  boolean cancel(long bulletin, long edition, Instant now) {
    return Rows.change(
            connection(),
            "update bulletin_edition set state = 'STOPPED', done_at = ?"
                + " where bulletin_id = ? and id = ? and state = 'WAITING'",
            now,
            bulletin,
            edition)
        > 0;
  }

  /** Begins an edition whose time has come, with the version that is read now. */
  void begin(long edition, int number) {
    Rows.change(
        connection(),
        "update bulletin_edition set state = 'QUEUING', number = ? where id = ?",
        number,
        edition);
  }

  /** Holds an edition back whose time has come. */
  void hold(long edition, String why, Instant now) {
    Rows.change(
        connection(),
        "update bulletin_edition set state = 'STOPPED', held = ?, done_at = ? where id = ?",
        why,
        now,
        edition);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
