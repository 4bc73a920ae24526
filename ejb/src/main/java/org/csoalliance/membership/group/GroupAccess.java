package org.csoalliance.membership.group;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SqlCondition;

/**
 * Tells other features in which groups a reader is, so that what belongs to a group is listed,
 * counted, searched and mailed to its members alone. A membership counts while the person has the
 * right of a member and the rule of the group holds.
 */
@Stateless
@PermitAll
public class GroupAccess {
  @Inject private GroupRepository groups;

  /** Made by the container. */
  public GroupAccess() {}

  /** For tests. */
  public GroupAccess(GroupRepository groups) {
    this.groups = groups;
  }

  /** The groups of the reader at this moment, hidden ones too; empty for a visitor. */
  public Set<Long> groupsOf(Reader reader) {
    return reader.signedIn() && reader.is(Role.MEMBER)
        ? groups.groupsOf(reader.accountId())
        : Set.of();
  }

  /**
   * The same as a condition for queries.
   *
   * @param column that holds the number of a group, such as {@code t.group_id}; from code, never
   *     from input
   */
  public SqlCondition inGroup(Reader reader, String column) {
    if (!reader.signedIn() || !reader.is(Role.MEMBER)) {
      return new SqlCondition("false", List.of());
    }
    return new SqlCondition(
        "exists (select 1 from group_member gm join member_group gg on gg.id = gm.group_id"
            + " where gm.group_id = "
            + column
            + " and gm.account_id = ? and gm.to_at is null and "
            + GroupSql.member("gg", "gm")
            + ")",
        List.of(reader.accountId()));
  }
}
