package org.csoalliance.membership.group;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.platform.sql.Rows;

/** Groups and the people in them, as a reader may know of them. */
@Dependent
public class GroupRepository {
  private static final String SELECT =
      "select g.*, m.state as my_state, m.moderator as my_moderator, "
          + GroupSql.member("g", "m")
          + " as my_member, (select count(*) from group_member n where n.group_id = g.id and "
          + GroupSql.member("g", "n")
          + ") as members, (select count(*) from group_member w where w.group_id = g.id"
          + " and w.state = 'REQUESTED' and "
          + GroupSql.memberRight("w.account_id")
          + ") as waiting from member_group g left join group_member m"
          + " on m.group_id = g.id and m.account_id = ? and m.to_at is null where "
          + GroupSql.visible("g", "m");

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public GroupRepository() {}

  /** For tests. */
  public GroupRepository(EntityManager em) {
    this.em = em;
  }

  /** A group that was found, with what only its page shows. */
  record Found(GroupSummary summary, String outcome, boolean fits) {}

  /** Every group that the person may know of: their own first, then by name; one statement. */
  List<GroupSummary> visible(long accountId, LocalDate today) {
    return Rows.list(
        connection(),
        SELECT
            + " order by case when m.state = 'INVITED' then 0 when m.state = 'MEMBER' then 1 else 2"
            + " end, lower(g.name), g.id",
        List.of(accountId),
        row -> summary(row, today));
  }

  /**
   * One group; empty when there is none or the person may not know of it, by the same statement.
   */
  Optional<Found> find(String slug, long accountId, LocalDate today) {
    String sql =
        SELECT.replaceFirst(
                "select g\\.\\*",
                "select g.*, " + GroupSql.fits("g", "cast(? as bigint)") + " as fits")
            + " and g.slug = ?";
    return Rows.first(
        connection(),
        sql,
        List.of(accountId, accountId, slug),
        row -> new Found(summary(row, today), row.getString("outcome"), row.getBoolean("fits")));
  }

  /**
   * People of a group: moderators first, then members, requests, invitations; one statement.
   *
   * @param states which of them are wanted beside the moderators
   */
  List<GroupPerson> people(long groupId, long reader, Set<GroupState> states) {
    List<Object> values = new ArrayList<>(List.of(reader, groupId));
    StringBuilder wanted = new StringBuilder("m.moderator");
    for (GroupState state : states) {
      wanted.append(" or m.state = ?");
      values.add(state.name());
    }
    String sql =
        "select m.id, m.account_id, m.state, m.moderator, m.from_at, m.sentence, m.invited_mail,"
            + " a.name, coalesce(p.hidden, false) as hidden,"
            + " case when coalesce(p.show_company, true) then c.name end as company,"
            + " coalesce(m.account_id = ?, false) as self"
            + " from group_member m join member_group g on g.id = m.group_id"
            + " left join account a on a.id = m.account_id"
            + " left join member_profile p on p.account_id = a.id"
            + " left join company c on c.id = a.company_id"
            + " where m.group_id = ? and m.to_at is null and ("
            + wanted
            + ") and (m.state = 'INVITED' or "
            + GroupSql.member("g", "m")
            + " or (m.state = 'REQUESTED' and "
            + GroupSql.memberRight("m.account_id")
            + ")) order by m.moderator desc, case when m.state = 'MEMBER' then lower(a.name) end,"
            + " case when m.state = 'INVITED' then m.id end desc, m.id";
    return Rows.list(connection(), sql, values, GroupRepository::person);
  }

  /** The groups that the account is a member of at this moment. */
  Set<Long> groupsOf(long accountId) {
    return new HashSet<>(
        Rows.list(
            connection(),
            "select m.group_id from group_member m join member_group g on g.id = m.group_id"
                + " where m.account_id = ? and m.to_at is null and "
                + GroupSql.member("g", "m"),
            List.of(accountId),
            row -> row.getLong(1)));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  private static GroupSummary summary(ResultSet row, LocalDate today) throws SQLException {
    String rule = row.getString("rule");
    String state = row.getString("my_state");
    boolean member = row.getBoolean("my_member");
    GroupState mine = state == null ? null : GroupState.valueOf(state);
    if (mine == GroupState.MEMBER && !member) {
      mine = null;
    }
    boolean moderating = member && row.getBoolean("my_moderator");
    LocalDate endsOn = row.getObject("ends_on", LocalDate.class);
    return new GroupSummary(
        row.getLong("id"),
        row.getString("slug"),
        row.getString("name"),
        row.getString("purpose"),
        GroupKind.valueOf(row.getString("kind")),
        row.getBoolean("hidden"),
        rule == null ? null : GroupRule.valueOf(rule),
        endsOn,
        endsOn != null && endsOn.isBefore(today),
        row.getInt("members"),
        mine,
        moderating,
        moderating ? row.getInt("waiting") : 0);
  }

  private static GroupPerson person(ResultSet row) throws SQLException {
    GroupState state = GroupState.valueOf(row.getString("state"));
    boolean invited = state == GroupState.INVITED;
    String company = row.getString("company");
    return new GroupPerson(
        row.getLong("id"),
        invited || row.getBoolean("hidden") ? null : row.getObject("account_id", Long.class),
        invited ? row.getString("invited_mail") : row.getString("name"),
        invited || company == null ? "" : company,
        state,
        row.getBoolean("moderator"),
        Rows.time(row, "from_at"),
        row.getString("sentence"),
        row.getBoolean("self"));
  }
}
