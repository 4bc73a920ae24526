package org.csoalliance.event.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.LineSql;
import org.csoalliance.event.registration.RegistrationState;
import org.csoalliance.platform.sql.Rows;

/** The filter of the desk as SQL over {@code registration r}, with its values. */
public final class DeskSql {
  private static final String BARE =
      "r.id, r.name, r.mail, r.company, coalesce(q.name, '') as category, r.mode, r.state,"
          + " r.joined_at, r.offer_until, r.price, r.currency, r.account_id is not null as account,"
          + " case when r.by_id is distinct from r.account_id then coalesce(b.name, '') else '' end"
          + " as by_name, (select coalesce(string_agg(s.name, '; ' order by s.place, s.id), '') from"
          + " registration_session t join event_quota s on s.id = t.quota_id where"
          + " t.registration_id = r.id) as sessions, ";

  /** What {@link #row} reads, with the place in the line counted for each row. */
  static final String ROW = BARE + LineSql.place("r") + " as position";

  /** The same for very many rows, which are to be joined to {@link #LINE}. */
  static final String NUMBERED = BARE + "l.place as position";

  /** All places of an event's line at once, whose number is the one value. */
  static final String LINE =
      " left join (select w.id, row_number() over (order by "
          + LineSql.order("w")
          + ") as place from registration w where w.event_id = ? and w.state = 'WAITLISTED') l on"
          + " l.id = r.id";

  static final String FROM =
      " from registration r left join event_quota q on q.id = r.category_id left join account b on"
          + " b.id = r.by_id";

  private final List<Object> values = new ArrayList<>();
  private final String condition;

  /** Of an event and a filter. */
  public DeskSql(long eventId, DeskFilter filter) {
    StringBuilder sql = new StringBuilder("r.event_id = ?");
    values.add(eventId);
    if (filter.group() != null) {
      sql.append(" and ").append(filter.group().condition());
    }
    if (filter.category() != null) {
      sql.append(" and r.category_id = ?");
      values.add(filter.category());
    }
    if (filter.session() != null) {
      sql.append(
          " and exists (select from registration_session x where x.registration_id = r.id and"
              + " x.quota_id = ?)");
      values.add(filter.session());
    }
    if (!filter.company().isEmpty()) {
      sql.append(" and r.company ilike ?");
      values.add(Rows.anywhere(filter.company()));
    }
    if (!filter.text().isEmpty()) {
      sql.append(" and concat_ws(' ', r.name, r.mail, r.company) ilike ?");
      values.add(Rows.anywhere(filter.text()));
    }
    condition = sql.toString();
  }

  /** The condition. */
  public String condition() {
    return condition;
  }

  /** Its values, in the order of the question marks. */
  public List<Object> values() {
    return values;
  }

  /** The order, with the number last, so that no two rows are equal. */
  static String order(DeskFilter.Sort sort) {
    String way = sort.down() ? " desc" : "";
    return " order by " + sort.column() + way + ", r.id" + way;
  }

  static DeskRow row(ResultSet row) throws SQLException {
    return new DeskRow(
        row.getLong("id"),
        row.getString("name"),
        row.getString("mail"),
        row.getString("company"),
        row.getString("category"),
        AttendanceMode.valueOf(row.getString("mode")),
        RegistrationState.valueOf(row.getString("state")),
        Rows.time(row, "joined_at"),
        Rows.time(row, "offer_until"),
        row.getObject("position") == null ? null : (Integer) row.getInt("position"),
        row.getString("sessions"),
        row.getBigDecimal("price"),
        row.getString("currency"),
        row.getBoolean("account"),
        row.getString("by_name"));
  }
}
