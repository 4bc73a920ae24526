package org.csoalliance.membership.group;

/** Who counts as a member of a group, as conditions that every query about groups shares. */
final class GroupSql {
  private GroupSql() {}

  /** An account that has the right of a member at this moment. */
  static String memberRight(String account) {
    return "exists (select 1 from account_right ar where ar.account_id = "
        + account
        + " and ar.role = 'MEMBER')";
  }

  /**
   * An account that may be in a group by its rule: for PASSENGER_SHIPS, its company runs a cruise
   * ship at this moment.
   */
  static String fits(String group, String account) {
    return "("
        + group
        + ".rule is null or exists (select 1 from account fa join ship fs"
        + " on fs.company_id = fa.company_id and fs.type = 'CRUISE' where fa.id = "
        + account
        + "))";
  }

  /**
   * A row of group_member that is a membership now: standing, right and rule all hold, as the view
   * account_group says.
   */
  static String member(String group, String row) {
    return "("
        + row
        + ".state = 'MEMBER' and exists (select 1 from account_group ag where ag.account_id = "
        + row
        + ".account_id and ag.group_id = "
        + group
        + ".id))";
  }

  /**
   * A group that the owner of the given open row, if there is one, may know of. A hidden one is
   * known to members and to those invited.
   */
  static String visible(String group, String mine) {
    return "(not "
        + group
        + ".hidden or "
        + member(group, mine)
        + " or ("
        + mine
        + ".state = 'INVITED' and "
        + memberRight(mine + ".account_id")
        + " and "
        + fits(group, mine + ".account_id")
        + "))";
  }
}
