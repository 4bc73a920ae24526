package org.csoalliance.platform.audit;

import static org.csoalliance.platform.security.Roles.AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.csoalliance.platform.schema.SchemaMigrator;

/** Reads the audit log, for auditors alone. Nothing here writes. */
@Stateless
@RolesAllowed(AUDITOR)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditLogService {
  private static final int PAGE = 50;
  private static final int STEP = 1000;

  @Inject private SchemaMigrator migrator;

  private DataSource given;

  /** Made by the container. */
  public AuditLogService() {}

  AuditLogService(DataSource dataSource) {
    this.given = dataSource;
  }

  /**
   * One page of at most 50 entries, newest first.
   *
   * @param below only entries with a smaller number, null: from the newest on
   * @param above only entries with a greater number, the nearest ones; null: no bound
   */
  public AuditPage page(AuditFilter filter, Long below, Long above) {
    List<Object> values = new ArrayList<>();
    StringBuilder sql = new StringBuilder("select * from audit_shown where true");
    where(filter, sql, values);
    boolean backwards = above != null;
    if (backwards) {
      sql.append(" and number > ?");
      values.add(above);
    } else if (below != null) {
      sql.append(" and number < ?");
      values.add(below);
    }
    sql.append(backwards ? " order by number" : " order by number desc").append(" limit ?");
    values.add(PAGE + 1);
    List<AuditEntry> found = read(sql.toString(), values);
    boolean more = found.size() > PAGE;
    List<AuditEntry> items = new ArrayList<>(more ? found.subList(0, PAGE) : found);
    if (backwards) {
      Collections.reverse(items);
    }
    if (items.isEmpty()) {
      return new AuditPage(List.of(), null, null);
    }
    boolean olderThere = backwards || more;
    boolean newerThere = backwards ? more : below != null;
    return new AuditPage(
        List.copyOf(items),
        olderThere ? items.get(items.size() - 1).number() : null,
        newerThere ? items.get(0).number() : null);
  }

  /**
   * Hands out every entry that fits, the oldest first, in steps of a thousand. Whoever calls this
   * has noted the export before, see {@link AuditExportService}.
   */
  public void each(AuditFilter filter, Consumer<AuditEntry> reader) {
    long last = 0;
    List<AuditEntry> step;
    do {
      List<Object> values = new ArrayList<>();
      StringBuilder sql = new StringBuilder("select * from audit_shown where number > ?");
      values.add(last);
      where(filter, sql, values);
      sql.append(" order by number limit ").append(STEP);
      step = read(sql.toString(), values);
      step.forEach(reader);
      last = step.isEmpty() ? last : step.get(step.size() - 1).number();
    } while (step.size() == STEP);
  }

  /** Walks along the whole chain; takes a second for some hundred thousand entries. */
  public ChainVerdict verify() {
    try {
      return AuditChain.verify(dataSource());
    } catch (SQLException failed) {
      throw new IllegalStateException("The audit log cannot be read", failed);
    }
  }

  private static void where(AuditFilter filter, StringBuilder sql, List<Object> values) {
    if (filled(filter.actor())) {
      sql.append(" and position(lower(?) in lower(actor_name)) > 0");
      values.add(filter.actor().strip());
    }
    if (filled(filter.action())) {
      sql.append(" and starts_with(action, lower(?))");
      values.add(filter.action().strip());
    }
    if (filled(filter.object())) {
      sql.append(" and (starts_with(lower(object_ref), lower(?)) or object_type = lower(?))");
      values.add(filter.object().strip());
      values.add(filter.object().strip());
    }
    if (filter.from() != null) {
      sql.append(" and at >= ?");
      values.add(filter.from());
    }
    if (filter.to() != null) {
      sql.append(" and at < ?");
      values.add(filter.to());
    }
  }

  private DataSource dataSource() {
    return given == null ? migrator.dataSource() : given;
  }

  private static boolean filled(String text) {
    return text != null && !text.isBlank();
  }

  private List<AuditEntry> read(String sql, List<Object> values) {
    List<AuditEntry> entries = new ArrayList<>();
    try (Connection connection = dataSource().getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        Object value = values.get(i);
        select.setObject(
            i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(AuditChain.entry(row));
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("The audit log cannot be read", failed);
    }
    return entries;
  }
}
