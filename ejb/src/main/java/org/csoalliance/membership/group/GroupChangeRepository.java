package org.csoalliance.membership.group;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.sql.Rows;

/** Changes groups and the people in them. */
@Dependent
public class GroupChangeRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public GroupChangeRepository() {}

  /** For tests. */
  public GroupChangeRepository(EntityManager em) {
    this.em = em;
  }

  /** A group whose row is locked until the end of the transaction. */
  record Locked(
      long id, String slug, String name, GroupKind kind, GroupRule rule, LocalDate endsOn) {}

  /** A row of somebody in a group. */
  record Standing(
      long id, Long accountId, String name, String mail, GroupState state, boolean moderator) {}

  /** A member of the alliance. */
  record Found(long accountId, String name, String mail, boolean fits) {}

  /**
   * The group, locked, so that changes of one group follow each other; empty when there is none or
   * the person may not know of it, by the same statement.
   */
  Optional<Locked> lock(String slug, long accountId) {
    return Rows.first(
        connection(),
        "select g.id, g.slug, g.name, g.kind, g.rule, g.ends_on from member_group g"
            + " where g.slug = ? and (not g.hidden or exists (select 1 from group_member m"
            + " where m.group_id = g.id and m.account_id = ? and m.to_at is null and "
            + GroupSql.visible("g", "m")
            + ")) for update of g",
        List.of(slug, accountId),
        row -> {
          String rule = row.getString("rule");
          return new Locked(
              row.getLong("id"),
              row.getString("slug"),
              row.getString("name"),
              GroupKind.valueOf(row.getString("kind")),
              rule == null ? null : GroupRule.valueOf(rule),
              row.getObject("ends_on", LocalDate.class));
        });
  }

  /** How the account stands to the group now; a membership that no longer counts is none. */
  Optional<Standing> standing(long groupId, long accountId) {
    return standings("m.account_id = ?", groupId, accountId).stream().findFirst();
  }

  /** A row that goes on, by its number. */
  Optional<Standing> row(long groupId, long id) {
    return standings("m.id = ?", groupId, id).stream().findFirst();
  }

  /** Whether a member who is a moderator is left beside the row. */
  boolean moderatedWithout(long groupId, long id) {
    return !standings("m.moderator and m.id <> ?", groupId, id).isEmpty();
  }

  /** The moderators now. */
  List<Standing> moderators(long groupId) {
    return standings("m.moderator and m.id > ?", groupId, 0);
  }

  private List<Standing> standings(String condition, long groupId, long value) {
    return Rows.list(
        connection(),
        "select m.id, m.account_id, a.name, coalesce(a.email, m.invited_mail) as mail, m.state,"
            + " m.moderator from group_member m join member_group g on g.id = m.group_id"
            + " left join account a on a.id = m.account_id"
            + " where m.group_id = ? and m.to_at is null and "
            + condition
            + " and (m.state in ('INVITED', 'REQUESTED') or "
            + GroupSql.member("g", "m")
            + ") order by m.id",
        List.of(groupId, value),
        row ->
            new Standing(
                row.getLong("id"),
                row.getObject("account_id", Long.class),
                row.getString("name"),
                row.getString("mail"),
                GroupState.valueOf(row.getString("state")),
                row.getBoolean("moderator")));
  }

  /** The member of the alliance with the address, and whether the rule lets them in. */
  Optional<Found> member(String mailKey, GroupRule rule) {
    return Rows.first(
        connection(),
        "select a.id, a.name, a.email, "
            + GroupSql.fits("g", "a.id")
            + " as fits from account a, (select cast(? as text) as rule) g where a.email_key = ?"
            + " and "
            + GroupSql.memberRight("a.id"),
        Arrays.asList(rule == null ? null : rule.name(), mailKey),
        row ->
            new Found(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("fits")));
  }

  /** Whether the rule of the group lets the account in. */
  boolean fits(long groupId, long accountId) {
    return Rows.first(
            connection(),
            "select "
                + GroupSql.fits("g", "cast(? as bigint)")
                + " from member_group g where g.id = ?",
            List.of(accountId, groupId),
            row -> row.getBoolean(1))
        .orElse(false);
  }

  /**
   * Begins a state.
   *
   * @param accountId null for an invitation that reaches nobody
   */
  void begin(
      long groupId,
      Long accountId,
      GroupState state,
      boolean moderator,
      Instant now,
      String invitedMail,
      String sentence) {
    Rows.change(
        connection(),
        "insert into group_member (group_id, account_id, moderator, state, from_at, invited_mail,"
            + " sentence) values (?, ?, ?, ?, ?, ?, ?)",
        Arrays.asList(groupId, accountId, moderator, state.name(), now, invitedMail, sentence));
  }

  /** Makes a member of somebody who was invited or has asked. */
  void join(long id, Instant now) {
    Rows.change(
        connection(),
        "update group_member set state = 'MEMBER', from_at = ? where id = ?",
        List.of(now, id));
  }

  /** Ends a state. */
  void end(long id, GroupState state, Instant now, String reason) {
    Rows.change(
        connection(),
        "update group_member set state = ?, to_at = ?, moderator = false, reason = ?"
            + " where id = ? and to_at is null",
        List.of(state.name(), now, reason, id));
  }

  /** Takes an invitation away that nobody answered. */
  void withdraw(long id) {
    Rows.change(
        connection(), "delete from group_member where id = ? and state = 'INVITED'", List.of(id));
  }

  /** Whether the address is invited already. */
  boolean invited(long groupId, String mail) {
    return Rows.first(
            connection(),
            "select id from group_member where group_id = ? and state = 'INVITED'"
                + " and lower(invited_mail) = lower(?)",
            List.of(groupId, mail),
            row -> row.getLong(1))
        .isPresent();
  }

  /** How many invitations wait for an answer. */
  long invitations(long groupId) {
    return Rows.first(
            connection(),
            "select count(*) from group_member where group_id = ? and state = 'INVITED'",
            List.of(groupId),
            row -> row.getLong(1))
        .orElse(0L);
  }

  /** Makes a moderator of a member, or a member of a moderator. */
  void moderator(long id, boolean moderator) {
    Rows.change(
        connection(), "update group_member set moderator = ? where id = ?", List.of(moderator, id));
  }

  /** Writes what the group is for, and what it found. */
  void describe(long groupId, String purpose, LocalDate endsOn, String outcome) {
    Rows.change(
        connection(),
        "update member_group set purpose = ?, ends_on = ?, outcome = ? where id = ?",
        Arrays.asList(purpose, endsOn, outcome, groupId));
  }

  /** Whether a group has the part of the address. */
  boolean slugTaken(String slug) {
    return Rows.first(
            connection(),
            "select id from member_group where slug = ?",
            List.of(slug),
            row -> row.getLong(1))
        .isPresent();
  }

  /** Keeps a new group and tells its number. */
  long add(String slug, NewGroup group, Long by, Instant now) {
    return Rows.first(
            connection(),
            "insert into member_group (slug, name, purpose, kind, hidden, rule, ends_on,"
                + " created_at, created_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
            Arrays.asList(
                slug,
                group.name(),
                group.purpose(),
                group.kind().name(),
                group.hidden(),
                group.rule() == null ? null : group.rule().name(),
                group.endsOn(),
                now,
                by),
            row -> row.getLong(1))
        .orElseThrow();
  }

  /** Lets one maker of groups at a time pass, so that two of one name get two addresses. */
  void lockNames() {
    Rows.first(
        connection(),
        "select cast(pg_advisory_xact_lock(?) as text)",
        List.of(0x0A11_1A9C_E000_0050L),
        row -> row.getString(1));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
