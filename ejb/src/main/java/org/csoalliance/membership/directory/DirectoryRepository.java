package org.csoalliance.membership.directory;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.Sector;
import org.csoalliance.platform.sql.Rows;

/** Members as they show themselves, and what each has chosen to show. */
@Dependent
public class DirectoryRepository {
  /** A field that is not shown is null in the answer, and cannot be searched. */
  private static final String SELECT =
      "select a.id, a.name, case when coalesce(p.show_company, true) then c.name end as company,"
          + " case when coalesce(p.show_company, true) then c.sector end as sector,"
          + " case when p.show_capacity then s.capacity end as capacity,"
          + " case when p.show_ships then (select count(*) from service_ship ss"
          + " where ss.service_id = s.id and ss.to_day is null) end as ships,"
          + " case when p.show_telephone then a.telephone end as telephone,"
          + " case when p.show_mail then a.email end as mail,"
          + " case when p.show_languages then p.languages end as languages,"
          + " case when p.show_waters then p.waters end as waters,"
          + " case when p.show_about then p.about end as about, count(*) over () as total"
          + " from account a left join member_profile p on p.account_id = a.id"
          + " left join company c on c.id = a.company_id"
          + " left join company_service s on s.account_id = a.id and s.to_day is null"
          + " where a.id in (select ar.account_id from account_right ar where ar.role = 'MEMBER')"
          + " and not coalesce(p.hidden, false)";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public DirectoryRepository() {}

  /** For tests. */
  public DirectoryRepository(EntityManager em) {
    this.em = em;
  }

  /** Some of the rows, and how many there are in all. */
  record Found(List<MemberPerson> items, long total) {}

  /**
   * Members by name; one statement.
   *
   * @param text part of a name or of a company that is shown; empty: any
   * @param sector of a company that is shown; null: any
   */
  Found page(String text, Sector sector, int limit, int offset) {
    StringBuilder sql = new StringBuilder(SELECT);
    List<Object> values = new ArrayList<>();
    if (!text.isEmpty()) {
      sql.append(
          " and (position(lower(?) in lower(a.name)) > 0 or (coalesce(p.show_company, true)"
              + " and position(lower(?) in lower(c.name)) > 0))");
      values.add(text);
      values.add(text);
    }
    if (sector != null) {
      sql.append(" and coalesce(p.show_company, true) and c.sector = ?");
      values.add(sector.name());
    }
    sql.append(" order by lower(a.name), a.id limit ? offset ?");
    values.add(limit);
    values.add(offset);
    long[] total = {0};
    List<MemberPerson> items =
        Rows.list(
            connection(),
            sql.toString(),
            values,
            row -> {
              total[0] = row.getLong("total");
              return person(row);
            });
    return new Found(items, total[0]);
  }

  /** One member who is in the directory; one statement. */
  Optional<MemberPerson> find(long id) {
    return Rows.first(
        connection(), SELECT + " and a.id = ?", List.of(id), DirectoryRepository::person);
  }

  /** What the person has chosen; empty when nothing was chosen yet. */
  Optional<Profile> profile(long account) {
    return Rows.first(
        connection(),
        "select * from member_profile where account_id = ?",
        List.of(account),
        row -> {
          Set<Profile.Field> shown = EnumSet.noneOf(Profile.Field.class);
          for (Profile.Field field : Profile.Field.values()) {
            if (row.getBoolean(field.column())) {
              shown.add(field);
            }
          }
          return new Profile(
              row.getBoolean("hidden"),
              shown,
              row.getString("languages"),
              row.getString("waters"),
              row.getString("about"));
        });
  }

  /** Keeps what the person has chosen. */
  void keep(long account, Profile profile, java.time.Instant now) {
    List<Object> values = new ArrayList<>(List.of(account, profile.hidden()));
    StringBuilder names = new StringBuilder("account_id, hidden");
    StringBuilder marks = new StringBuilder("?, ?");
    StringBuilder sets = new StringBuilder("hidden = excluded.hidden");
    for (Profile.Field field : Profile.Field.values()) {
      names.append(", ").append(field.column());
      marks.append(", ?");
      sets.append(", ").append(field.column()).append(" = excluded.").append(field.column());
      values.add(profile.shown().contains(field));
    }
    values.addAll(List.of(profile.languages(), profile.waters(), profile.about(), now));
    Rows.change(
        connection(),
        "insert into member_profile ("
            + names
            + ", languages, waters, about, updated_at) values ("
            + marks
            + ", ?, ?, ?, ?) on conflict (account_id) do update set "
            + sets
            + ", languages = excluded.languages, waters = excluded.waters,"
            + " about = excluded.about, updated_at = excluded.updated_at",
        values);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  private static MemberPerson person(ResultSet row) throws SQLException {
    String sector = row.getString("sector");
    String capacity = row.getString("capacity");
    return new MemberPerson(
        row.getLong("id"),
        row.getString("name"),
        row.getString("company"),
        sector == null ? null : Sector.valueOf(sector),
        capacity == null ? null : Capacity.valueOf(capacity),
        row.getObject("ships") == null ? null : row.getInt("ships"),
        row.getString("telephone"),
        row.getString("mail"),
        row.getString("languages"),
        row.getString("waters"),
        row.getString("about"));
  }
}
