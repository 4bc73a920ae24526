package org.csoalliance.incident.list;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.csoalliance.incident.IncidentPart;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SqlCondition;

/** Whose list it is, on the page of an imported incident. */
@Dependent
public class ListSourcePartRepository implements IncidentPart<ListSource> {
  @Override
  public Class<ListSource> type() {
    return ListSource.class;
  }

  @Override
  public SqlCondition column(Reader reader) {
    return new SqlCondition("select to_json(i.source_name)", List.of());
  }

  @Override
  public ListSource read(JsonValue value, Seen seen) {
    return new ListSource(value instanceof JsonString name ? name.getString() : "");
  }
}
