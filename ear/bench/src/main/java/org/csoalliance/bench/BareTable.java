package org.csoalliance.bench;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * What a list of incidents takes at least with PrimeFaces and JDBC: one statement that counts, one
 * that reads 25 rows, no rules of sharing, no sign-in. Kind and order are those that the benchmark
 * asks our own list for.
 */
@Named
@RequestScoped
public class BareTable extends LazyDataModel<BareTable.Row> {
  private static final long serialVersionUID = 1L;
  private static final String WHERE =
      " from incident where kind = 'ROBBERY' and status <> 'WITHDRAWN'";

  /** A row as it is shown. */
  public static final class Row {
    private final String[] cells;

    Row(ResultSet row) throws SQLException {
      cells = new String[7];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = row.getString(i + 1);
      }
    }

    /** The cells in the order of the columns. */
    public String[] getCells() {
      return cells;
    }
  }

  @Override
  public int count(Map<String, FilterMeta> filter) {
    try (Connection connection = source().getConnection();
        PreparedStatement select = connection.prepareStatement("select count(*)" + WHERE);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Row> load(
      int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> filter) {
    String sql =
        "select reference, severity, title, status, tlp, area, occurred_at"
            + WHERE
            + " order by severity nulls last, occurred_at desc, id desc limit ? offset ?";
    try (Connection connection = source().getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, size);
      select.setInt(2, first);
      List<Row> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(new Row(row));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("BanJNDI") // names of our own; the yardstick is a page without the product
  private static DataSource source() {
    for (String name : new String[] {"jdbc/alliance", "java:/jdbc/alliance"}) {
      try {
        return (DataSource) new InitialContext().lookup(name);
      } catch (NamingException next) {
        // the servers disagree on its name
      }
    }
    throw new IllegalStateException("There is no data source.");
  }
}
