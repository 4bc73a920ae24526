package org.csoalliance.incident.firstresponse;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.incident.IncidentPart;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SqlCondition;

/** Adds to the page of an incident the reports on it that its reader may see. */
@Dependent
public class ReportLinksRepository implements IncidentPart<ReportLinks> {
  @Override
  public Class<ReportLinks> type() {
    return ReportLinks.class;
  }

  @Override
  public SqlCondition column(Reader reader) {
    return new SqlCondition(
        "select json_agg(json_build_object('reference', f.reference, 'slug', f.slug, 'title',"
            + " v.title, 'at', f.published_at) order by f.published_at desc)"
            + " from first_response_source s join first_response f on f.id = s.report_id"
            + " join first_response_version v on v.report_id = f.id"
            + " and v.number = f.current_number where s.incident_id = i.id"
            + " and f.state = 'PUBLISHED' and "
            + FirstResponseSql.LABEL
            + " = any (?)",
        List.of((Object) Audiences.readable(reader)));
  }

  @Override
  public ReportLinks read(JsonValue value, Seen seen) {
    List<ReportLinks.Link> links = new ArrayList<>();
    if (value instanceof JsonArray rows) {
      for (JsonObject row : rows.getValuesAs(JsonObject.class)) {
        links.add(
            new ReportLinks.Link(
                row.getString("reference"),
                row.getString("slug"),
                row.getString("title"),
                OffsetDateTime.parse(row.getString("at")).toInstant()));
      }
    }
    return new ReportLinks(links);
  }
}
