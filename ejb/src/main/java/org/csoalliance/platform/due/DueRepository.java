package org.csoalliance.platform.due;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sql.Rows;

/** Asks all rooms at once what is due. */
@Dependent
public class DueRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public DueRepository() {}

  /** For tests: reads through the given entity manager. */
  public DueRepository(EntityManager em) {
    this.em = em;
  }

  /** What ends first stands first, what does not end last. */
  List<Due> of(List<SqlCondition> parts, int most) {
    List<Object> values = new ArrayList<>();
    parts.forEach(part -> values.addAll(part.parameters()));
    values.add(most);
    return Rows.list(
        em.unwrap(Connection.class),
        "select kind, title, address, until, number from ("
            + parts.stream()
                .map(part -> "(" + part.sql() + ")")
                .collect(Collectors.joining(" union all "))
            + ") due order by until nulls last, kind, title limit ?",
        values,
        row ->
            new Due(
                row.getString("kind"),
                Rows.text(row, "title"),
                row.getString("address"),
                Rows.time(row, "until"),
                row.getInt("number")));
  }
}
