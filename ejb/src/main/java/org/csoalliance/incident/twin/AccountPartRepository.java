package org.csoalliance.incident.twin;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.incident.IncidentAccess;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentPart;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sharing.Tlp;

/** The other accounts on the page of an incident, each under its own label. */
@Dependent
public class AccountPartRepository implements IncidentPart<Accounts> {
  private static final String TIME =
      "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";

  @Override
  public Class<Accounts> type() {
    return Accounts.class;
  }

  @Override
  public SqlCondition column(Reader reader) {
    SqlCondition survivor = IncidentAccess.mayRead(reader, "s");
    SqlCondition ship = SharingPolicy.mayKnowShip(reader, "m");
    SqlCondition account = IncidentAccess.mayRead(reader, "m");
    List<Object> values = new ArrayList<>(survivor.parameters());
    values.addAll(ship.parameters());
    values.addAll(account.parameters());
    return new SqlCondition(
        "select json_build_object('into', (select s.reference from incident s"
            + " where s.id = i.merged_into and "
            + survivor.sql()
            + "), 'accounts', (select json_agg(json_build_object('reference', m.reference,"
            + " 'title', m.title, 'text', m.text, 'kind', m.kind, 'status', m.status,"
            + " 'severity', m.severity, 'at', "
            + TIME.formatted("m.occurred_at")
            + ", 'precision', m.occurred_precision, 'lat', m.latitude, 'lon', m.longitude,"
            + " 'area', m.area, 'tlp', m.tlp, 'source', m.source,"
            + " 'sourceReference', m.source_reference, 'ship', case when "
            + ship.sql()
            + " then concat_ws(', IMO ', nullif(m.ship_name, ''), m.ship_imo) else '' end,"
            + " 'since', "
            + TIME.formatted("g.merged_at")
            + ", 'reason', g.reason, 'by', g.merged_name) order by m.id) from incident m"
            + " left join incident_merge g on g.merged_id = m.id and g.split_at is null"
            + " where m.merged_into = i.id and "
            + account.sql()
            + "))",
        values);
  }

  @Override
  public Accounts read(JsonValue value, Seen seen) {
    JsonObject row = value.asJsonObject();
    boolean inside =
        seen.reader().is(Role.MEMBER)
            || seen.reader().is(Role.PARTNER)
            || seen.reader().is(Role.EDITOR);
    List<Accounts.Account> accounts =
        row.get("accounts") instanceof JsonArray array
            ? array.getValuesAs(JsonObject.class).stream()
                .map(account -> account(account, inside))
                .toList()
            : List.of();
    return new Accounts(row.isNull("into") ? null : row.getString("into"), accounts);
  }

  private static Accounts.Account account(JsonObject row, boolean inside) {
    return new Accounts.Account(
        row.getString("reference"),
        row.getString("title"),
        row.getString("text"),
        IncidentKind.valueOf(row.getString("kind")),
        IncidentStatus.valueOf(row.getString("status")),
        row.isNull("severity") ? null : (Integer) row.getInt("severity"),
        Instant.parse(row.getString("at")),
        OccurredPrecision.valueOf(row.getString("precision")),
        row.isNull("lat")
            ? null
            : new Position(
                row.getJsonNumber("lat").doubleValue(), row.getJsonNumber("lon").doubleValue()),
        row.getString("area"),
        Tlp.valueOf(row.getString("tlp")),
        row.getString("ship"),
        IncidentSource.valueOf(row.getString("source")),
        row.getString("sourceReference"),
        row.isNull("since") ? null : Instant.parse(row.getString("since")),
        inside && !row.isNull("reason") ? row.getString("reason") : null,
        inside && !row.isNull("by") ? row.getString("by") : null);
  }
}
