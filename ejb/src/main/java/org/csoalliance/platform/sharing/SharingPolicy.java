package org.csoalliance.platform.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/**
 * Who sees what. There is this one policy, as a rule in code and as a condition for queries; a test
 * holds the two against each other for each label, role and relation. Every list, count, search,
 * map, feed, export and mail asks it.
 *
 * <table>
 * <caption>Who reads a thing by its label</caption>
 * <tr><td>RED</td><td>the reporter and editors</td></tr>
 * <tr><td>AMBER+STRICT</td><td>and the reporter's company</td></tr>
 * <tr><td>AMBER</td><td>and all members</td></tr>
 * <tr><td>GREEN</td><td>and all partners</td></tr>
 * <tr><td>CLEAR</td><td>and everybody, once it is published</td></tr>
 * </table>
 *
 * An applicant belongs to a company by word alone, so company means a vetted member or partner of
 * it. An administrator, auditor or vetting officer reads no more than a visitor does.
 */
public final class SharingPolicy {
  private SharingPolicy() {}

  /** Whether the reader may see the thing at all. */
  public static boolean mayRead(Reader reader, Shared thing) {
    if (mayKnowReporter(reader, thing)) {
      return true;
    }
    return switch (thing.tlp()) {
      case RED, AMBER_STRICT -> false;
      case AMBER -> reader.is(Role.MEMBER);
      case GREEN -> reader.is(Role.MEMBER) || reader.is(Role.PARTNER);
      case CLEAR -> reader.is(Role.MEMBER) || reader.is(Role.PARTNER) || thing.published();
    };
  }

  /**
   * Whether the reader may know who reported, for which company, and where to ask back: editors and
   * the own side. They see every other field as well.
   */
  public static boolean mayKnowReporter(Reader reader, Shared thing) {
    if (reader.is(Role.EDITOR)) {
      return true;
    }
    if (!reader.signedIn()) {
      return false;
    }
    return Objects.equals(reader.accountId(), thing.reporterId())
        || (ofCompany(reader)
            && reader.companyId().equals(thing.companyId())
            && thing.tlp() != Tlp.RED);
  }

  /**
   * Whether the reader may see the ship's name and numbers.
   *
   * @param shown whether the reporter lets others see them
   */
  public static boolean mayKnowShip(Reader reader, Shared thing, boolean shown) {
    return mayKnowReporter(reader, thing) || (shown && mayRead(reader, thing));
  }

  /**
   * {@link #mayRead} as a condition on a table with the columns {@code tlp, company_id,
   * reporter_id}.
   *
   * @param alias of the table in the query
   * @param published the condition under which a row is published; from code, never from input
   */
  public static SqlCondition mayRead(Reader reader, String alias, String published) {
    if (reader.is(Role.EDITOR)) {
      return new SqlCondition("true", List.of());
    }
    List<String> ways = new ArrayList<>();
    if (reader.is(Role.MEMBER)) {
      ways.add(alias + ".tlp in ('AMBER', 'GREEN', 'CLEAR')");
    } else if (reader.is(Role.PARTNER)) {
      ways.add(alias + ".tlp in ('GREEN', 'CLEAR')");
    } else {
      ways.add("(" + alias + ".tlp = 'CLEAR' and " + published + ")");
    }
    return own(reader, alias, ways);
  }

  /** {@link #mayKnowReporter} as a condition on the same columns; never unknown, true or false. */
  public static SqlCondition mayKnowReporter(Reader reader, String alias) {
    if (reader.is(Role.EDITOR)) {
      return new SqlCondition("true", List.of());
    }
    return own(reader, alias, new ArrayList<>());
  }

  private static SqlCondition own(Reader reader, String alias, List<String> ways) {
    List<Object> parameters = new ArrayList<>();
    if (reader.signedIn()) {
      ways.add("coalesce(" + alias + ".reporter_id = ?, false)");
      parameters.add(reader.accountId());
      if (ofCompany(reader)) {
        ways.add("(coalesce(" + alias + ".company_id = ?, false) and " + alias + ".tlp <> 'RED')");
        parameters.add(reader.companyId());
      }
    }
    String sql = ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")";
    return new SqlCondition(sql, parameters);
  }

  private static boolean ofCompany(Reader reader) {
    return reader.companyId() != null && (reader.is(Role.MEMBER) || reader.is(Role.PARTNER));
  }
}
