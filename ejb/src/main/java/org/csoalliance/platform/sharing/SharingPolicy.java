package org.csoalliance.platform.sharing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/**
 * Who sees what. There is this one policy, as a rule in code and as a condition for queries; a test
 * holds the two against each other for each label, role, company, group and agreement. Every list,
 * count, search, map, figure, feed, export and mail asks it.
 *
 * <table>
 * <caption>Who reads a thing by its label</caption>
 * <tr><td>RED</td><td>the reporter, while a member or partner, and editors</td></tr>
 * <tr><td>AMBER+STRICT</td><td>and the reporter's company</td></tr>
 * <tr><td>AMBER</td><td>and all members, and partners whose agreement reaches that far</td></tr>
 * <tr><td>GREEN</td><td>and all partners by agreement</td></tr>
 * <tr><td>CLEAR</td><td>and everybody, once it is published</td></tr>
 * </table>
 *
 * Whatever the label, the members of a group that it is shared with read it too. An applicant
 * belongs to a company by word alone, so company means a vetted member or partner of it. An
 * administrator, auditor or vetting officer reads no more than a visitor does.
 *
 * <p>What is read of it: see {@link #mayKnowName}, {@link #mayKnowCompany}, {@link #mayKnowShip}
 * and {@link #mayKnowReporter}.
 */
public final class SharingPolicy {
  private SharingPolicy() {}

  /** Whether the reader may see the thing at all. */
  public static boolean mayRead(Reader reader, Shared thing) {
    if (mayKnowReporter(reader, thing) || inGroup(reader, thing)) {
      return true;
    }
    return switch (thing.tlp()) {
      case RED, AMBER_STRICT -> false;
      case AMBER -> reader.is(Role.MEMBER) || byAgreement(reader, Agreement.AMBER);
      case GREEN -> reader.is(Role.MEMBER) || byAgreement(reader, Agreement.GREEN);
      case CLEAR -> inside(reader) || thing.published();
    };
  }

  /**
   * Whether the reader is an editor or of the thing's own side. They see the exact place and time,
   * the company and the ship, and what becomes of it.
   */
  public static boolean mayKnowReporter(Reader reader, Shared thing) {
    if (reader.is(Role.EDITOR)) {
      return true;
    }
    return isReporter(reader, thing)
        || (ofCompany(reader)
            && reader.companyId().equals(thing.companyId())
            && thing.tlp() != Tlp.RED);
  }

  /**
   * Whether the reader may know the name of who reported and where to ask back: editors and the
   * reporter, the own company unless it is anonymous. Of a named one, members and partners read the
   * name too, but not where to ask back: {@link #mayAskBack}.
   */
  public static boolean mayKnowName(Reader reader, Shared thing) {
    return mayAskBack(reader, thing) || named(reader, thing);
  }

  /** Whether the reader may know where to ask back. */
  public static boolean mayAskBack(Reader reader, Shared thing) {
    return reader.is(Role.EDITOR)
        || isReporter(reader, thing)
        || (thing.attribution() != Attribution.ANONYMOUS && mayKnowReporter(reader, thing));
  }

  /** Whether the reader may know for which company it was reported. */
  public static boolean mayKnowCompany(Reader reader, Shared thing) {
    return mayKnowReporter(reader, thing) || named(reader, thing);
  }

  /**
   * Whether the reader may see the ship's name and numbers. Of an anonymous thing others never do,
   * since a ship names its company.
   *
   * @param shown whether the reporter lets others see them
   */
  public static boolean mayKnowShip(Reader reader, Shared thing, boolean shown) {
    return mayKnowReporter(reader, thing)
        || (shown && thing.attribution() != Attribution.ANONYMOUS && mayRead(reader, thing));
  }

  /**
   * Whether the reader is the account that it comes from, and may still report. Rights end at once:
   * who has left or is suspended reads what they once reported no further than anybody else does,
   * and has it in the file of their own data.
   */
  public static boolean isReporter(Reader reader, Shared thing) {
    return reports(reader) && reader.accountId().equals(thing.reporterId());
  }

  /**
   * {@link #mayRead} as a condition on a table with the columns {@code tlp, company_id,
   * reporter_id, shared_with}.
   *
   * @param alias of the table in the query
   * @param published the condition under which a row is published; from code, never from input
   */
  public static SqlCondition mayRead(Reader reader, String alias, String published) {
    if (reader.is(Role.EDITOR)) {
      return new SqlCondition("true", List.of());
    }
    List<String> ways = new ArrayList<>();
    if (reader.is(Role.MEMBER) || byAgreement(reader, Agreement.AMBER)) {
      ways.add(alias + ".tlp in ('AMBER', 'GREEN', 'CLEAR')");
    } else if (byAgreement(reader, Agreement.GREEN)) {
      ways.add(alias + ".tlp in ('GREEN', 'CLEAR')");
    } else {
      ways.add("(" + alias + ".tlp = 'CLEAR' and " + published + ")");
    }
    List<Object> parameters = new ArrayList<>();
    if (reader.is(Role.MEMBER) && !reader.groups().isEmpty()) {
      ways.add(
          alias
              + ".shared_with && array["
              + String.join(", ", Collections.nCopies(reader.groups().size(), "?"))
              + "]::bigint[]");
      parameters.addAll(reader.groups().stream().sorted().toList());
    }
    return own(reader, alias, ways, parameters);
  }

  /** {@link #mayKnowReporter} as a condition on the same columns; never unknown, true or false. */
  public static SqlCondition mayKnowReporter(Reader reader, String alias) {
    if (reader.is(Role.EDITOR)) {
      return new SqlCondition("true", List.of());
    }
    return own(reader, alias, new ArrayList<>(), new ArrayList<>());
  }

  /**
   * {@link #mayKnowShip} as a condition on the same columns and {@code ship_shown, attribution},
   * for rows that the reader may read.
   */
  public static SqlCondition mayKnowShip(Reader reader, String alias) {
    SqlCondition own = mayKnowReporter(reader, alias);
    return new SqlCondition(
        "(("
            + alias
            + ".ship_shown and "
            + alias
            + ".attribution <> 'ANONYMOUS') or "
            + own.sql()
            + ")",
        own.parameters());
  }

  private static SqlCondition own(
      Reader reader, String alias, List<String> ways, List<Object> parameters) {
    if (reports(reader)) {
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

  private static boolean reports(Reader reader) {
    return reader.signedIn()
        && (reader.is(Role.MEMBER) || reader.is(Role.PARTNER) || reader.is(Role.EDITOR));
  }

  private static boolean ofCompany(Reader reader) {
    return reader.companyId() != null && (reader.is(Role.MEMBER) || reader.is(Role.PARTNER));
  }

  /** Groups count for vetted members alone, whatever a session was told of them. */
  private static boolean inGroup(Reader reader, Shared thing) {
    return reader.is(Role.MEMBER) && !Collections.disjoint(reader.groups(), thing.groups());
  }

  private static boolean byAgreement(Reader reader, Agreement least) {
    return reader.is(Role.PARTNER) && reader.agreement().compareTo(least) >= 0;
  }

  /** A member, or a partner under an agreement: somebody who is bound to what labels ask. */
  private static boolean inside(Reader reader) {
    return reader.is(Role.MEMBER) || byAgreement(reader, Agreement.GREEN);
  }

  private static boolean named(Reader reader, Shared thing) {
    return thing.attribution() == Attribution.NAMED && inside(reader) && mayRead(reader, thing);
  }
}
