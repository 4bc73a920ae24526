package org.csoalliance.it.container;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.schema.SchemaMigrator;
import org.csoalliance.platform.security.Reader;

/** Writes an audit entry and a mail in one transaction, and fails when asked to. */
@Stateless
@PermitAll
public class TransactionProbe {
  @Inject private AuditLog audit;
  @Inject private Outbox outbox;

  @EJB private SchemaMigrator schema;

  /** One audit entry and one mail. */
  public void write(Reader reader) {
    outbox.queue(
        List.of(
            new OutgoingMail(
                "probe@demo.example", null, "ACCOUNT", "probe", "A probe", "Nothing to do.")));
    audit.record(reader, "probe.written", "probe", "probe", "");
  }

  /** The same, and then a fault. */
  public void writeAndFail(Reader reader) {
    write(reader);
    throw new IllegalStateException("broken on purpose");
  }

  /** How many rows the two tables hold of the probe. */
  public long rows() {
    try (Connection connection = schema.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select (select count(*) from audit_entry where action = 'probe.written')"
                    + " + (select count(*) from outbox_mail where object_ref = 'probe')")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
