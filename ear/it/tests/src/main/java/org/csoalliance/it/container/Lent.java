package org.csoalliance.it.container;

import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.WebSession;

/**
 * A member made for one test, of the tanker company of the demonstration, who answers for one of
 * its ships and signs in with the demonstration's password and a token.
 */
final class Lent {
  static final String EMAIL = "lent@leaving.example";
  static final String TOKEN = "csoa_lent-token-of-a-container-test";
  private static final String ACCOUNT =
      "(select id from account where email_key = '" + EMAIL + "')";

  private Lent() {}

  /** Makes the person; whoever it was before is gone. */
  static void make() {
    away();
    Site.sql(
        "insert into account (email, email_key, name, company_id, password_hash, attest_by,"
            + " created_at) select '"
            + EMAIL
            + "', '"
            + EMAIL
            + "', 'Lent Member', company_id, password_hash, current_date + 200, now()"
            + " from account where email_key = 'member@demo.example'");
    Site.sql("insert into account_role select " + ACCOUNT + ", 'MEMBER'");
    Site.sql(
        "insert into company_service (account_id, company_id, capacity, from_day) select id,"
            + " company_id, 'ALTERNATE', current_date - 90 from account where id = "
            + ACCOUNT);
    Site.sql(
        "insert into service_ship (service_id, imo, from_day) select id, '9900007',"
            + " current_date - 90 from company_service where account_id = "
            + ACCOUNT);
    Site.sql(
        "insert into access_token (account_id, label, token_hash, scopes, created_at, expires_at)"
            + " select "
            + ACCOUNT
            + ", 'Lent', sha256('"
            + TOKEN
            + "'), 'read write', now(), now() + interval '1 day'");
  }

  /** Takes the person away with everything of theirs. */
  static void away() {
    Site.sql("delete from incident where reporter_id = " + ACCOUNT);
    Site.sql("delete from account where email_key = '" + EMAIL + "'");
  }

  /** Makes the membership hold to a day so many days from today; negative: it is over. */
  static void holds(int days) {
    Site.sql(
        "update account set attest_by = (now() at time zone 'UTC')::date + ("
            + days
            + ") where id = "
            + ACCOUNT);
  }

  /** Another browser of the person. */
  static WebSession browser() {
    WebSession session = new WebSession(Site.base());
    int status = session.signIn(EMAIL, WebSession.PASSWORD).statusCode();
    if (status != 302) {
      throw new IllegalStateException("Sign-in answered " + status);
    }
    return session;
  }

  /** The first value that a query about the person's account gives; {@code %s} is the account. */
  static String value(String query) {
    return Site.query(String.format(query, ACCOUNT));
  }
}
