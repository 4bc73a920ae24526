package org.csoalliance.platform.audit;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Function;

/**
 * Verifies the audit log from a command line, without the application server: {@code java -cp
 * alliance-ejb.jar:postgresql.jar org.csoalliance.platform.audit.VerifyAudit
 * jdbc:postgresql://host/alliance user}, the password in the environment variable PGPASSWORD.
 */
public final class VerifyAudit {
  static final int SOUND = 0;
  static final int BROKEN = 1;
  static final int NOT_CHECKED = 2;

  private VerifyAudit() {}

  /** Ends with 0 when the log is sound, 1 when it is broken, 2 when it could not be checked. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System::getenv, System.out, System.err));
  }

  static int run(
      String[] arguments, Function<String, String> environment, PrintStream out, PrintStream err) {
    if (arguments.length != 2) {
      err.println(
          "Usage: VerifyAudit <jdbc url> <user>, with the password in the environment variable"
              + " PGPASSWORD.");
      return NOT_CHECKED;
    }
    Properties login = new Properties();
    login.setProperty("user", arguments[1]);
    String password = environment.apply("PGPASSWORD");
    if (password != null) {
      login.setProperty("password", password);
    }
    try (Connection connection = DriverManager.getConnection(arguments[0], login)) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      ChainVerdict verdict = AuditChain.verify(connection);
      (verdict.intact() ? out : err).println(verdict.sentence());
      return verdict.intact() ? SOUND : BROKEN;
    } catch (SQLException failed) {
      err.println("The audit log could not be checked: " + failed.getMessage());
      return NOT_CHECKED;
    }
  }
}
